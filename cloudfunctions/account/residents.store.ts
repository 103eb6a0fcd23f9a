import { _, collection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { sealFields, sealingOf } from '../shared/sealed-fields'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { HouseholdDoc, ResidentDoc, ResidentHome } from './account.docs'

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
    ...(accountId ? { accountId } : {}),
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
