import { account } from '../../types/contract/account'
import { EVERYWHERE } from '../shared/access.rules'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { DAY } from '../shared/time'
import { findPlace } from './account.query'
import { insertCode } from './codes.store'
import { placeNames, withLetters } from './roles.query'
import { canGive } from './roles.rules'

/** The same tap again finds the invitation it made. */
export const invite = handle(
  account.invite,
  async ({ actor, tap, now }, { role, region, days }) => {
    if (!canGive(actor.roles, role, region, now)) return refuse('ROLE_NOT_YOURS')
    // A region path comes from the phone: the place must be there, at that very path.
    if (region !== EVERYWHERE && (await findPlace(region))?.path !== region)
      return refuse('NOT_FOUND')
    const name = (await placeNames([region]))(region)
    const code = await insertCode({
      kind: 'invitation',
      region,
      role,
      place: name,
      expiresAt: now + days * DAY,
      madeBy: actor.ref,
      madeAt: now,
      madeByTap: tap.tapId,
    })
    return code.role === role && code.region === region
      ? withLetters(code, now)
      : refuse('TAP_REUSED')
  },
)
