import { FIELD_TEXT } from '../../types/contract/fields.text'
import { account } from '../../types/contract/account'
import { POLICY_VERSION } from '../shared/consent'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { viewMe } from './account.query'
import { findAccount, recordConsent } from './account.store'

export const agree = handle(
  account.agree,
  async ({ actor, subject, openid, tap, now }, { policyVersion }) => {
    if (tapSeen(actor.taps, tap) === 'reused') return refuse('TAP_REUSED')
    if (policyVersion !== POLICY_VERSION) {
      return refuse('BAD_INPUT', { policyVersion: FIELD_TEXT.policyChanged })
    }
    if (await recordConsent(openid, policyVersion, tap)) {
      const policy = { version: policyVersion, at: tap.at }
      return viewMe({ actor: { ...actor, policy }, subject, now })
    }
    // A twin of this tap came first; or, between, the tap was used for something else.
    const after = await findAccount(openid)
    if (after && tapSeen(after.taps, tap) === 'same') return viewMe({ actor: after, subject, now })
    return refuse(after ? 'TAP_REUSED' : 'BUSY')
  },
)
