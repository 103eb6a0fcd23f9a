import { account } from '../../types/contract/account'
import { LIMITS } from '../../types/contract/limits'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import type { ResidentDoc } from './account.docs'
import { presentListed } from './resident.query'
import { listByName, listByPhone, listInRoom } from './residents.store'
import { fitsRoom, type RoomAsked } from './roster-match.rules'

/** More than are shown, so that those of other rooms or who left can be passed over. */
const LOOKED_AT = 200

export const findResident = handle(account.findResident, async ({ post }, asked) => {
  const found = await search(communityOf(post), asked)
  const fits = found.filter(
    ({ state, name, home = '' }) =>
      state === 'living' &&
      (asked.name === undefined || name === asked.name) &&
      fitsRoom(home, asked),
  )
  return {
    residents: await presentListed(fits.slice(0, LIMITS.foundPeople)),
    more: fits.length > LIMITS.foundPeople,
  }
})

interface Asked extends RoomAsked {
  phone?: string | undefined
  name?: string | undefined
}

/** By what narrows it most: the phone, then the name, then the room. */
async function search(
  communityId: string,
  { phone, name, building, unit, room }: Asked,
): Promise<ResidentDoc[]> {
  if (phone !== undefined) return listByPhone(communityId, phone, LOOKED_AT)
  if (name !== undefined) return listByName(communityId, name, LOOKED_AT)
  if (building === undefined || room === undefined) return []
  return listInRoom(communityId, { building, unit, room }, LOOKED_AT)
}
