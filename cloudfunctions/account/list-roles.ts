import { account } from '../../types/contract/account'
import { EVERYWHERE } from '../shared/access.rules'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { findPlace } from './account.query'
import { listHoldersIn, listOpenInvitations } from './roles.query'
import { givableIn } from './roles.rules'

export const listRoles = handle(
  account.listRoles,
  async ({ actor, now }, { region, after = '' }) => {
    const [place, page, invitations] = await together([
      region === EVERYWHERE ? Promise.resolve(null) : findPlace(region),
      listHoldersIn(actor, region, after, now),
      listOpenInvitations(actor, region, now),
    ])
    // A region path comes from the phone: the place must be there, at that very path.
    if (region !== EVERYWHERE && place?.path !== region) return refuse('NOT_FOUND')
    return { ...page, invitations, canGive: givableIn(actor.roles, region, now) }
  },
)
