// The mini-program must be ES2017, which WeChat on old phones reads (test/weapp/scripts.test.ts); the
// browsers of package.json would keep a little of ES2018. H5 follows package.json.
const es2017 = { chrome: '58', ios: '10.3' }

// One component of NutUI with its style, and not all of them (src/ui is the only one to import it).
const nutui = {
  libraryName: '@nutui/nutui-react-taro',
  libraryDirectory: 'dist/es/packages',
  camel2DashComponentName: false,
  customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
  customStyleName: (name) =>
    `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}/style/css`,
}

module.exports = {
  plugins: [['import', nutui, 'nutui']],
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        hot: false,
        ...(process.env.TARO_ENV === 'weapp' ? { targets: es2017 } : {}),
      },
    ],
  ],
}
