import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Diary } from '../../cloudfunctions/shared/diary.rules'
import type { PersonChange } from '../../cloudfunctions/shared/person-changes'
import { type Fault, MINUTE, MONDAY_9, newTap } from '../support/cloud'
import { isTried } from '../support/fault-modes'
import { addDocs, allOf } from '../support/database'
import { holdsForBookings } from '../support/invariants'
import { type SmallTown, startSmallTown } from '../support/small-town'

/**
 * What becomes of a person reaches their bookings, whatever dies on the way: the ticker fails at each of its
 * database actions in turn, and after it has run again nothing is lost and nobody has two seats in a slot.
 */

let town: SmallTown
let clock = MONDAY_9
beforeAll(async () => {
  // Slots 1 and 3 to 6 do not overlap with one another; 2 begins while 1 is still going on.
  town = await startSmallTown(600, [600, 600, 600, 600, 600, 600, 600])
})
afterAll(() => town.cloud.close())

let next = 0
const someone = () => town.openids[next++] ?? 'nobody'
const slot = (n: number) => town.slotIds[n - 1] ?? ''

async function advance(ms: number) {
  clock = (await town.cloud.advance(ms)).now
}

const book = async (openid: string, n: number, note?: string) =>
  (
    await town.cloud
      .as(openid)
      .ok('booking.reserve', { slotId: slot(n), ...(note ? { note } : {}) })
  ).bookingId

async function become(openid: string, change: Partial<PersonChange>) {
  const _id = `change-${openid}`
  await addDocs(town.cloud, 'personChanges', [
    {
      _id,
      kind: 'ended',
      residentId: `r-${openid}`,
      communityId: 'c-1',
      by: 'a-staff',
      at: clock,
      pending: ['booking'],
      ...change,
    },
  ])
}

const isDone = async (openid: string) => {
  const changes = await allOf<PersonChange>(town.cloud, 'personChanges')
  return changes.find(({ _id }) => _id === `change-${openid}`)?.pending.length === 0
}
const listOf = async (openid: string) => {
  const { items } = await town.cloud.as(openid).ok('booking.listMine', {})
  return items.map(({ bookingId, state, note }) => ({ bookingId, state, note }))
}
const rowsOf = async (residentId: string) =>
  (await allOf<BookingDoc>(town.cloud, 'bookings')).filter((row) => row.residentId === residentId)
const namedIn = async (slotId: string, residentId: string) =>
  (await allOf<SlotDoc>(town.cloud, 'slots')).find(({ _id }) => _id === slotId)?.seats[residentId]
    ?.name
const seatsOf = async (residentId: string) =>
  (await allOf<SlotDoc>(town.cloud, 'slots')).flatMap(({ _id, seats }) =>
    seats[residentId] ? [_id] : [],
  )
const diaryOf = async (openid: string) =>
  (await allOf<Diary>(town.cloud, 'diaries')).find(({ _id }) => _id === `r-${openid}`)

/** What following rests on: the ticker's other jobs have their own tests. */
const FOLLOWING = [
  'personChanges',
  'diaries',
  'slots',
  'bookings',
  'notices',
  'residents',
  'accounts',
]

/** Runs the ticker once with a fault at its nth action, then until all is settled; whether the fault struck. */
async function tickWithFault(nth: number, mode: Fault['mode']): Promise<boolean> {
  await town.cloud.setFault({ function: 'ticker', collections: FOLLOWING, nth, mode })
  await advance(MINUTE)
  const struck = (await town.cloud.faults()).some(({ fired }) => fired)
  await town.cloud.clearFaults()
  await holdsForBookings(town.cloud, { now: clock, settled: false })
  await advance(2 * MINUTE)
  await holdsForBookings(town.cloud, { now: clock, settled: true })
  return struck
}

const MODES = ['error', 'kill'] as const

describe.each(MODES)('%s at every action of the ticker', (mode) => {
  test('after somebody left: what is ahead is cancelled, once', async () => {
    let nth = 1
    for (; nth < 60; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const gone = someone()
      const first = await book(gone, 1)
      await advance(MINUTE)
      const second = await book(gone, 3, '要轮椅')
      await become(gone, { reason: 'movedOut' })
      const struck = await tickWithFault(nth, mode)
      expect(await isDone(gone), `${mode} at ${nth}`).toBe(true)
      const states = (await listOf(gone)).map(({ bookingId, state }) => [bookingId, state])
      expect(new Map(states as [string, string][])).toEqual(
        new Map([
          [first, 'cancelled'],
          [second, 'cancelled'],
        ]),
      )
      expect(await seatsOf(`r-${gone}`)).toEqual([])
      expect(await diaryOf(gone)).toMatchObject({ held: [], kept: [], live: 0 })
      if (!struck) break
    }
    expect(nth).toBeGreaterThan(8)
  }, 240_000)

  test('after two records became one: nothing is lost, nobody has two seats in a slot', async () => {
    let nth = 1
    for (; nth < 80; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const [old, stays] = [someone(), someone()]
      const noted = await book(old, 1, '要轮椅')
      const both = await book(old, 3)
      const theirs = await book(stays, 3)
      const own = await book(stays, 5)
      const back = await book(old, 6)
      await town.cloud.as(old).ok('booking.cancel', { bookingId: back })
      if (nth % 2 === 0) await advance(MINUTE)
      await become(old, { kind: 'merged', into: `r-${stays}` })
      const struck = await tickWithFault(nth, mode)
      const at = `${mode} at ${nth}`
      expect(await isDone(old), at).toBe(true)
      const shown = new Map((await listOf(stays)).map((one) => [one.bookingId, one]))
      expect(shown.get(noted), at).toMatchObject({ state: 'booked', note: '要轮椅' })
      expect(shown.get(own)?.state).toBe('booked')
      expect(shown.get(theirs)?.state).toBe('booked')
      expect(shown.get(both)?.state).toBe('cancelled')
      expect(shown.get(back)?.state).toBe('cancelled')
      expect(shown.size).toBe(5)
      expect(await seatsOf(`r-${stays}`)).toEqual([slot(1), slot(3), slot(5)])
      // Those who give it still read who comes.
      expect(await namedIn(slot(1), `r-${stays}`)).toBeDefined()
      expect(await namedIn(slot(3), `r-${stays}`)).toBeDefined()
      expect(await namedIn(slot(5), `r-${stays}`)).toBeDefined()
      expect([await seatsOf(`r-${old}`), await rowsOf(`r-${old}`)]).toEqual([[], []])
      expect(await diaryOf(old)).toMatchObject({ held: [], kept: [], moving: [], live: 0 })
      if (!struck) break
    }
    expect(nth).toBeGreaterThan(12)
  }, 400_000)

  test('after somebody asked to be erased: what was is nobody’s, what is ahead is cancelled', async () => {
    let nth = 1
    for (; nth < 60; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const gone = someone()
      const past = `old-${gone}`
      const over = {
        ...{ _id: past, communityId: 'c-1', region: 'd-1/s-1/c-1', residentId: `r-${gone}` },
        ...{ slotId: slot(7), serviceId: 's', serviceName: '体检', place: '一楼', state: 'booked' },
        ...{ startsAt: 1, endsAt: 2, bookedAt: 1, rev: 1, note: 'k.sealed', keyId: 'demo' },
        listKey: `000000000000001_${past}`,
      }
      await addDocs(town.cloud, 'bookings', [over])
      const ahead = await book(gone, 1, '要轮椅')
      if (nth % 2 === 0) await advance(MINUTE)
      await become(gone, { kind: 'erased' })
      const struck = await tickWithFault(nth, mode)
      expect(await isDone(gone), `${mode} at ${nth}`).toBe(true)
      expect([await rowsOf(`r-${gone}`), await seatsOf(`r-${gone}`)]).toEqual([[], []])
      const rows = (await rowsOf('erased')).filter(({ _id }) => [past, ahead].includes(_id))
      expect(new Map(rows.map(({ _id, state }) => [_id, state]))).toEqual(
        new Map([
          [past, 'booked'],
          [ahead, 'cancelled'],
        ]),
      )
      for (const row of rows) expect(row).not.toHaveProperty('note')
      expect(await diaryOf(gone)).toMatchObject({
        held: [],
        kept: [],
        ended: [],
        taps: [],
        live: 0,
      })
      expect(JSON.stringify(await allOf(town.cloud, 'slots'))).not.toContain(`"r-${gone}"`)
      if (!struck) break
    }
    expect(nth).toBeGreaterThan(8)
  }, 240_000)
})

describe('what is under way', () => {
  test('a visit that clashes with one of the other record is kept, and so is the other', async () => {
    const [old, stays] = [someone(), someone()]
    const one = await book(old, 1)
    const two = await book(stays, 2)
    await become(old, { kind: 'merged', into: `r-${stays}` })
    await advance(2 * MINUTE)
    const items = await listOf(stays)
    expect(items.map(({ bookingId, state }) => [bookingId, state])).toEqual([
      [one, 'booked'],
      [two, 'booked'],
    ])
    for (const bookingId of [one, two]) {
      await town.cloud.as(stays).ok('booking.cancel', { bookingId })
    }
    await advance(2 * MINUTE)
    await holdsForBookings(town.cloud, { now: clock, settled: true })
  })

  test('a call that died with the place taken is followed as well', async () => {
    const [left, old, stays] = [someone(), someone(), someone()]
    for (const openid of [left, old]) {
      await town.cloud.setFault({ op: 'booking.reserve', nth: 7, mode: 'kill' })
      const event = { op: 'booking.reserve', input: { slotId: slot(1) }, tapId: newTap() }
      await town.cloud.send('booking', event, openid)
      await town.cloud.clearFaults()
    }
    await become(left, { reason: 'death' })
    await become(old, { kind: 'merged', into: `r-${stays}` })
    await advance(5 * MINUTE)
    expect([await isDone(left), await isDone(old)]).toEqual([true, true])
    expect((await listOf(left)).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await listOf(stays)).map(({ state }) => state)).toEqual(['booked'])
    expect([await seatsOf(`r-${left}`), await seatsOf(`r-${old}`)]).toEqual([[], []])
    await holdsForBookings(town.cloud, { now: clock, settled: true })
  })

  test('a change is followed until no call from before it can be under way', async () => {
    const gone = someone()
    await become(gone, { reason: 'movedOut', at: clock + 6 * MINUTE })
    await advance(3 * MINUTE)
    // A call that had begun before.
    const bookingId = await book(gone, 1)
    await advance(MINUTE)
    expect(await listOf(gone)).toMatchObject([{ bookingId, state: 'cancelled' }])
    expect(await isDone(gone)).toBe(false)
  })

  test('a visit that has begun is left to its end', async () => {
    const [gone, stays] = [someone(), someone()]
    await book(gone, 7)
    await book(stays, 1)
    const slots = await allOf<SlotDoc>(town.cloud, 'slots')
    const startsAt = slots.find(({ _id }) => _id === slot(7))?.startsAt ?? 0
    clock = (await town.cloud.sleep(startsAt - clock + MINUTE)).now
    await become(gone, { reason: 'movedOut' })
    await advance(2 * MINUTE)
    expect(await seatsOf(`r-${gone}`)).toEqual([slot(7)])
    await become(stays, { kind: 'merged', into: 'r-new' })
    await advance(2 * MINUTE)
    expect((await rowsOf('r-new')).map(({ slotId }) => slotId)).toEqual([slot(1)])
    expect(await seatsOf('r-new')).toEqual([slot(1)])
  })
})
