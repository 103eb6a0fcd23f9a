import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../cloudfunctions/shared/time'
import type { TestCloud } from '../support/cloud'
import { changeDoc } from '../support/database'
import { residentOf, STAFF, startEngineTown } from '../support/engine-town'

/** What the people of a home have used up together is said before the tap, to whoever looks for one of them. */

let cloud: TestCloud
let slotIds: string[] = []
beforeAll(async () => {
  const town = await startEngineTown({
    people: 4,
    atHome: 2,
    weeks: {
      check: { weekdays: [3], spans: [{ from: '09:00', to: '10:00' }], capacity: 1 },
      bath: { weekdays: [3], spans: [{ from: '13:00', to: '14:00' }], capacity: 1 },
      // A home has one visit a day, and each day has two times.
      clean: { weekdays: [3, 5], spans: [{ from: '09:00', to: '11:00' }], capacity: 9 },
    },
  })
  cloud = town.cloud
  slotIds = town.slotIds.clean
})
afterAll(() => cloud.close())

/** What speaks against the times of the first day, for one of the second home. */
async function against(openid: string, onBehalfOf?: string) {
  const caller = cloud.as(openid, onBehalfOf === undefined ? {} : { onBehalfOf })
  const { slots } = await caller.ok('booking.viewService', { serviceId: 'clean' })
  const day = dayOf(slots[0]?.startsAt ?? 0)
  const range = { serviceId: 'clean', fromDay: day, toDay: day }
  const { items } = await caller.ok('booking.listSlots', range)
  const shown = slots.filter(({ startsAt }) => dayOf(startsAt) === day)
  expect(items).toEqual(shown)
  return shown.map((slot) => (slot.bookingId === undefined ? slot.against : 'own'))
}

test('one of a home has booked: the others read so, those of another home do not', async () => {
  const [first = ''] = slotIds
  await cloud.as('person-1').ok('booking.reserve', { slotId: first })
  expect(await against('person-1')).toEqual(['own', 'homeLimit'])
  expect(await against('person-2')).toEqual(['homeLimit', 'homeLimit'])
  expect(await against(STAFF, residentOf('person-2'))).toEqual(['homeLimit', 'homeLimit'])
  expect(await against('person-3')).toEqual([undefined, undefined])
})

test('a helper reads it of the person they act for', async () => {
  const [, second = ''] = slotIds
  const forOther = residentOf('person-2')
  expect(await against('person-1', forOther)).toEqual(['homeLimit', 'homeLimit'])
  const asHelper = cloud.as('person-1', { onBehalfOf: forOther })
  expect(await asHelper.refused('booking.reserve', { slotId: second })).toBe('LIMIT_HOUSEHOLD')
})

test('who moved reads nothing of the home they left', async () => {
  const home = { householdId: 'h-9', home: '9号楼', relation: 'owner', since: 1 }
  await changeDoc(cloud, 'residents', residentOf('person-2'), { homes: [home] })
  expect(await against('person-2')).toEqual([undefined, undefined])
})
