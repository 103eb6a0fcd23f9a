import { afterEach, describe, expect, test } from 'vitest'
import type { SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { HOUR, MINUTE, newTap } from '../support/cloud'
import { allOf } from '../support/database'
import { holdsForBookings } from '../support/invariants'
import { type SmallTown, startSmallTown } from '../support/small-town'

/** A line for one place: the first of `people` has it, the others wait. */
let town: SmallTown | undefined
afterEach(() => town?.cloud.close())

async function lineOf(people: number) {
  town = await startSmallTown(people, [1])
  const { cloud, openids, slotIds } = town
  const slotId = slotIds[0] ?? ''
  const as = (n: number) => cloud.as(openids[n] ?? '')
  const { bookingId } = await as(0).ok('booking.reserve', { slotId })
  const slot = async () => {
    const found = (await allOf<SlotDoc>(cloud, 'slots')).find(({ _id }) => _id === slotId)
    if (!found) throw new Error('no slot')
    return found
  }
  const waitOf = async (n: number) => (await as(n).ok('booking.listMine', {})).waits[0]
  const told = async (n: number) =>
    (await as(n).ok('message.listMine', {})).items.map(({ about }) => about.kind)
  return { cloud, slotId, as, bookingId, slot, waitOf, told }
}

describe('the line', () => {
  test('nobody waits where there are places, and everybody in the order they came', async () => {
    const { as, slotId, bookingId, waitOf, slot } = await lineOf(4)
    expect(await as(0).refused('booking.joinWaitlist', { slotId })).toBe('ALREADY_BOOKED')
    const tap = newTap()
    const joined = await as(1).ok('booking.joinWaitlist', { slotId }, tap)
    expect(joined).toMatchObject({ inLine: 1, waiting: 1, serviceName: '体检' })
    expect(await as(1).ok('booking.joinWaitlist', { slotId }, tap)).toEqual(joined)
    expect(await as(1).refused('booking.joinWaitlist', { slotId })).toBe('ALREADY_WAITING')
    expect(await as(1).refused('booking.leaveWaitlist', { slotId }, tap)).toBe('TAP_REUSED')
    expect(await as(2).ok('booking.joinWaitlist', { slotId })).toMatchObject({ inLine: 2 })
    expect(await waitOf(2)).toMatchObject({ slotId, inLine: 2 })
    await as(1).ok('booking.leaveWaitlist', { slotId })
    await as(1).ok('booking.leaveWaitlist', { slotId })
    expect(await waitOf(2)).toMatchObject({ slotId, inLine: 1 })
    await as(0).ok('booking.cancel', { bookingId })
    expect((await slot()).offers.map(({ residentId }) => residentId)).toEqual(['r-person-3'])
    expect(await as(3).refused('booking.reserve', { slotId })).toBe('SLOT_FULL')
    expect(await as(3).refused('booking.acceptOffer', { slotId })).toBe('OFFER_OVER')
  })

  test('an offer is told, taken by whose it is, and leaves no wait', async () => {
    const { cloud, as, slotId, bookingId, waitOf, told, slot } = await lineOf(3)
    await as(1).ok('booking.joinWaitlist', { slotId })
    await as(0).ok('booking.cancel', { bookingId })
    await cloud.advance(MINUTE)
    expect(await waitOf(1)).toMatchObject({ offerUntil: expect.any(Number) as number })
    expect(await told(1)).toEqual(['offerMade'])
    const tap = newTap()
    const booked = await as(1).ok('booking.acceptOffer', { slotId }, tap)
    expect(await as(1).ok('booking.acceptOffer', { slotId }, tap)).toEqual(booked)
    expect(await waitOf(1)).toBeUndefined()
    const { now } = await cloud.advance(2 * MINUTE)
    expect(await slot()).toMatchObject({ left: 0, queue: [], offers: [] })
    await holdsForBookings(cloud, { now, settled: true })
  })

  test('an offer that is declined, or runs out, goes to the next', async () => {
    const { cloud, as, slotId, bookingId, told, slot } = await lineOf(4)
    for (const n of [1, 2, 3]) await as(n).ok('booking.joinWaitlist', { slotId })
    await as(0).ok('booking.cancel', { bookingId })
    await as(1).ok('booking.leaveWaitlist', { slotId })
    expect((await slot()).offers.map(({ residentId }) => residentId)).toEqual(['r-person-3'])
    await cloud.advance(2 * HOUR + 2 * MINUTE)
    expect((await slot()).offers.map(({ residentId }) => residentId)).toEqual(['r-person-4'])
    expect((await told(2)).sort()).toEqual(['offerLapsed', 'offerMade'])
    expect(await as(2).refused('booking.acceptOffer', { slotId })).toBe('OFFER_OVER')
    await cloud.advance(2 * HOUR + 2 * MINUTE)
    expect(await slot()).toMatchObject({ left: 1, queue: [], offers: [] })
    expect((await slot()).queueAt).toBeUndefined()
    await as(0).ok('booking.reserve', { slotId })
  })

  test('a line ends with the slot’s booking, and those who waited in vain are told', async () => {
    const { cloud, as, slotId, told, slot } = await lineOf(2)
    await as(1).ok('booking.joinWaitlist', { slotId })
    await cloud.sleep(48 * HOUR + MINUTE)
    await cloud.advance(2 * MINUTE)
    expect(await slot()).toMatchObject({ queue: [], offers: [] })
    expect(await told(1)).toEqual(['waitEnded'])
    expect(await as(1).refused('booking.joinWaitlist', { slotId })).toBe('SLOT_PAST')
  })

  test('fifteen join at once: each has a place of their own', async () => {
    const { as, slotId, slot } = await lineOf(16)
    const taps = Array.from({ length: 15 }, (_, i) =>
      as(i + 1).ok('booking.joinWaitlist', { slotId }),
    )
    const places = (await Promise.all(taps)).map(({ inLine }) => inLine ?? 0)
    expect(places.sort((a, b) => a - b)).toEqual(places.map((_, i) => i + 1))
    expect((await slot()).queue.length).toBe(15)
  })
})
