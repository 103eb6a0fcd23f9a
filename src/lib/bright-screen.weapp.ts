import Taro from '@tarojs/taro'

/** As bright as it goes, and awake, until the answer is called: a camera reads it then. What a phone refuses stays as it was. */
export function keepBright(): () => void {
  const ignore = () => undefined
  let before: number | undefined
  let over = false
  Taro.setKeepScreenOn({ keepScreenOn: true }).catch(ignore)
  Taro.getScreenBrightness()
    .then(({ value }) => {
      if (over) return
      before = value
      return Taro.setScreenBrightness({ value: 1 }).then(ignore)
    })
    .catch(ignore)
  return () => {
    over = true
    Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignore)
    if (before !== undefined) Taro.setScreenBrightness({ value: before }).catch(ignore)
  }
}
