/** Reads aloud and listens; only where the account has added it, since WeChat refuses the package otherwise. */
const WECHAT_SI = { WechatSI: { version: '0.3.5', provider: 'wx069ba97219f66d99' } }

/** Pages that are loaded when they are opened. */
const LATER = [
  ...['family', 'reading', 'privacy', 'directory', 'entry', 'scan', 'my-code'],
  ...['announcements', 'announcement', 'disclosures', 'ask-staff'],
  ...['join', 'helping', 'add-dependent', 'phone'],
  ...['booking', 'change-time', 'subsidy', 'after-visit'],
  ...['my-data', 'traces', 'heads', 'erase-me', 'claim'],
  ...[
    'desk',
    'desk-home',
    'desk-requests',
    'desk-people',
    'desk-import',
    'desk-roles',
    'desk-places',
    'desk-audit',
  ],
  ...['desk-announcements', 'desk-announcement', 'desk-receipts', 'desk-readers'],
  ...['desk-calls', 'desk-call-list', 'desk-questions', 'desk-office'],
  ...['desk-visits', 'desk-care', 'desk-entitlements'],
  ...['desk-services', 'desk-service', 'desk-providers'],
  ...['desk-week', 'desk-add'],
  ...['desk-ratings', 'desk-use'],
]
/** What a visit of home is likely to lead to: neither the desk, which is for staff alone, nor what is done once. */
const LIKELY = [
  ...['family', 'reading', 'privacy', 'directory', 'entry', 'scan', 'my-code'],
  ...['announcements', 'announcement', 'disclosures', 'ask-staff'],
  ...['join', 'helping', 'add-dependent', 'phone'],
  ...['booking', 'change-time', 'subsidy', 'after-visit'],
]

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/services/index',
    'pages/messages/index',
    'pages/me/index',
    'pages/service/index',
    'pages/pick-day/index',
    'pages/pick-time/index',
    'pages/confirm/index',
    'pages/my-bookings/index',
  ],
  // What not every visit needs is not part of the first download. A package is a page's folder, so that an
  // address says nothing of packages.
  subPackages: LATER.map((name) => ({ root: `pages/${name}`, pages: ['index'] })),
  // Fetched while somebody looks at home, so that a tap does not wait for it.
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: LIKELY.map((name) => `pages/${name}`),
    },
  },
  // Declared so that switchTab knows its pages; each of them draws the bar itself (src/ui/tab-bar.tsx).
  tabBar: {
    custom: true,
    color: '#62574b',
    selectedColor: '#12564a',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/services/index', text: '服务' },
      { pagePath: 'pages/messages/index', text: '消息' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
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
        // Personal capabilities wait for our sheet (lib/privacy.weapp.ts).
        __usePrivacyCheck__: true,
        // Where a worker is when they come to a home and go, and only at that tap.
        requiredPrivateInfos: ['getLocation' as const],
        permission: { 'scope.userLocation': { desc: '用来核对上门服务到没到' } },
        ...(process.env.TARO_APP_WECHAT_SI === '1' ? { plugins: WECHAT_SI } : {}),
      }
    : {}),
})
