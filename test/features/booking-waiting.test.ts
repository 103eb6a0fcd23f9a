import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { newAccount } from '../../cloudfunctions/shared/actor'
import { LIMITS } from '../../types/contract/limits'
import { HOUR, MINUTE, newTap } from '../support/cloud'
import { addDocs, allOf, changeDoc } from '../support/database'
import { holdsForBookings } from '../support/invariants'
import { type SmallTown, startSmallTown } from '../support/small-town'

/** Each test has slots with one place each, and people who are in no line yet. */

const COMMUNITY = { communityId: 'c-1', region: 'd-1/s-1/c-1' }

let town: SmallTown
beforeAll(async () => {
  town = await startSmallTown(
    80,
    Array.from({ length: 60 }, () => 1),
  )
})
afterAll(() => town.cloud.close())

let people: string[] = []
let slotId: string
let nextPerson = 0
let nextSlot = 0
/** Slots that begin at different hours: every second one overlaps the one before. */
const freeSlot = () => town.slotIds[(nextSlot += 2) - 2] ?? ''
beforeEach(() => {
  people = []
  slotId = freeSlot()
})

const openidOf = (n: number) => (people[n] ??= town.openids[nextPerson++] ?? '')
const as = (n: number) => town.cloud.as(openidOf(n))
const residentOf = (n: number) => `r-${openidOf(n)}`

const slotNow = async (id = slotId) => {
  const found = (await allOf<SlotDoc>(town.cloud, 'slots')).find(({ _id }) => _id === id)
  if (!found) throw new Error('no slot')
  return found
}
const offeredTo = async () => (await slotNow()).offers.map(({ residentId }) => residentId)
const inLine = async () => (await slotNow()).queue.map(({ residentId }) => residentId)
const waitOf = async (n: number) =>
  (await as(n).ok('booking.listMine', {})).waits.find((one) => one.slotId === slotId)
const told = async (n: number) =>
  (await as(n).ok('message.listMine', {})).items.map(({ about }) => about.kind).sort()

/** The place is person 0's, and the next ones wait for it. */
async function lineOf(waiting: number): Promise<{ bookingId: string }> {
  const { bookingId } = await as(0).ok('booking.reserve', { slotId })
  for (let n = 1; n <= waiting; n++) await as(n).ok('booking.joinWaitlist', { slotId })
  return { bookingId }
}

describe('the line', () => {
  test('is for whoever finds no place, in the order they came, and tells each where they stand', async () => {
    const tap = newTap()
    expect(await as(0).refused('booking.joinWaitlist', { slotId })).toBe('PLACES_LEFT')
    const { bookingId } = await lineOf(0)
    expect(await as(0).refused('booking.joinWaitlist', { slotId })).toBe('ALREADY_BOOKED')
    const joined = await as(1).ok('booking.joinWaitlist', { slotId }, tap)
    expect(joined).toMatchObject({ inLine: 1, waiting: 1, serviceName: '体检' })
    expect(await as(1).ok('booking.joinWaitlist', { slotId }, tap)).toEqual(joined)
    expect(await as(1).refused('booking.joinWaitlist', { slotId })).toBe('ALREADY_WAITING')
    expect(await as(1).refused('booking.leaveWaitlist', { slotId }, tap)).toBe('TAP_REUSED')
    expect(await as(2).ok('booking.joinWaitlist', { slotId })).toMatchObject({ inLine: 2 })
    expect(await waitOf(2)).toMatchObject({ slotId, inLine: 2 })

    const left = newTap()
    await as(1).ok('booking.leaveWaitlist', { slotId }, left)
    await as(1).ok('booking.leaveWaitlist', { slotId }, left)
    await as(1).ok('booking.leaveWaitlist', { slotId })
    expect(await waitOf(2)).toMatchObject({ slotId, inLine: 1 })
    await as(0).ok('booking.cancel', { bookingId })
    expect(await offeredTo()).toEqual([residentOf(2)])
  })

  test('goes before whoever walks in, and its offer is nobody else’s', async () => {
    const { bookingId } = await lineOf(2)
    await as(0).ok('booking.cancel', { bookingId })
    for (const op of ['booking.reserve', 'booking.acceptOffer'] as const) {
      expect(await as(3).call(op, { slotId })).toMatchObject({
        error: { code: op === 'booking.reserve' ? 'SLOT_FULL' : 'OFFER_OVER' },
      })
    }
    // The second in line has no offer either, and declining nothing takes nothing from the first.
    expect(await as(2).refused('booking.acceptOffer', { slotId })).toBe('OFFER_OVER')
    await as(3).ok('booking.leaveWaitlist', { slotId })
    expect(await offeredTo()).toEqual([residentOf(1)])
    // To reserve it is to accept the offer.
    expect(await as(1).ok('booking.reserve', { slotId })).toMatchObject({ state: 'booked' })
    expect(await slotNow()).toMatchObject({ left: 0, offers: [] })
  })

  test('an offer is told, taken by whose it is, and leaves no wait', async () => {
    const { bookingId } = await lineOf(1)
    await as(0).ok('booking.cancel', { bookingId })
    await town.cloud.advance(MINUTE)
    expect(await waitOf(1)).toMatchObject({ offerUntil: expect.any(Number) as number })
    expect(await told(1)).toEqual(['offerMade'])
    const tap = newTap()
    const booked = await as(1).ok('booking.acceptOffer', { slotId }, tap)
    expect(await as(1).ok('booking.acceptOffer', { slotId }, tap)).toEqual(booked)
    expect(await waitOf(1)).toBeUndefined()
    const { now } = await town.cloud.advance(2 * MINUTE)
    expect(await slotNow()).toMatchObject({ left: 0, queue: [], offers: [] })
    await holdsForBookings(town.cloud, { now, settled: true })
  })

  test('an offer that is declined, or runs out, goes to the next', async () => {
    const { bookingId } = await lineOf(3)
    await as(0).ok('booking.cancel', { bookingId })
    await as(1).ok('booking.leaveWaitlist', { slotId })
    expect(await offeredTo()).toEqual([residentOf(2)])
    await town.cloud.sleep(2 * HOUR + 2 * MINUTE)
    await town.cloud.advance(MINUTE)
    expect(await offeredTo()).toEqual([residentOf(3)])
    expect(await told(2)).toEqual(['offerLapsed', 'offerMade'])
    expect(await as(2).refused('booking.acceptOffer', { slotId })).toBe('OFFER_OVER')
    await town.cloud.sleep(2 * HOUR + 2 * MINUTE)
    await town.cloud.advance(MINUTE)
    expect(await slotNow()).toMatchObject({ left: 1, queue: [], offers: [] })
    expect((await slotNow()).queueAt).toBeUndefined()
    await as(0).ok('booking.reserve', { slotId })
  })

  test('who has something else at that time changes it into what is offered', async () => {
    const { bookingId } = await lineOf(1)
    const other = town.slotIds[nextSlot - 1] ?? ''
    const own = await as(1).ok('booking.reserve', { slotId: other })
    await as(0).ok('booking.cancel', { bookingId })
    expect(await as(1).refused('booking.acceptOffer', { slotId })).toBe('TIME_CLASH')
    expect(await offeredTo()).toEqual([residentOf(1)])
    const changed = await as(1).ok('booking.change', { bookingId: own.bookingId, slotId })
    expect(changed).toMatchObject({ slotId, state: 'booked' })
    expect(await slotNow()).toMatchObject({ left: 0, offers: [], queue: [] })
    expect(await slotNow(other)).toMatchObject({ left: 1, seats: {} })
  })

  test('is offered what more places there are, and ends with the day that is closed', async () => {
    await lineOf(2)
    await changeDoc(town.cloud, 'slots', slotId, { capacity: 2, left: 1, queueAt: 1 })
    await town.cloud.advance(MINUTE)
    expect(await offeredTo()).toEqual([residentOf(1)])
    expect(await inLine()).toEqual([residentOf(2)])
    await changeDoc(town.cloud, 'slots', slotId, { state: 'closed', queueAt: 1 })
    await town.cloud.advance(2 * MINUTE)
    expect(await slotNow()).toMatchObject({ left: 1, queue: [], offers: [] })
    expect(await told(1)).toEqual(['offerLapsed', 'offerMade'])
    expect(await told(2)).toEqual(['waitEnded'])
  })

  test('eight join at once: each has a place of their own', async () => {
    await lineOf(0)
    const taps = Array.from({ length: 8 }, (_, n) =>
      as(n + 1).ok('booking.joinWaitlist', { slotId }),
    )
    const places = (await Promise.all(taps)).map((joined) => joined.inLine ?? 0)
    expect(places.sort((a, b) => a - b)).toEqual(places.map((_, n) => n + 1))
    expect((await slotNow()).queue.length).toBe(8)
  })
})

describe('nobody waits', () => {
  test('in more lines than they may', async () => {
    const full: string[] = []
    for (let n = 0; n <= LIMITS.waitsOfOne; n++) full.push(n === 0 ? slotId : freeSlot())
    for (const id of full) await as(0).ok('booking.reserve', { slotId: id })
    for (const id of full.slice(1)) await as(1).ok('booking.joinWaitlist', { slotId: id })
    expect(await as(1).refused('booking.joinWaitlist', { slotId })).toBe('TOO_MANY_WAITS')
    await as(1).ok('booking.leaveWaitlist', { slotId: full[1] ?? '' })
    await as(1).ok('booking.joinWaitlist', { slotId })
  })

  test('for a service that has no line', async () => {
    const { terms } = await slotNow()
    await changeDoc(town.cloud, 'slots', slotId, { terms: { ...terms, offerMinutes: 0 } })
    await lineOf(0)
    expect(await as(1).refused('booking.joinWaitlist', { slotId })).toBe('NO_WAITLIST')
  })

  test('in another community, or for somebody who does not let them', async () => {
    const grant = {
      grantId: 'g-waits',
      ...COMMUNITY,
      name: '妈妈',
      home: '',
      relation: 'daughter' as const,
      scope: 'booking' as const,
      since: 1,
    }
    await lineOf(0)
    await addDocs(town.cloud, 'accounts', [
      {
        ...newAccount('waits-elsewhere', 'a-waits-elsewhere', '远'),
        communityId: 'c-2',
        region: 'd-1/s-1/c-2',
        residentId: 'r-waits-elsewhere',
      },
      {
        ...newAccount('waits-for', 'a-waits-for', '女儿'),
        grants: [{ ...grant, residentId: residentOf(1) }],
      },
    ])
    const elsewhere = town.cloud.as('waits-elsewhere')
    for (const op of [
      'booking.joinWaitlist',
      'booking.leaveWaitlist',
      'booking.acceptOffer',
    ] as const) {
      expect(await elsewhere.refused(op, { slotId })).toBe('NOT_FOUND')
      const notTheirs = town.cloud.as('waits-for', { onBehalfOf: residentOf(2) })
      expect(await notTheirs.refused(op, { slotId })).toBe('NOT_THEIR_HELPER')
    }
    const daughter = town.cloud.as('waits-for', { onBehalfOf: residentOf(1) })
    expect(await daughter.ok('booking.joinWaitlist', { slotId })).toMatchObject({ inLine: 1 })
    expect(await inLine()).toEqual([residentOf(1)])
    expect((await slotNow()).queue[0]?.by).toEqual({ kind: 'helper', relation: 'daughter' })
  })

  // The clock passes all that begins in these two days: it comes last.
  test('for what has begun: the line ends, and those who waited in vain are told', async () => {
    await lineOf(1)
    const { startsAt } = await slotNow()
    const { now } = await town.cloud.sleep(1)
    await town.cloud.sleep(startsAt - now + MINUTE)
    await town.cloud.advance(2 * MINUTE)
    expect(await slotNow()).toMatchObject({ queue: [], offers: [] })
    expect(await told(1)).toEqual(['waitEnded'])
    expect(await as(1).refused('booking.joinWaitlist', { slotId })).toBe('SLOT_PAST')
  })
})
