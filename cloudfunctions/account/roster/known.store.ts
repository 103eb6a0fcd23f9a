import { _, collection } from '../../shared/db'
import type { KeyRing } from '../../shared/keys'
import { SealUnreadable } from '../../shared/seal'
import { openField, sealFields, sealingOf } from '../../shared/sealed-fields'
import { together } from '../../shared/together'
import type { HouseholdDoc, RegionDoc, ResidentDoc } from '../account.docs'
import type { KnownPerson } from './roster-plan.rules'
import type { RosterPerson } from './roster-rows.rules'

const residents = collection<ResidentDoc>('residents')
const regions = collection<RegionDoc>('regions')
const households = collection<HouseholdDoc>('households')

const RESIDENTS = sealingOf('residents')

/** The most that one request answers. */
const PAGE = 1_000
/** What is asked for in one request: few enough that their namesakes fit into its answer. */
const NAMES_AT_ONCE = 20
const KEYS_AT_ONCE = 500

/** The buildings of a community, by its path. */
export const findBuildings = (region: string): Promise<RegionDoc[]> =>
  regions.list({ where: { parent: region }, orderBy: [['listKey', 'asc']], limit: PAGE })

export const getCommunity = (communityId: string): Promise<RegionDoc> => regions.get(communityId)

/** Everybody of a community, page by page in the order of their names. */
export async function* everybody(communityId: string): AsyncGenerator<ResidentDoc[]> {
  let from: string | undefined
  const seen = new Set<string>()
  for (;;) {
    const page = await residents.list({
      where: { communityId, ...(from === undefined ? {} : { name: _.gte(from) }) },
      orderBy: [['name', 'asc']],
      limit: PAGE,
    })
    const fresh = page.filter(({ _id }) => !seen.has(_id))
    yield fresh
    if (page.length < PAGE) return
    if (fresh.length === 0) throw new Error('more people of one name than one page holds')
    from = page.at(-1)?.name
    // Those of the last name on the page are read again with the next one.
    seen.clear()
    for (const { _id, name } of page) if (name === from) seen.add(_id)
  }
}

/** Those whom rows of a list may be, by name, by the list's key, or by id. */
export async function whoeverMayBe(
  communityId: string,
  people: readonly RosterPerson[],
  ids: readonly string[],
): Promise<ResidentDoc[]> {
  const names = [...new Set(people.map(({ name }) => name))]
  const keys = people.flatMap(({ key }) => (key === undefined ? [] : [key]))
  const found = await together([
    ...parts(names, NAMES_AT_ONCE).map((some) => listBy(communityId, 'name', some)),
    ...parts(keys, KEYS_AT_ONCE).map((some) => listBy(communityId, 'rosterKey', some)),
    residents.findMany(ids),
  ])
  return [...new Map(found.flat().map((resident) => [resident._id, resident])).values()]
}

async function listBy(
  communityId: string,
  field: 'name' | 'rosterKey',
  values: readonly string[],
): Promise<ResidentDoc[]> {
  const where = { communityId, [field]: _.in([...values]) }
  const found = await residents.list({ where, limit: PAGE })
  if (found.length === PAGE) throw new Error(`too many people by ${field} for one answer`)
  return found
}

function parts<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = []
  for (let from = 0; from < items.length; from += size) found.push(items.slice(from, from + size))
  return found
}

/** Adds the places and households that are missing, those that lead to others first. */
export async function openRooms(
  places: readonly RegionDoc[],
  homes: readonly HouseholdDoc[],
): Promise<void> {
  await regions.insertMissing(places)
  await households.insertMissing(homes)
}

/** Enters people; one whose id is there already stays as they are. */
export const enterPeople = (people: readonly ResidentDoc[]): Promise<void> =>
  residents.insertMissing(people)

/** A person as a list is compared with. */
export function knownFrom(resident: ResidentDoc, ring: KeyRing): KnownPerson {
  const { _id, name, homes, phoneFind, phoneVerified, attributes, rosterKey } = resident
  return {
    residentId: _id,
    name,
    homes: homes.filter(({ until }) => until === undefined),
    ...(phoneFind ? { phoneFind } : {}),
    phoneVerified,
    birthDay: birthDayOf(resident, ring),
    attributes,
    ...(rosterKey === undefined ? {} : { rosterKey }),
    joined: resident.accountId !== undefined,
    living: resident.state === 'living',
    version: resident.version,
  }
}

/** Sealed with a key that is lost, it counts as not known: a list that has it heals the record. */
function birthDayOf(resident: ResidentDoc, ring: KeyRing): string | null {
  try {
    return openField(ring, RESIDENTS, resident, 'birthDay')
  } catch (error) {
    if (error instanceof SealUnreadable && error.problem === 'unknownKey') return null
    throw error
  }
}

/** Phone and day of birth as they are written: what must still be so, and the change. */
export const sealPerson = (
  ring: KeyRing,
  resident: Pick<ResidentDoc, '_id' | 'keyId'>,
  texts: { phone?: string; birthDay?: string },
) => sealFields(ring, RESIDENTS, resident, texts as Record<'phone' | 'birthDay', string>)
