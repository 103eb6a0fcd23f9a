import type { RoomGiven } from '../../types/contract/people'
import { _, collection } from '../shared/db'
import { sha256 } from '../shared/digest'
import { eachOf, together } from '../shared/together'
import type { HouseholdDoc, RegionDoc } from './account.docs'
import { roomPath } from './places.rules'
import { roomDocs } from './rooms.rules'

const regions = collection<RegionDoc>('regions')
const households = collection<HouseholdDoc>('households')

export const findHousehold = (householdId: string): Promise<HouseholdDoc | null> =>
  households.find(householdId)

/** The household of a room, as somebody says where they live; null where none is known yet. */
export function householdIdOf(community: RegionDoc, room: Omit<RoomGiven, 'communityId'>): string {
  return `h-${roomPath(community.path, room, sha256).at(-1)?.id ?? ''}`
}

/** The households of a room; without its unit, of every room of that number in the building. */
export async function listHouseholdIds(
  communityId: string,
  at: { building: string; unit?: string | undefined; room: string },
): Promise<string[]> {
  const community = await findCommunity(communityId)
  if (!community) return []
  const steps = roomPath(community.path, at, sha256)
  const [building, room] = [steps[0]?.path ?? '', steps.at(-1)]
  const inUnits = at.unit === undefined
  const found = await households.list({
    where: {
      communityId,
      room: inUnits ? _.and(_.gte(`${building}/`), _.lt(`${building}0`)) : (room?.path ?? ''),
    },
    limit: 1_000,
    fields: ['room', 'home'],
  })
  return found
    .filter(({ home }) => !inUnits || endsWithNumber(home, room?.name ?? ''))
    .map(({ _id }) => _id)
}

/** 1503室 ends with 503室 and is another room. */
const endsWithNumber = (home: string, room: string): boolean =>
  home.endsWith(room) && !/\d$/.test(home.slice(0, -room.length))

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
  const { places, household } = roomDocs(community, room, sha256)
  const known = await households.find(household._id)
  if (known) return known
  await together(places.map((place) => regions.insert(place)))
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

/** Writes at a time. */
const WIDTH = 8

/** Names along the way that are shown of every place above a building. */
const ABOVE_BUILDINGS = ['street', 'community'] as const

/**
 * The places below a street or a district say its new name among their own. Of a community's buildings
 * nothing shows more than their own name.
 */
export async function renameBelow({ path, names }: RegionDoc, name: string): Promise<void> {
  const at = names.length - 1
  const below = await regions.list({
    where: {
      level: _.in([...ABOVE_BUILDINGS]),
      path: _.and(_.gt(`${path}/`), _.lt(`${path}0`)),
    },
    limit: 1_000,
    fields: ['names'],
  })
  await eachOf(below, WIDTH, async ({ _id }) => {
    await regions.updateOne(_id, {}, { [`names.${at}`]: name })
  })
}
