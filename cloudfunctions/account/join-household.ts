import { account } from '../../types/contract/account'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { POLICY_VERSION } from '../shared/consent'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { viewMe } from './account.query'
import { findAccount } from './account.store'
import { joinByCode } from './join-by-code'
import { joinByRequest } from './join-by-request'

export const joinHousehold = handle(account.joinHousehold, async (call, input) => {
  const { actor, openid, tap, now } = call
  const seen = tapSeen(actor?.taps ?? [], tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (input.policyVersion !== POLICY_VERSION) {
    return refuse('BAD_INPUT', { policyVersion: FIELD_TEXT.policyChanged })
  }
  if (input.code) await joinByCode(call, { ...input, code: input.code })
  else if (input.room) await joinByRequest(call, { ...input, room: input.room })
  const joined = await findAccount(openid)
  return viewMe({ actor: joined, subject: null, now })
})
