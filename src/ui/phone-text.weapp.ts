import Taro from '@tarojs/taro'

/** WeChat's standard size is 16 px on Android and 17 px on iOS. */
const STANDARD = 17

/** How much larger than standard the person has set WeChat's text: 1 is standard. */
export function phoneTextScale(): number {
  if (!Taro.canIUse('getAppBaseInfo')) return 1
  const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as {
    fontSizeScaleFactor?: number
    fontSizeSetting?: number
  }
  return fontSizeScaleFactor ?? (fontSizeSetting ?? STANDARD) / STANDARD
}
