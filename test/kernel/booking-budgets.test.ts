import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CallFigures, MINUTE } from '../support/cloud'
import { type EngineTown, residentOf, STAFF, startEngineTown } from '../support/engine-town'

/**
 * What booking may cost with all that it has on: who may book, clashes, limits of the person and of the home, and an
 * entitlement. A reviewed line with a reason changes the table.
 */
const BUDGETS: Record<string, readonly [reads: number, writes: number, sequential: number]> = {
  // The account; the slot, the diary and the record; hold; the seat and the home's counters; keep.
  'booking.reserve': [4, 4, 5],
  // Each more date is one seat: the slots are read in one request. Whose diary knows of no use by the home begins the
  // home's counters and adds to them at once, since it may be the first of it.
  'booking.reserve, for three weeks': [4, 7, 5],
  'booking.reserve, the first of a home': [4, 5, 5],
  // The record is read beside the account, and the fact written beside the reads: what changes waits for it.
  'booking.reserve, by the desk': [4, 4, 5],
  // Hold; the new seat; the exchange; the old seat back.
  'booking.change': [4, 4, 6],
  // The home's counters are another document, of which the new week takes its share.
  'booking.change, to another week': [4, 5, 6],
  // What it counted for in the home comes back once its claim has ended, and not to one that was exchanged meanwhile.
  'booking.cancel': [3, 3, 5],
  // What comes free is offered at once.
  'booking.cancel, while others wait': [3, 3, 5],
  'booking.joinWaitlist': [4, 1, 3],
  'booking.leaveWaitlist': [2, 1, 3],
  // The next in the line is offered it at once.
  'booking.leaveWaitlist, of an offer': [2, 2, 4],
  'booking.acceptOffer': [4, 3, 5],
  'booking.listMine': [4, 0, 2],
  // The account; and together the service, its slots, and what speaks against them: the diary, the record, and what the
  // home has used up.
  'booking.viewService': [6, 0, 2],
  'booking.listSlots': [6, 0, 2],
  'booking.entitlements': [3, 0, 2],
}

let town: EngineTown
beforeAll(async () => {
  town = await startEngineTown({
    people: 12,
    atHome: 2,
    vouchers: 20,
    minutes: 1_200,
    householdWeek: 10,
    latencyMs: 3,
    weeks: {
      check: { weekdays: [3], spans: [{ from: '09:00', to: '12:00' }], capacity: 1 },
      bath: { weekdays: [3, 4], spans: [{ from: '13:00', to: '16:00' }], capacity: 20 },
      clean: { weekdays: [5], spans: [{ from: '09:00', to: '12:00' }], capacity: 20 },
    },
  })
})
afterAll(() => town.cloud.close())

const measured: Record<string, [number, number, number]> = {}
async function costs(name: string): Promise<void> {
  const last: CallFigures | undefined = (await town.cloud.calls()).at(-1)
  const { reads, writes, sequential } = last ?? { reads: -1, writes: -1, sequential: -1 }
  measured[name] = [reads, writes, sequential]
}

const as = (n: number) => town.cloud.as(town.openids[n - 1] ?? '')
const bath = (n: number) => town.slotIds.bath[n] ?? ''
const check = (n: number) => town.slotIds.check[n] ?? ''

describe('what is asked of the database', () => {
  test('by booking, with all limits and an entitlement', async () => {
    await as(1).ok('booking.listMine', {})
    // The first visit of a home opens its counters: once in its life.
    await as(1).ok('booking.reserve', { slotId: bath(0), useSubsidy: true })
    await costs('booking.reserve, the first of a home')
    const { bookingId } = await as(1).ok('booking.reserve', { slotId: bath(3), useSubsidy: true })
    await costs('booking.reserve')
    await as(1).ok('booking.change', { bookingId, slotId: bath(4) })
    await costs('booking.change')
    const { items = [] } = await as(2).ok('booking.reserve', {
      slotId: bath(1),
      useSubsidy: true,
      repeat: { weeks: 3 },
    })
    expect(items.map(({ booked }) => booked?.state)).toEqual(['booked', 'booked', 'booked'])
    await costs('booking.reserve, for three weeks')
    const later = items[2]?.booked?.bookingId ?? ''
    await as(2).ok('booking.change', { bookingId: later, slotId: bath(5) })
    await costs('booking.change, to another week')
    await as(2).ok('booking.cancel', { bookingId: items[1]?.booked?.bookingId ?? '' })
    await costs('booking.cancel')
    const desk = town.cloud.as(STAFF, { onBehalfOf: residentOf('person-3') })
    await desk.ok('booking.reserve', { slotId: check(2) })
    await costs('booking.reserve, by the desk')
  })

  test('by waiting', async () => {
    const { bookingId } = await as(5).ok('booking.reserve', { slotId: check(0) })
    await as(6).ok('booking.joinWaitlist', { slotId: check(0) })
    await costs('booking.joinWaitlist')
    await as(7).ok('booking.joinWaitlist', { slotId: check(0) })
    await as(8).ok('booking.joinWaitlist', { slotId: check(0) })
    await as(8).ok('booking.leaveWaitlist', { slotId: check(0) })
    await costs('booking.leaveWaitlist')
    await as(5).ok('booking.cancel', { bookingId })
    await costs('booking.cancel, while others wait')
    await as(6).ok('booking.leaveWaitlist', { slotId: check(0) })
    await costs('booking.leaveWaitlist, of an offer')
    await as(7).ok('booking.acceptOffer', { slotId: check(0) })
    await costs('booking.acceptOffer')
  })

  test('by lists', async () => {
    await town.cloud.advance(2 * MINUTE)
    await as(1).ok('booking.listMine', {})
    await costs('booking.listMine')
    await as(1).ok('booking.viewService', { serviceId: 'bath' })
    await costs('booking.viewService')
    await as(1).ok('booking.listSlots', {
      serviceId: 'bath',
      fromDay: '2026-11-23',
      toDay: '2026-12-20',
    })
    await costs('booking.listSlots')
    await as(1).ok('booking.entitlements', {})
    await costs('booking.entitlements')
  })
})

test('no more than stands here', () => {
  expect(measured).toEqual(BUDGETS)
})
