import { ask } from '../overlay/ask.ts'
import { lookAt } from '../overlay/look-at.ts'
import { el } from '../overlay/layer.ts'
import { phone } from '../state.ts'
import { api, ApiFailed } from './api.ts'

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (resolve: (answer: Resolution) => void, about: { referrer: string }) => void

let agreed = phone.settings.privacy === 'accept'
let listener: Listener | undefined
let agreeByButton: (() => void) | undefined

/** What the button with `open-type="agreePrivacyAuthorization"` tells. */
export async function askedPrivacy(yes: boolean, _buttonId: string): Promise<void> {
  agreed = yes
  agreeByButton?.()
}

/**
 * Before what touches personal data: asks the program's own listener, or shows WeChat's window. Refusing
 * is error 104, as WeChat documents.
 */
export async function needPrivacy(referrer: string): Promise<void> {
  if (agreed) return
  if (phone.settings.privacy === 'reject') refuse()
  if (listener) {
    const ask_ = listener
    await new Promise<void>((done) => {
      agreeByButton = done
      ask_(
        ({ event }) => {
          if (event === 'exposureAuthorization') return
          agreed = event === 'agree'
          done()
        },
        { referrer },
      )
    })
  } else {
    const { yes } = await ask({
      title: '用户隐私保护提示',
      content: '使用前请阅读《邻里小程序隐私保护指引》',
      confirm: '同意',
      cancel: '拒绝',
    })
    agreed = yes
  }
  if (!agreed) refuse()
}

function refuse(): never {
  throw new ApiFailed('privacy permission is not authorized', { errno: 104 })
}

export const privacy = {
  getPrivacySetting: api('getPrivacySetting', () => ({
    needAuthorization: !agreed,
    privacyContractName: '《邻里小程序隐私保护指引》',
  })),
  onNeedPrivacyAuthorization: (given: Listener) => {
    listener = given
  },
  requirePrivacyAuthorize: api('requirePrivacyAuthorize', () =>
    needPrivacy('requirePrivacyAuthorize'),
  ),
  openPrivacyContract: api('openPrivacyContract', () =>
    lookAt('《邻里小程序隐私保护指引》', el('p', '', '这里是微信里登记的隐私保护指引。')),
  ),
}
