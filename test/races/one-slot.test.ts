import { demoSlot } from '../support/services'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, MONDAY_9, openSlots, startTestCloud, type TestCloud } from '../support/cloud'
import { holdsForBookings } from '../support/invariants'

const RESIDENTS = 200

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: RESIDENTS, latencyMs: 5 })
}, 60_000)
afterAll(() => cloud.close())

const everyone = Array.from(
  { length: RESIDENTS },
  (_, i) => `resident-${String(i + 1).padStart(4, '0')}`,
)

test('200 residents on one slot of 50 at once: 50 are booked, 150 are told it is full', async () => {
  const [talk] = await openSlots(cloud, 'chunxiao-health-talk')
  if (!talk) throw new Error('No talk in the demo.')
  expect([talk.capacity, talk.left]).toEqual([50, 50])
  // Warm instances first, so that what overlaps below are the calls themselves and not their cold starts.
  await Promise.all(
    everyone.slice(0, 40).map((openid) => cloud.as(openid).ok('booking.listMine', {})),
  )
  await cloud.resetStats()

  const replies = await Promise.all(
    everyone.map((openid) => cloud.as(openid).call('booking.reserve', { slotId: talk.slotId })),
  )
  const outcomes = replies.map(({ error }) => error?.code ?? 'booked')
  expect(outcomes.filter((outcome) => outcome === 'booked').length).toBe(50)
  expect(outcomes.filter((outcome) => outcome === 'SLOT_FULL').length).toBe(150)

  const { functions, afterReturn } = await cloud.stats()
  expect(functions.find((f) => f.function === 'booking')?.maxOverlap).toBeGreaterThanOrEqual(16)
  expect(afterReturn).toBe(0)
  await holdsForBookings(cloud, { now: MONDAY_9, settled: false, counted: false })

  const winners = everyone.filter((_, i) => !replies[i]?.error)
  const losers = everyone.filter((_, i) => replies[i]?.error)
  for (const [openids, count] of [
    [winners, 1],
    [losers, 0],
  ] as const) {
    for (const openid of openids.slice(0, 10)) {
      expect((await cloud.as(openid).ok('booking.listMine', {})).items.length).toBe(count)
    }
  }
}, 120_000)

test('everyone cancels and books again at once: never more than 50', async () => {
  const [talk] = (await openSlots(cloud, 'chunxiao-flu-vaccine')).slice(0, 1)
  if (!talk) throw new Error('No vaccination in the demo.')
  await Promise.all(
    everyone.slice(0, 120).map(async (openid) => {
      const me = cloud.as(openid)
      for (let round = 0; round < 3; round++) {
        const { data } = await me.call('booking.reserve', { slotId: talk.slotId })
        if (data) await me.call('booking.cancel', { bookingId: data.bookingId })
      }
      await me.call('booking.reserve', { slotId: talk.slotId })
    }),
  )
  await cloud.advance(3 * MINUTE)
  await holdsForBookings(cloud, { now: MONDAY_9 + 3 * MINUTE, settled: true, counted: false })
  const { slots } = await cloud
    .as('demo-resident')
    .ok('booking.viewService', { serviceId: talk.serviceId })
  expect(slots.find(({ slotId }) => slotId === talk.slotId)?.left).toBe(0)
}, 120_000)

test('one resident taps twenty slots of the same time at once and gets one', async () => {
  // Thursday at nine: two health services, a bath and a cleaning all begin then.
  const same = (['cleaning home', 'bathing home', 'health-check clinic1'] as const).map((of) => {
    const [service = '', placeId = ''] = of.split(' ')
    return demoSlot(service, placeId, '2026-11-26', '09:00')
  })
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      cloud.as('demo-elder').call('booking.reserve', {
        slotId: same[i % same.length] ?? '',
        answers: { walks: '能' },
      }),
    ),
  )
  const codes = replies.map(({ error }) => error?.code ?? 'booked')
  expect(codes.filter((code) => code === 'booked').length).toBe(1)
  const allowed = ['booked', 'TIME_CLASH', 'ALREADY_BOOKED', 'BOOKING_PENDING', 'SLOT_FULL']
  expect(codes.filter((code) => !allowed.includes(code))).toEqual([])
}, 60_000)
