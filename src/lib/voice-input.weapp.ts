import type { Listener } from './voice-input.model'
import { wechatSi } from './wechat-si.weapp'

/** The longest that the plugin listens, in ms. */
const LONGEST_MS = 60_000

/** The plugin's ear, where a deployment has it. */
export function findListener(): Listener | undefined {
  const recognizer = wechatSi()?.getRecordRecognitionManager()
  if (!recognizer) return undefined
  return {
    start({ heard, end, fail }) {
      recognizer.onStop = ({ result }) => {
        if (result !== '') heard(result)
        end()
      }
      recognizer.onError = () => fail('failed')
      recognizer.start({ duration: LONGEST_MS, lang: 'zh_CN' })
    },
    stop: () => recognizer.stop(),
  }
}
