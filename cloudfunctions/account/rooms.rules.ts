import type { RoomGiven } from '../../types/contract/people'
import { listKeyOf } from '../shared/list-key.rules'
import type { HouseholdDoc, RegionDoc } from './account.docs'
import { homeName, orderOf, roomPath } from './places.rules'

/** The places that lead to a room, and its household, as they are when somebody moves in there first. */
export function roomDocs(
  community: Pick<RegionDoc, '_id' | 'path' | 'names'>,
  room: Omit<RoomGiven, 'communityId'>,
  digest: (text: string) => string,
): { places: RegionDoc[]; household: HouseholdDoc } {
  const names = [...community.names]
  const steps = roomPath(community.path, room, digest)
  const places = steps.map(({ level, id, name, path, parent }): RegionDoc => {
    names.push(name)
    const listKey = listKeyOf(orderOf(level, name), id)
    return { _id: id, level, name, path, parent, names: [...names], listKey }
  })
  const last = places.at(-1)
  const household: HouseholdDoc = {
    _id: `h-${last?._id ?? ''}`,
    communityId: community._id,
    region: community.path,
    room: last?.path ?? community.path,
    home: homeName(room),
  }
  return { places, household }
}
