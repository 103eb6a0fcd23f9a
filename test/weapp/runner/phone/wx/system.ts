import { windowOf } from '../bars.ts'
import { FONT_SIZES } from '../settings.ts'
import { phone, topPage } from '../state.ts'
import { api, asText, listeners } from './api.ts'
import { notice } from '../overlay/notice.ts'

export const STATUS_BAR = 20
const NAV_BAR = 44
const TAB_BAR = 50

/** What wx.onThemeChange and the like are told of. */
export const themeChange = listeners<{ theme: string }>()
export const memoryWarning = listeners<{ level: number }>()
export const windowResize = listeners<{ size: { windowWidth: number; windowHeight: number } }>()
export const networkChange = listeners<{ isConnected: boolean; networkType: string }>()
export const appShow = listeners<unknown>()
export const appHide = listeners<unknown>()

function getWindowInfo() {
  const { platform } = phone.settings
  const bars = windowOf().navigationStyle === 'custom' ? 0 : STATUS_BAR + NAV_BAR
  const tabs = phone.program.app.tabBar?.list ?? []
  const tabBar = tabs.some(({ pagePath }) => pagePath === topPage()?.path) ? TAB_BAR : 0
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - bars - tabBar,
    statusBarHeight: platform === 'windows' ? 0 : STATUS_BAR,
    screenTop: bars,
    safeArea: {
      left: 0,
      right: innerWidth,
      top: STATUS_BAR,
      bottom: innerHeight,
      width: innerWidth,
      height: innerHeight - STATUS_BAR,
    },
  }
}

function getAppBaseInfo() {
  const fontSizeSetting = FONT_SIZES[phone.settings.fontSize]
  return {
    SDKVersion: '3.8.0',
    enableDebug: false,
    host: { env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.60',
    ...(phone.program.app.darkmode ? { theme: phone.theme() } : {}),
    fontSizeSetting,
    fontSizeScaleFactor: Math.round((fontSizeSetting / FONT_SIZES.normal) * 100) / 100,
  }
}

const SYSTEMS = { android: 'Android 13', ios: 'iOS 17.5', windows: 'Windows 11 x64' }

const getDeviceInfo = () => ({
  abi: 'arm64-v8a',
  benchmarkLevel: 30,
  brand: 'runner',
  model: 'runner',
  platform: phone.settings.platform,
  system: SYSTEMS[phone.settings.platform],
})

const getSystemSetting = () => ({
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: !phone.settings.offline,
  deviceOrientation: innerWidth > innerHeight ? 'landscape' : 'portrait',
})

const getSystemInfoSync = () => ({
  ...getWindowInfo(),
  ...getAppBaseInfo(),
  ...getDeviceInfo(),
  ...getSystemSetting(),
})

const networkType = () => (phone.settings.offline || !navigator.onLine ? 'none' : 'wifi')

export const system = {
  getWindowInfo,
  getAppBaseInfo,
  getDeviceInfo,
  getSystemSetting,
  getSystemInfoSync,
  getSystemInfo: api('getSystemInfo', getSystemInfoSync),
  getSystemInfoAsync: api('getSystemInfoAsync', getSystemInfoSync),
  getAppAuthorizeSetting: () => ({
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    microphoneAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
  }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
  }),
  getLaunchOptionsSync: () => ({ path: phone.settings.route, query: {}, scene: 1001 }),
  getEnterOptionsSync: () => ({ path: phone.settings.route, query: {}, scene: 1001 }),
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    top: STATUS_BAR + 6,
    bottom: STATUS_BAR + 38,
    left: innerWidth - 94,
    right: innerWidth - 7,
  }),
  getNetworkType: api('getNetworkType', () => ({ networkType: networkType() })),
  onThemeChange: themeChange.on,
  offThemeChange: themeChange.off,
  onMemoryWarning: memoryWarning.on,
  offMemoryWarning: memoryWarning.off,
  onWindowResize: windowResize.on,
  offWindowResize: windowResize.off,
  onNetworkStatusChange: networkChange.on,
  offNetworkStatusChange: networkChange.off,
  onAppShow: appShow.on,
  offAppShow: appShow.off,
  onAppHide: appHide.on,
  offAppHide: appHide.off,
  onError: () => undefined,
  offError: () => undefined,
  onUnhandledRejection: () => undefined,
  offUnhandledRejection: () => undefined,
  onPageNotFound: () => undefined,
  offPageNotFound: () => undefined,
  getUpdateManager: () => ({
    applyUpdate: () => undefined,
    onCheckForUpdate: (tell: (answer: object) => void) => tell({ hasUpdate: false }),
    onUpdateFailed: () => undefined,
    onUpdateReady: () => undefined,
  }),
  setClipboardData: api('setClipboardData', ({ data }) => {
    clipboard = asText(data)
    notice('内容已复制', { icon: 'success' })
  }),
  getClipboardData: api('getClipboardData', () => ({ data: clipboard })),
  vibrateShort: api('vibrateShort', () => undefined),
  vibrateLong: api('vibrateLong', () => undefined),
  setKeepScreenOn: api('setKeepScreenOn', () => undefined),
  getScreenBrightness: api('getScreenBrightness', () => ({ value: 0.5 })),
  setScreenBrightness: api('setScreenBrightness', () => undefined),
  hideKeyboard: api('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
  reportEvent: () => undefined,
  getLogManager: () => ({ debug: log, info: log, log, warn: log }),
  getRealtimeLogManager: () => ({ debug: log, info: log, log, warn: log, error: log }),
}

const log = () => undefined
let clipboard = ''
