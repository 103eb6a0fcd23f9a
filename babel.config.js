// The mini-program must be ES2017, which WeChat on old phones reads (test/weapp/scripts.test.ts); the
// browsers of package.json would keep a little of ES2018. H5 follows package.json.
const es2017 = { chrome: '58', ios: '10.3' }

module.exports = {
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
