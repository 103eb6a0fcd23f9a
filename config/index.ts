import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

/** Taro drops these in weapp unless they are named here; screen readers need them. */
const ARIA = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-modal': '',
  'aria-selected': '',
}

const root = path.resolve(__dirname, '..')
const contract = path.join(root, 'types/contract')
/** Written for newer engines than the oldest phones have; Taro lowers no package unless it is named. */
const newer = ['swr', 'uqr'].map((name) => path.join(root, 'node_modules', name))

/** Text a build may read from the environment; each is fixed at build time. */
const fromEnvironment = (name: string, otherwise = '') =>
  JSON.stringify(process.env[name] ?? otherwise)

/** `npm run dev`: Taro's server stands on the port people open, and passes calls on to the local cloud. */
function developmentServer() {
  const { LINLI_DEV_PORT: port, LINLI_DEV_CLOUD: cloud } = process.env
  if (port === undefined || cloud === undefined) return {}
  return {
    devServer: {
      host: '127.0.0.1',
      port: Number(port),
      open: false,
      proxy: [{ context: ['/call', '/people'], target: cloud, changeOrigin: true }],
    },
  }
}

const config: UserConfigExport<'webpack5'> = {
  projectName: 'linli',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  // The empty page that the first content is measured against is built with all that stands here.
  sourceRoot: process.env.LINLI_SOURCE ?? 'src',
  outputRoot: process.env.LINLI_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // A stale cache has shipped old code before; a build takes seconds without it.
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  plugins: [
    [
      '@tarojs/plugin-inject',
      {
        components: {
          View: ARIA,
          Text: ARIA,
          Button: ARIA,
          Image: ARIA,
          Input: ARIA,
          Textarea: ARIA,
        },
      },
    ],
  ],
  env: {
    TARO_APP_CLOUD: fromEnvironment('TARO_APP_CLOUD'),
    TARO_APP_CLOUD_ENV: fromEnvironment('TARO_APP_CLOUD_ENV'),
    TARO_APP_CLOUD_URL: fromEnvironment('TARO_APP_CLOUD_URL', 'http://127.0.0.1:8080'),
    TARO_APP_OPENID: fromEnvironment('TARO_APP_OPENID', 'demo-elder'),
    TARO_APP_WECHAT_SI: fromEnvironment('TARO_APP_WECHAT_SI'),
  },
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [
            { from: 'src/theme.json', to: 'dist/weapp/theme.json' },
            { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' },
          ]
        : [],
    options: {},
  },
  mini: {
    compile: { include: [contract, ...newer] },
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} } },
  },
  h5: {
    ...developmentServer(),
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [contract, ...newer] },
    enableSourceMap: false,
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true },
      // One spacing unit stays one CSS pixel on a phone, and grows a little at most on a desk.
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 22 } },
    },
  },
}

export default defineConfig<'webpack5'>(async () => config)
