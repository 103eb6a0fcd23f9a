import Taro from '@tarojs/taro'

/** The parts of WeChat's plugin 同声传译 that are used here. */
export interface WechatSi {
  getRecordRecognitionManager(): Recognizer
  textToSpeech(options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (made: { filename: string }) => void
    fail: (failure: unknown) => void
  }): void
}

/** One for the whole program: its listeners are properties, and the last to be set is called. */
export interface Recognizer {
  onStop?: (heard: { result: string }) => void
  onError?: (failure: { retcode: number; msg: string }) => void
  start(options: { duration: number; lang: 'zh_CN' }): void
  stop(): void
}

/** The plugin, where a deployment has added it (TARO_APP_WECHAT_SI=1 declares it in app.json). */
export const wechatSi = (): WechatSi | undefined =>
  process.env.TARO_APP_WECHAT_SI === '1' ? (Taro.requirePlugin('WechatSI') as WechatSi) : undefined
