import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import { newSlot } from '../../cloudfunctions/booking/slot.rules'
import { smallService } from './services'
import type { SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { type Account, newAccount } from '../../cloudfunctions/shared/actor'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'
import { emptyDiary } from '../../cloudfunctions/shared/diary.rules'
import { HOUR, MONDAY_9, startTestCloud, type TestCloud } from './cloud'
import { addDocs } from './database'

const PLACE = { communityId: 'c-1', region: 'd-1/s-1/c-1' }

export interface SmallTown {
  cloud: TestCloud
  openids: string[]
  slotIds: string[]
}

/**
 * A town of a few people and a few slots, so that all of it can be looked at after every step. Slot n
 * has `capacities[n]` places; every second slot overlaps the one before it.
 */
export async function startSmallTown(
  people: number,
  capacities: readonly number[],
): Promise<SmallTown> {
  const testCloud = await startTestCloud({ seed: 'none' })
  return { cloud: testCloud, ...(await addSmallTown(testCloud, people, capacities)) }
}

/** The same town in a cloud that runs. */
export async function addSmallTown(
  testCloud: TestCloud,
  people: number,
  capacities: readonly number[],
): Promise<Omit<SmallTown, 'cloud'>> {
  const add = (name: string, docs: object[]) => addDocs(testCloud, name, docs)
  const openids = Array.from({ length: people }, (_, i) => `person-${i + 1}`)
  await add(
    'accounts',
    openids.map((openid): Account => ({
      ...newAccount(openid, `a-${openid}`, openid),
      policy: { version: POLICY_VERSION, at: MONDAY_9 },
      ...PLACE,
      residentId: `r-${openid}`,
      householdId: `h-${openid}`,
    })),
  )
  await add('residents', openids.map(recordOf))
  await add(
    'diaries',
    openids.map((openid) => emptyDiary(`r-${openid}`, PLACE.communityId)),
  )
  const slots = capacities.map((capacity, n) => slotOf(capacity, n))
  await add('slots', slots)
  return { openids, slotIds: slots.map(({ _id }) => _id) }
}

/** By the record people are found who are told something. */
const recordOf = (openid: string): ResidentDoc => ({
  _id: `r-${openid}`,
  ...PLACE,
  name: openid,
  homes: [{ householdId: `h-${openid}`, home: '', relation: 'owner', since: 1 }],
  phoneVerified: false,
  attributes: [],
  accountId: openid,
  state: 'living',
  version: 1,
  taps: [],
})

function slotOf(capacity: number, n: number): SlotDoc {
  const startsAt = MONDAY_9 + 48 * HOUR + Math.floor(n / 2) * 2 * HOUR + (n % 2) * (HOUR / 2)
  const slot = newSlot(smallService(PLACE), { startsAt, endsAt: startsAt + HOUR, capacity })
  const _id = `slot-${n + 1}`
  return { ...slot, _id, listKey: listKeyOf(startsAt, _id) }
}
