export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/services/index',
    'pages/service/index',
    'pages/confirm/index',
    'pages/my-bookings/index',
    'pages/privacy/index',
    'pages/directory/index',
    'pages/entry/index',
    'pages/scan/index',
    'pages/desk/index',
  ],
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pull',
    // In H5 each screen draws its own bar (src/ui/title-bar.h5.tsx).
    ...(process.env.TARO_ENV === 'h5' ? { navigationStyle: 'custom' as const } : {}),
  },
  ...(process.env.TARO_ENV === 'weapp'
    ? {
        darkmode: true,
        // In WeChat for PC the window can be drawn wide, as staff screens want it.
        resizable: true,
        themeLocation: 'theme.json',
        sitemapLocation: 'sitemap.json',
        lazyCodeLoading: 'requiredComponents',
      }
    : {}),
})
