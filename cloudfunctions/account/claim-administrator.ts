import { account } from '../../types/contract/account'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { EVERYWHERE } from '../shared/access.rules'
import { POLICY_VERSION } from '../shared/consent'
import { refuse } from '../shared/errors'
import { keyRing } from '../shared/keys'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { viewMe } from './account.query'
import { findAccount, giveRole, openAccount } from './account.store'
import { claim, countClaim, isClaimed } from './administrators.store'
import { claimCodes } from './claim-code'

/** The first administrator. Their account is there first; then the environment is theirs; then the role. */
export const claimAdministrator = handle(
  account.claimAdministrator,
  async (call, { code, name, policyVersion }) => {
    const { actor, openid, tap, now } = call
    if (policyVersion !== POLICY_VERSION) {
      return refuse('BAD_INPUT', { policyVersion: FIELD_TEXT.policyChanged })
    }
    const seen = tapSeen(actor?.taps ?? [], tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    if (seen === 'new') {
      if (await claimedByOther(actor?.ref)) return refuse('CODE_USED')
      if (!(await countClaim(now))) return refuse('CODE_LOCKED')
      if (!claimCodes(await keyRing()).includes(code)) return refuse('CODE_WRONG')
      if (!actor)
        await openAccount(openid, { name, policyVersion }, {}, { ...tap, tapId: `${tap.tapId}-0` })
      const asker = (await findAccount(openid)) ?? refuse('BUSY')
      if (!(await claim(asker.ref))) return refuse('CODE_USED')
      const held = { role: 'administrator', region: EVERYWHERE, since: now, by: asker.ref } as const
      await giveRole(asker, held, { name, policyVersion }, tap)
    }
    return viewMe({ actor: await findAccount(openid), subject: call.subject, now })
  },
)

/** Somebody else is the first one. Whoever died half way through claiming goes on. */
async function claimedByOther(ref: string | undefined): Promise<boolean> {
  if (!(await isClaimed())) return false
  return ref === undefined || !(await claim(ref))
}
