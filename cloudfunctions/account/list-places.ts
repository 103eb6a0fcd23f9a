import { account } from '../../types/contract/account'
import type { Place } from '../../types/contract/account-places'
import { EVERYWHERE } from '../shared/access.rules'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import type { RegionDoc } from './account.docs'
import { findPlace, listPlacesIn } from './account.query'

export const listPlaces = handle(account.listPlaces, async (_call, { within }) => {
  const places = await listPlacesIn(within === EVERYWHERE ? TOP : within)
  // Nothing below it: a place without units yet, or none at all.
  const known = places.length > 0 || within === undefined || within === EVERYWHERE
  if (!known && (await findPlace(within))?.path !== within) {
    return refuse('NOT_FOUND')
  }
  return { places: places.filter(({ level }) => level !== 'room').map(presentPlace) }
})

/** What districts lie in. */
const TOP = ''

export const presentPlace = ({ _id, level, name, path, names, office }: RegionDoc): Place => ({
  placeId: _id,
  level,
  name,
  region: path,
  names,
  ...(office ? { office } : {}),
})
