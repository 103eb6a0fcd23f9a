import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { endCode, findCode } from './codes.store'
import { presentInvitation, stateOf } from './roles.query'
import { canGive } from './roles.rules'

/** Ending it again changes nothing, and answers the same. */
export const endInvitation = handle(
  account.endInvitation,
  async ({ actor, now }, { region, invitationId }) => {
    const code = await findCode(invitationId)
    if (code?.kind !== 'invitation' || code.region !== region || !code.role) {
      return refuse('NOT_FOUND')
    }
    if (!canGive(actor.roles, code.role, region, now)) return refuse('NOT_FOUND')
    if (stateOf(code, now) === 'used') return refuse('CODE_USED')
    await endCode(invitationId, now)
    const after = (await findCode(invitationId)) ?? code
    return stateOf(after, now) === 'used' ? refuse('CODE_USED') : presentInvitation(after, now)
  },
)
