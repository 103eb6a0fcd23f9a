import { account } from '../../types/contract/account'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { listHoldersIn, listOpenInvitations } from './roles.query'
import { givableIn } from './roles.rules'

export const listRoles = handle(
  account.listRoles,
  async ({ actor, now }, { region, after = '' }) => {
    const [page, invitations] = await together([
      listHoldersIn(actor, region, after, now),
      listOpenInvitations(actor, region, now),
    ])
    return { ...page, invitations, canGive: givableIn(actor.roles, region, now) }
  },
)
