import Taro from '@tarojs/taro'
import { ask } from './ask'
import { PRIVACY_TEXT } from './privacy.text'

/** WeChat looks whether the button of this id was tapped. */
export const AGREE_BUTTON = 'agree-privacy'

/**
 * Once, when the program starts: whenever a capability of WeChat touches something personal, it waits
 * for this sheet. A refusal fails that one capability and nothing else.
 */
export function startPrivacy(): void {
  // Base libraries before 2.32.3 do not ask.
  const { onNeedPrivacyAuthorization: onNeed } = Taro as Partial<typeof Taro>
  onNeed?.((resolve) => {
    resolve({ event: 'exposureAuthorization' })
    void ask({ ...PRIVACY_TEXT.wechat, byWeChat: true }).then((agreed) =>
      resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' }),
    )
  })
}

/** Opens the text that WeChat keeps of what this program may use. */
export function openWeChatsPolicy(): void {
  Taro.openPrivacyContract({ fail: () => undefined })
}
