import cloudSdk from 'wx-server-sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { CallReply } from '../../types/contract/wire'
import { type Fault, MINUTE, MONDAY_9, newTap } from '../support/cloud'
import { allOf, pointSdkAt } from '../support/database'
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

describe.each(MODES)('%s at', (mode) => {
  test('every action of booking.reserve', async () => {
    let nth = 1
    for (; ; nth++) {
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
    // Three reads and three writes: all of them were tried.
    expect(nth).toBe(7)
  }, 120_000)

  test('every action of booking.cancel', async () => {
    let nth = 1
    for (; ; nth++) {
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
    expect(nth).toBe(5)
  }, 120_000)

  test('every action of the ticker', async () => {
    let nth = 1
    for (; ; nth++) {
      const [booker, canceller, crashed] = [someone(), someone(), someone()]
      const input = { slotId: town.slotIds[0] }
      await sendTap(booker, 'booking.reserve', input, newTap())
      const booked = await sendTap(canceller, 'booking.reserve', input, newTap())
      await sendTap(canceller, 'booking.cancel', { bookingId: booked?.data?.bookingId }, newTap())
      // Dies with the place taken and the claim still held.
      await town.cloud.setFault({ op: 'booking.reserve', nth: 6, mode: 'kill' })
      await sendTap(crashed, 'booking.reserve', input, newTap())
      await town.cloud.clearFaults()

      await town.cloud.setFault({ function: 'ticker', nth, mode })
      await town.cloud.advance(2 * MINUTE)
      const fired = await faultFired()
      await tick()
      expect((await liveOf(booker)).length).toBe(1)
      expect(await liveOf(canceller)).toEqual([])
      expect((await liveOf(crashed)).map(({ state }) => state)).toEqual(['booked'])
      if (!fired) break
    }
    expect(nth).toBeGreaterThan(8)
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
    const entries = slot?.outbox.filter((entry) => entry.bookingId === bookingId) ?? []
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
