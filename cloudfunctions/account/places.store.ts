import type { RoomGiven } from '../../types/contract/people'
import { _, collection } from '../shared/db'
import { sha256 } from '../shared/digest'
import { listKeyOf } from '../shared/list-key.rules'
import { together } from '../shared/together'
import type { HouseholdDoc, RegionDoc } from './account.docs'
import { homeName, orderOf, roomPath } from './places.rules'

const regions = collection<RegionDoc>('regions')
const households = collection<HouseholdDoc>('households')

export const findHousehold = (householdId: string): Promise<HouseholdDoc | null> =>
  households.find(householdId)

/** The household of a room, as somebody says where they live; null where none is known yet. */
export function householdIdOf(community: RegionDoc, room: Omit<RoomGiven, 'communityId'>): string {
  return `h-${roomPath(community.path, room, sha256).at(-1)?.id ?? ''}`
}

/** The community of that id; null for any other place. */
export async function findCommunity(communityId: string): Promise<RegionDoc | null> {
  const found = await regions.find(communityId)
  return found?.level === 'community' ? found : null
}

/**
 * The household of a room, with the places that lead to it, all made where they are missing. Ids are made
 * of the names, so that whoever does it again, or at the same time, makes the same.
 */
export async function openHousehold(
  community: RegionDoc,
  room: Omit<RoomGiven, 'communityId'>,
): Promise<HouseholdDoc> {
  const householdId = householdIdOf(community, room)
  const known = await households.find(householdId)
  if (known) return known
  const names = [...community.names]
  const places: RegionDoc[] = roomPath(community.path, room, sha256).map(
    ({ level, id, name, path, parent }) => {
      names.push(name)
      return {
        _id: id,
        level,
        name,
        path,
        parent,
        names: [...names],
        listKey: listKeyOf(orderOf(level, name), id),
      }
    },
  )
  await together(places.map((place) => regions.insert(place)))
  const household: HouseholdDoc = {
    _id: householdId,
    communityId: community._id,
    region: community.path,
    room: places.at(-1)?.path ?? community.path,
    home: homeName(room),
    taps: [],
  }
  await households.insert(household)
  return household
}

/** Another household in the same room, for those who live there by themselves. */
export async function openSplitHousehold(
  { communityId, region, room, home }: HouseholdDoc,
  unique: string,
): Promise<HouseholdDoc> {
  const household: HouseholdDoc = {
    _id: `h-${room.slice(room.lastIndexOf('/') + 1)}-${unique}`,
    communityId,
    region,
    room,
    home,
    taps: [],
  }
  await households.insert(household)
  return household
}

/** Gives the household another code, if it still has the one that was read. */
export const setHouseholdCode = (household: HouseholdDoc, codeId: string): Promise<boolean> =>
  households.updateOne(household._id, { codeId: household.codeId ?? _.exists(false) }, { codeId })

/** Adds a place; false when its id is taken. */
export const insertPlace = async (place: RegionDoc): Promise<boolean> =>
  (await regions.insert(place)) === 'inserted'

/** Renames a place, or sets its office. */
export const changePlace = (
  placeId: string,
  change: Partial<Pick<RegionDoc, 'name' | 'names' | 'office'>>,
): Promise<boolean> => regions.updateOne(placeId, {}, change)
