import { account } from '../../types/contract/account'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { liveRoles } from '../shared/access.rules'
import type { Account } from '../shared/actor'
import { POLICY_VERSION } from '../shared/consent'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { viewMe } from './account.query'
import { findAccount, giveRole, openAccount } from './account.store'
import { addAdministrator } from './administrators.store'
import { useCode } from './codes.store'
import { readInvitation } from './invitation'
import { tellNow } from './told'

/** The account is there first; then the invitation is used up by it; then the role stands in it. */
export const acceptInvitation = handle(
  account.acceptInvitation,
  async (call, { code: letters, name, policyVersion }) => {
    const { actor, openid, tap, now, subject } = call
    if (policyVersion !== POLICY_VERSION) {
      return refuse('BAD_INPUT', { policyVersion: FIELD_TEXT.policyChanged })
    }
    const seen = tapSeen(actor?.taps ?? [], tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    if (seen === 'new') {
      const code = await readInvitation(letters, now, openid)
      if (typeof code === 'string') return refuse(code)
      const { role, region } = code
      if (!role) return refuse('CODE_UNKNOWN')
      const held = liveRoles(actor?.roles ?? [], now)
      if (held.some((one) => one.role === role && one.region === region)) return refuse('ROLE_HELD')
      // A role that was taken back does not come again by the invitation that once gave it.
      if (actor?.roles.some(({ invitationId }) => invitationId === code._id)) {
        return refuse('CODE_USED')
      }
      if (!actor?.name && !name) return refuse('NAME_NEEDED')
      if (!actor)
        await openAccount(openid, { name, policyVersion }, {}, { ...tap, tapId: `${tap.tapId}-0` })
      if (code.usedBy !== openid && !(await useCode(code._id, openid, now)))
        return refuse('CODE_USED')
      const asker = (await findAccount(openid)) ?? refuse('BUSY')
      const given = { role, region, since: now, by: code.madeBy, invitationId: code._id }
      await giveRole(asker, given, { name, policyVersion }, tap)
      await tellNow(openid)
    }
    const after = await findAccount(openid)
    // The role stands before the list names its holder: nobody is listed who administers nothing.
    if (after && administers(after, now)) await addAdministrator(after.ref)
    return viewMe({ actor: after, subject, now })
  },
)

const administers = ({ roles }: Account, now: number): boolean =>
  liveRoles(roles, now).some(({ role }) => role === 'administrator')
