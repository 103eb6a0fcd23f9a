import cloudSdk from 'wx-server-sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Diary } from '../../cloudfunctions/shared/diary.rules'
import type { CallReply } from '../../types/contract/wire'
import { type Fault, MINUTE, MONDAY_9, newTap } from '../support/cloud'
import { allOf, pointSdkAt } from '../support/database'
import { isTried } from '../support/fault-modes'
import { holdsForBookings } from '../support/invariants'
import { type SmallTown, startSmallTown } from '../support/small-town'

/**
 * Every database action of a command fails in turn: before it was applied, after it was applied, or
 * with the death of its process. Whether the phone tries again or not, after one run of the ticker
 * the invariants hold.
 */

let town: SmallTown
let clock = MONDAY_9
beforeAll(async () => {
  town = await startSmallTown(400, [450, 450])
})
afterAll(() => town.cloud.close())

let next = 0
const someone = () => town.openids[next++] ?? 'nobody'

/** Past the age at which a held claim counts as left behind, and past the next run of the ticker. */
async function tick() {
  const { now } = await town.cloud.advance(2 * MINUTE)
  clock = now
  await holdsForBookings(town.cloud, { now: clock, settled: true })
}

async function sendTap(openid: string, op: string, input: unknown, tapId: string) {
  const answer = await town.cloud.send('booking', { op, input, tapId }, openid)
  return 'result' in answer
    ? (answer.result as CallReply<{ state: string; bookingId: string }>)
    : null
}

async function faultFired(): Promise<boolean> {
  const fired = (await town.cloud.faults()).some((fault) => fault.fired)
  await town.cloud.clearFaults()
  return fired
}

const liveOf = async (openid: string) => {
  const { items } = await town.cloud.as(openid).ok('booking.listMine', {})
  return items.filter(({ state }) => state !== 'cancelled')
}

const MODES: Fault['mode'][] = ['error', 'error-after', 'kill']
/** More actions than any of these has. */
const MOST = 40
const MOST_OF_THE_TICKER = 70
/** What the ticker's own part for bookings rests on: other jobs have their own tests. */
const BOOKING = ['slots', 'diaries', 'bookings', 'personChanges', 'notices']

describe.each(MODES)('%s at', (mode) => {
  test('every action of booking.reserve', async () => {
    let nth = 1
    for (; nth < MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const [persistent, hopeless] = [someone(), someone()]
      const tap = newTap()
      const input = { slotId: town.slotIds[0] }

      await town.cloud.setFault({ op: 'booking.reserve', nth, mode })
      const reply = await sendTap(persistent, 'booking.reserve', input, tap)
      if (!(await faultFired())) {
        expect(reply?.data?.state).toBe('booked')
        break
      }
      expect(reply?.data).toBeUndefined()
      const again = await sendTap(persistent, 'booking.reserve', input, tap)
      expect(again?.data?.state, `retry after ${mode} at action ${nth}`).toBe('booked')

      await town.cloud.setFault({ op: 'booking.reserve', nth, mode })
      await sendTap(hopeless, 'booking.reserve', input, newTap())
      expect(await faultFired()).toBe(true)
      await tick()
      expect((await liveOf(persistent)).map(({ state }) => state)).toEqual(['booked'])
      for (const { state } of await liveOf(hopeless)) expect(state).toBe('booked')
    }
    // Four reads and three writes: all of them were tried.
    expect(nth).toBeGreaterThanOrEqual(8)
    expect(nth).toBeLessThan(MOST)
  }, 120_000)

  test('every action of booking.cancel', async () => {
    let nth = 1
    for (; nth < MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const [persistent, hopeless] = [someone(), someone()]
      const input = { slotId: town.slotIds[1] }
      const mine = await sendTap(persistent, 'booking.reserve', input, newTap())
      const theirs = await sendTap(hopeless, 'booking.reserve', input, newTap())
      const tap = newTap()

      await town.cloud.setFault({ op: 'booking.cancel', nth, mode })
      const cancel = { bookingId: mine?.data?.bookingId }
      const reply = await sendTap(persistent, 'booking.cancel', cancel, tap)
      if (!(await faultFired())) {
        expect(reply?.data?.state).toBe('cancelled')
        break
      }
      expect(reply?.data).toBeUndefined()
      const again = await sendTap(persistent, 'booking.cancel', cancel, tap)
      expect(again?.data?.state, `retry after ${mode} at action ${nth}`).toBe('cancelled')

      await town.cloud.setFault({ op: 'booking.cancel', nth, mode })
      await sendTap(hopeless, 'booking.cancel', { bookingId: theirs?.data?.bookingId }, newTap())
      expect(await faultFired()).toBe(true)
      await tick()
      expect(await liveOf(persistent)).toEqual([])
      expect((await liveOf(hopeless)).length).toBeLessThanOrEqual(1)
    }
    expect(nth).toBeGreaterThanOrEqual(5)
    expect(nth).toBeLessThan(MOST)
  }, 120_000)

  test('every action of the ticker', async () => {
    let nth = 1
    for (; nth < MOST_OF_THE_TICKER; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const [booker, canceller, crashed] = [someone(), someone(), someone()]
      const input = { slotId: town.slotIds[0] }
      await sendTap(booker, 'booking.reserve', input, newTap())
      const booked = await sendTap(canceller, 'booking.reserve', input, newTap())
      await sendTap(canceller, 'booking.cancel', { bookingId: booked?.data?.bookingId }, newTap())
      // Dies with the place taken and the claim still held.
      await town.cloud.setFault({ op: 'booking.reserve', nth: 7, mode: 'kill' })
      await sendTap(crashed, 'booking.reserve', input, newTap())
      await town.cloud.clearFaults()

      await town.cloud.setFault({ function: 'ticker', collections: BOOKING, nth, mode })
      await town.cloud.advance(2 * MINUTE)
      const fired = await faultFired()
      await tick()
      expect((await liveOf(booker)).length).toBe(1)
      expect(await liveOf(canceller)).toEqual([])
      expect((await liveOf(crashed)).map(({ state }) => state)).toEqual(['booked'])
      if (!fired) break
    }
    expect(nth).toBeGreaterThan(8)
    expect(nth).toBeLessThan(MOST_OF_THE_TICKER)
  }, 180_000)
})

describe('outbox entries delivered', () => {
  /** Books and cancels, and answers the two entries before the ticker has seen them. */
  async function bookAndCancel() {
    const openid = someone()
    const booked = await sendTap(openid, 'booking.reserve', { slotId: town.slotIds[0] }, newTap())
    const bookingId = booked?.data?.bookingId ?? ''
    await sendTap(openid, 'booking.cancel', { bookingId }, newTap())
    const slots = await allOf<SlotDoc>(town.cloud, 'slots')
    const slot = slots.find(({ _id }) => _id === town.slotIds[0])
    const entries =
      slot?.outbox.filter((entry) => 'claim' in entry && entry.claim.id === bookingId) ?? []
    expect(entries.map(({ kind }) => kind)).toEqual(['booked', 'cancelled'])
    return { bookingId, entries }
  }

  async function putInOutbox(entries: unknown[]) {
    pointSdkAt(town.cloud.url)
    const database = cloudSdk.database()
    const data = { outbox: database.command.set(entries) }
    await database
      .collection('slots')
      .doc(town.slotIds[0] ?? '')
      .update({ data })
  }

  const rowsOf = async (bookingId: string) =>
    (await allOf<BookingDoc>(town.cloud, 'bookings')).filter(({ _id }) => _id === bookingId)

  test('in reverse', async () => {
    const { bookingId, entries } = await bookAndCancel()
    await putInOutbox([...entries].reverse())
    await tick()
    expect(await rowsOf(bookingId)).toMatchObject([{ state: 'cancelled', rev: 2 }])
  })

  test('late: the older after the newer was applied', async () => {
    const { bookingId, entries } = await bookAndCancel()
    await putInOutbox(entries.slice(1))
    await tick()
    await putInOutbox(entries.slice(0, 1))
    await tick()
    expect(await rowsOf(bookingId)).toMatchObject([{ state: 'cancelled', rev: 2 }])
  })

  test('twice', async () => {
    const { bookingId, entries } = await bookAndCancel()
    await tick()
    await putInOutbox(entries)
    await tick()
    expect(await rowsOf(bookingId)).toMatchObject([{ state: 'cancelled', rev: 2 }])
  })
})

describe('what comes late', () => {
  test('a place taken after its claim was released is freed, and the tap is served anew', async () => {
    const openid = someone()
    const residentId = `r-${openid}`
    const slotId = town.slotIds[0] ?? ''
    const input = { slotId }
    const tap = newTap()
    // Dies before the place is taken.
    await town.cloud.setFault({ op: 'booking.reserve', nth: 6, mode: 'kill' })
    await sendTap(openid, 'booking.reserve', input, tap)
    const diaries = await allOf<Diary>(town.cloud, 'diaries')
    const claim = diaries.find(({ _id }) => _id === residentId)?.held[0]
    expect(claim?.place).toBe(slotId)
    await tick()
    // The dead call's request was still on its way, and arrives now.
    pointSdkAt(town.cloud.url)
    const { command } = cloudSdk.database()
    const entry = {
      id: `${claim?.id}:booked`,
      rev: 1,
      at: clock,
      kind: 'booked',
      residentId,
      claim,
    }
    const data = {
      left: command.inc(-1),
      [`seats.${residentId}`]: command.set({ bookingId: claim?.id, at: clock }),
      outbox: command.push([entry]),
    }
    await cloudSdk.database().collection('slots').doc(slotId).update({ data })

    const soon = await sendTap(openid, 'booking.reserve', input, tap)
    expect(soon?.error?.code).toBe('BOOKING_PENDING')
    await tick()
    const later = await sendTap(openid, 'booking.reserve', input, tap)
    expect(later?.data?.state).toBe('booked')
    await tick()
    await tick()
    expect((await liveOf(openid)).map(({ bookingId, state }) => [bookingId, state])).toEqual([
      [later?.data?.bookingId, 'booked'],
    ])
  })

  test('a cancelling tap sent again after the ticker finished its work gets its answer', async () => {
    const openid = someone()
    const booked = await sendTap(openid, 'booking.reserve', { slotId: town.slotIds[1] }, newTap())
    const cancel = { bookingId: booked?.data?.bookingId }
    const tap = newTap()
    await town.cloud.setFault({ op: 'booking.cancel', nth: 4, mode: 'kill' })
    expect(await sendTap(openid, 'booking.cancel', cancel, tap)).toBeNull()
    await tick()
    expect((await sendTap(openid, 'booking.cancel', cancel, tap))?.data?.state).toBe('cancelled')
    expect((await sendTap(openid, 'booking.cancel', cancel, newTap()))?.error?.code).toBe(
      'ALREADY_CANCELLED',
    )
  })

  test('a claim still held is no blank refusal to another tap', async () => {
    const openid = someone()
    const input = { slotId: town.slotIds[0] }
    await town.cloud.setFault({ op: 'booking.reserve', nth: 6, mode: 'kill' })
    await sendTap(openid, 'booking.reserve', input, newTap())
    expect((await sendTap(openid, 'booking.reserve', input, newTap()))?.error?.code).toBe(
      'BOOKING_PENDING',
    )
    await tick()
    expect((await sendTap(openid, 'booking.reserve', input, newTap()))?.data?.state).toBe('booked')
  })
})

test('a long backlog is delivered, past an entry that cannot be', async () => {
  const other = await startSmallTown(
    2,
    Array.from({ length: 30 }, () => 100),
  )
  try {
    const { command } = cloudSdk.database()
    for (const [n, slotId] of other.slotIds.entries()) {
      const entries = Array.from({ length: 45 }, (_, i) => ({
        id: `${slotId}_${i}:booked`,
        rev: 1,
        at: MONDAY_9 - 1_000 + n,
        kind: 'booked',
        residentId: `r-gone-${n}-${i}`,
        // The first slot's entries are broken: nothing can be done with them.
        claim: n === 0 ? null : { id: `${slotId}_${i}`, place: slotId, view: { bookedAt: 1 } },
      }))
      const data = { outbox: command.set(entries) }
      await cloudSdk.database().collection('slots').doc(slotId).update({ data })
    }
    await other.cloud.advance(MINUTE)
    const rows = await allOf<BookingDoc>(other.cloud, 'bookings')
    expect(rows.length).toBe(29 * 45)
    const slots = await allOf<SlotDoc>(other.cloud, 'slots')
    expect(slots.filter(({ outbox }) => outbox.length > 0).map(({ _id }) => _id)).toEqual([
      'slot-1',
    ])
    expect(
      other.cloud.logs.some((line) => line.includes('not delivered') && line.includes('slot-1')),
    ).toBe(true)
  } finally {
    await other.cloud.close()
  }
}, 60_000)
