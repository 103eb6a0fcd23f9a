import { _, collection } from '../shared/db'
import { refuse } from '../shared/errors'
import { keyRing } from '../shared/keys'
import { sealFields, sealingOf } from '../shared/sealed-fields'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { HouseholdDoc, ResidentDoc, ResidentHome } from './account.docs'
import { listHouseholdIds } from './places.store'

const residents = collection<ResidentDoc>('residents')
export const RESIDENTS = sealingOf('residents')

export const findResident = (residentId: string): Promise<ResidentDoc | null> =>
  residents.find(residentId)

/** The people living in a household, whether they have joined or not. At most 100. */
export const listHousehold = (communityId: string, householdId: string): Promise<ResidentDoc[]> =>
  residents.list({
    where: { communityId, 'homes.householdId': householdId },
    limit: 100,
  })

/** People of a community by exact name, at most `limit`. */
export const listByName = (
  communityId: string,
  name: string,
  limit: number,
): Promise<ResidentDoc[]> => residents.list({ where: { communityId, name }, limit })

/** People of a community by exact phone number, whichever key marked it. */
export async function listByPhone(
  communityId: string,
  phone: string,
  limit: number,
): Promise<ResidentDoc[]> {
  const marks = (await keyRing()).findAny('phone', phone)
  return residents.list({ where: { communityId, phoneFind: _.in(marks) }, limit })
}

/** What is known of somebody who is entered for the first time. */
export interface NewResident {
  residentId: string
  name: string
  household: HouseholdDoc
  relation: ResidentHome['relation']
  since: number
  phone?: string | undefined
  accountId?: string | undefined
}

/** Enters somebody; answers whether they were new. */
export async function insertResident({
  residentId,
  name,
  household,
  relation,
  since,
  phone,
  accountId,
}: NewResident): Promise<boolean> {
  const { communityId, region, _id: householdId, home } = household
  const sealed = phone
    ? sealFields(await keyRing(), RESIDENTS, { _id: residentId }, { phone }).change
    : {}
  const inserted = await residents.insert({
    _id: residentId,
    communityId,
    region,
    name,
    homes: [{ householdId, home, relation, since }],
    home,
    ...sealed,
    phoneVerified: false,
    attributes: [],
    ...(accountId ? { accountId, selfEntered: true as const } : {}),
    state: 'living',
    version: 1,
    taps: [],
  })
  return inserted === 'inserted'
}

/** Joins the record with its person's account, unless another account has it. */
export async function linkAccount(resident: ResidentDoc, accountId: string): Promise<boolean> {
  if (resident.accountId === accountId) return true
  return residents.updateOne(
    resident._id,
    { accountId: _.exists(false), state: 'living' },
    { accountId, version: _.inc(1) },
  )
}

/** Changes a record if nobody else has since it was read. */
export const changeResident = (
  resident: Pick<ResidentDoc, '_id' | 'version'>,
  conditions: Record<string, unknown>,
  change: Record<string, unknown>,
  tap?: Tap,
): Promise<boolean> =>
  residents.updateOne(
    resident._id,
    {
      version: resident.version,
      ...conditions,
      ...(tap ? { 'taps.tapId': _.neq(tap.tapId) } : {}),
    },
    {
      ...change,
      version: _.inc(1),
      ...(tap ? { taps: _.push({ each: [tap], slice: -TAPS_KEPT }) } : {}),
    },
  )

/** Adds a home to somebody's record, unless they live there already. */
export async function addHomeOf(
  resident: ResidentDoc,
  household: HouseholdDoc,
  relation: ResidentHome['relation'],
  since: number,
): Promise<void> {
  const { _id: householdId, home } = household
  await residents.updateOne(
    resident._id,
    { homes: _.not(_.elemMatch({ householdId: _.eq(householdId), until: _.exists(false) })) },
    {
      homes: _.push([{ householdId, home, relation, since }]),
      ...(resident.home === undefined ? { home } : {}),
      version: _.inc(1),
    },
  )
}

/** The people of a room; without its unit, of every room of that number in the building. */
export async function listInRoom(
  communityId: string,
  at: { building: string; unit?: string | undefined; room: string },
  limit: number,
): Promise<ResidentDoc[]> {
  const householdIds = await listHouseholdIds(communityId, at)
  if (householdIds.length === 0) return []
  return residents.list({
    where: { communityId, 'homes.householdId': _.in(householdIds) },
    limit,
  })
}

/** A person of the community; of any other it is as if there were none. */
export async function getResidentOf(communityId: string, residentId: string): Promise<ResidentDoc> {
  const found = await residents.find(residentId)
  return found?.communityId === communityId ? found : refuse('NOT_FOUND')
}

/** Records that their person's account has yet to follow, longest first. */
export const listBehind = (): Promise<ResidentDoc[]> =>
  residents.list({ where: { behind: _.gt(0) }, orderBy: [['behind', 'asc']], limit: 50 })

/** The account follows the record as it was read; false when it has been written since. */
export const settled = ({ _id, behind = 0 }: ResidentDoc): Promise<boolean> =>
  residents.updateOne(_id, { behind }, { behind: _.remove() })

/** A field that is to be taken out of a record. */
export const takenOut = () => _.remove()
