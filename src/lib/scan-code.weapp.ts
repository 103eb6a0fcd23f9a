import Taro from '@tarojs/taro'

/** What the camera saw: a mini-program code has a page's path, any other code a text. */
export interface Seen {
  path?: string
  result?: string
}

/** Opens WeChat's scanner; undefined where there is none. */
export const scanCode: (() => Promise<Seen | 'cancelled' | 'failed'>) | undefined = async () => {
  try {
    const { path, result } = (await Taro.scanCode({})) as Seen
    return { ...(path ? { path } : {}), ...(result ? { result } : {}) }
  } catch (thrown) {
    const { errMsg = '' } = (thrown ?? {}) as { errMsg?: string }
    return errMsg.includes('cancel') ? 'cancelled' : 'failed'
  }
}
