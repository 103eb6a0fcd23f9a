import { account } from '../../types/contract/account'
import { hasConsented } from '../shared/consent'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { readPhoneNumber } from '../shared/wechat'
import { viewMe } from './account.query'
import { changeAccount, findAccount } from './account.store'
import { sealedPhone } from './sealed-texts'

export const savePhone = handle(account.savePhone, async (call, input) => {
  const { actor, openid, tap, now } = call
  const seen = tapSeen(actor.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'new') {
    if (!hasConsented(actor)) return refuse('CONSENT_NEEDED')
    // Each success costs the owner: a number that WeChat verified is not asked for again.
    if (actor.phoneVerified && actor.phone) return refuse('PHONE_KNOWN')
    const verified = 'wechatCode' in input
    const phone = verified ? await readPhoneNumber(input.wechatCode) : input.typed
    if (phone === null) return refuse('PHONE_REFUSED')
    const { conditions, change } = await sealedPhone(openid, actor, phone)
    const done = await changeAccount(
      openid,
      conditions,
      { ...change, phoneVerified: verified },
      tap,
    )
    if (!done) return refuse('BUSY')
  }
  return viewMe({ actor: await findAccount(openid), subject: null, now })
})
