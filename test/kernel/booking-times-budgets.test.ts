import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PatternDoc, ServiceDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { dayOf } from '../../cloudfunctions/shared/time'
import type { WeekPlan } from '../../types/contract/booking-times'
import { CARE, CARE_PLACE, STAFF, startCareTown, WORKER } from '../support/care-town'
import { type CallFigures, DAY, MINUTE, MONDAY_9, type TestCloud } from '../support/cloud'
import { addDocs, allOf, emptyCollection } from '../support/database'
import { planOf, smallService, weekOf } from '../support/services'

/** What each operation that keeps services may cost (budgets.test.ts says how to change a figure). */
const BUDGETS: Record<string, Pick<CallFigures, 'reads' | 'writes' | 'sequential'>> = {
  'booking.listOffered': { reads: 4, writes: 0, sequential: 2 },
  // One more for those who hold no role of staff: whose services they keep.
  'booking.listOffered, by a provider': { reads: 5, writes: 0, sequential: 2 },
  'booking.viewOffered': { reads: 5, writes: 0, sequential: 2 },
  // What somebody does by the power of a role is written into the audit trail while the call reads.
  'booking.saveService, a new one': { reads: 3, writes: 2, sequential: 3 },
  'booking.saveService': { reads: 3, writes: 2, sequential: 3 },
  // What can be booked is closed before the answer.
  'booking.saveService, paused': { reads: 4, writes: 3, sequential: 4 },
  'booking.listProviders': { reads: 3, writes: 0, sequential: 2 },
  'booking.saveProvider': { reads: 3, writes: 2, sequential: 3 },
  'booking.savePattern': { reads: 3, writes: 2, sequential: 3 },
  'booking.endPattern': { reads: 3, writes: 2, sequential: 4 },
  'booking.previewClosing': { reads: 3, writes: 0, sequential: 2 },
  'booking.closeDay': { reads: 3, writes: 3, sequential: 4 },
  'booking.reopenDay': { reads: 3, writes: 4, sequential: 4 },
}

const SERVICES = 50
/** Times of a service on a day. */
const A_DAY = 6

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCareTown(1)
  // What residents book besides is not what is counted.
  await emptyCollection(cloud, 'services')
  await emptyCollection(cloud, 'slots')
})
afterAll(() => cloud.close())

const week = { ...CARE_PLACE, ...weekOf({ spans: [{ from: '09:00', to: '15:00' }] }) }

const numbered = (n: number): string => `s-${String(n).padStart(2, '0')}`

/** Services with a week each, whose times nobody has made yet. */
async function addServices() {
  const ids = Array.from({ length: SERVICES }, (_, n) => numbered(n))
  const services = ids.map((_id, n) =>
    smallService(CARE_PLACE, {
      _id,
      providerId: CARE,
      listKey: `${String(n).padStart(15, '0')}_${_id}`,
      behind: MONDAY_9,
    }),
  )
  const patterns = ids.map((serviceId, n): PatternDoc => ({
    ...(week as WeekPlan & typeof CARE_PLACE),
    ...{ _id: `t-${n}`, serviceId, placeId: 'room', place: '一楼' },
    ...{ madeAt: MONDAY_9, version: 1, behind: MONDAY_9, taps: [] },
  }))
  await addDocs(cloud, 'services', services satisfies ServiceDoc[])
  await addDocs(cloud, 'patterns', patterns)
}

/** What one run of the ticker asked of the database. */
async function ticked(): Promise<CallFigures> {
  await cloud.runTimer('ticker')
  const figures = (await cloud.calls()).at(-1)
  if (!figures) throw new Error('the ticker was not counted')
  return figures
}

const perDay = async () => {
  const days = new Map<string, number>()
  for (const { startsAt } of await allOf<SlotDoc>(cloud, 'slots')) {
    const day = dayOf(startsAt)
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return days
}

describe('the times of fifty services', () => {
  test('of the first thirty days, and of each day after, take few requests', async () => {
    await cloud.runTimer('ticker')
    const idle = await ticked()
    await addServices()
    const first = await ticked()
    const days = await perDay()
    expect([...days.values()].slice(1)).toEqual(Array(30).fill(SERVICES * A_DAY))
    expect(first.writes - idle.writes).toBeLessThanOrEqual(150)
    // And in fact:
    expect(first.writes - idle.writes).toBeLessThanOrEqual(25)

    await cloud.sleep(DAY)
    const after = await perDay()
    expect(after.get('2026-12-24')).toBe(SERVICES * A_DAY)
    // The day's own run was the one that the clock fired.
    const fired = (await cloud.calls()).filter(({ op }) => op === first.op).at(-1)
    expect(fired?.writes).toBeLessThanOrEqual(20)
    expect(fired?.writes).toBeGreaterThan(0)
    expect((await ticked()).writes).toBe(idle.writes)
  })
})

describe('database requests of', () => {
  const measured: Record<string, object> = {}
  const within = async (name: string) => {
    const { reads, writes, sequential } = (await cloud.calls()).at(-1) ?? {}
    measured[name] = { reads, writes, sequential }
  }

  test('every operation that keeps services', async () => {
    const worker = cloud.as(WORKER)
    const staff = cloud.as(STAFF)
    // The first call of an instance also looks at the keys.
    await worker.ok('booking.listOffered', {})
    await worker.ok('booking.listOffered', {})
    await within('booking.listOffered, by a provider')
    await staff.ok('booking.listOffered', {})
    await within('booking.listOffered')
    const plan = planOf({ providerId: CARE })
    const made = await staff.ok('booking.saveService', { plan })
    await within('booking.saveService, a new one')
    const { serviceId } = made
    await staff.ok('booking.saveService', { serviceId, version: 1, plan })
    await within('booking.saveService')
    const pattern = await staff.ok('booking.savePattern', { serviceId, plan: weekOf() })
    await within('booking.savePattern')
    await cloud.advance(MINUTE)
    await staff.ok('booking.viewOffered', { serviceId })
    await within('booking.viewOffered')
    await staff.ok('booking.listProviders', {})
    await within('booking.listProviders')
    await staff.ok('booking.saveProvider', {
      providerId: CARE,
      version: 1,
      name: '康宁',
      members: [],
    })
    await within('booking.saveProvider')
    const part = { of: 'provider' as const, serviceId, day: '2026-12-01' }
    await staff.ok('booking.previewClosing', part)
    await within('booking.previewClosing')
    const { closureId } = await staff.ok('booking.closeDay', { ...part, say: '停电。' })
    await within('booking.closeDay')
    await staff.ok('booking.reopenDay', { closureId })
    await within('booking.reopenDay')
    const { patternId, version } = pattern
    await staff.ok('booking.endPattern', { patternId, version, lastDay: '2026-12-31' })
    await within('booking.endPattern')
    const paused = { ...plan, state: 'paused' as const }
    await staff.ok('booking.saveService', { serviceId, version: 2, plan: paused })
    await within('booking.saveService, paused')
    expect(measured).toEqual(BUDGETS)
  })
})
