import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BookingDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Account } from '../../cloudfunctions/shared/actor'
import { COLLEAGUE, elderAt, residentOf, STAFF, WORKER } from '../support/care-town'
import { HOUR, MINUTE, MONDAY_9, type Fault, type TestCloud } from '../support/cloud'
import type { Diary } from '../../cloudfunctions/shared/diary.rules'
import { allOf, changeDoc } from '../support/database'
import { bookCheck, checkSlot, startDayTown } from '../support/day-town'
import { eachAction, MODES } from '../support/each-action'
import { holdsForBookings } from '../support/invariants'
import { givePhone } from '../support/phones'

/** Every action of a command of the day fails, or dies, in turn: the same tap again ends as if nothing had. */

const ELDERS = 170

let cloud: TestCloud
let clock = MONDAY_9
const afternoon: { bookingId: string; residentId: string }[] = []
const late: { bookingId: string; residentId: string }[] = []
beforeAll(async () => {
  cloud = await startDayTown(ELDERS, { capacity: ELDERS, days: [0] })
  // Those who have a visit that has begun, and a row that the ticker made.
  for (let n = 1; n <= ELDERS; n += 10) {
    const some = Array.from({ length: Math.min(10, ELDERS - n + 1) }, (_, i) => elderAt(n + i))
    late.push(...(await Promise.all(some.map((openid) => bookCheck(cloud, openid, 10)))))
    if (n > ELDERS - 30) {
      const more = some.map((openid) => bookCheck(cloud, openid, 13))
      afternoon.push(...(await Promise.all(more)))
    }
  }
  await cloud.sleep(HOUR + 11 * MINUTE)
})
afterAll(async () => {
  clock = (await cloud.advance(3 * MINUTE)).now
  // Whatever failed, died or was done: nobody is in two places, and no place is lost.
  await holdsForBookings(cloud, { now: clock, settled: true })
  await cloud.close()
})

// Nobody taps so much in a minute as one worker does here (shared/flood.ts).
beforeEach(() => cloud.sleep(MINUTE))

let next = 0
const someone = () => elderAt(++next)
const begun = () => {
  const visit = late.pop()
  if (!visit) throw new Error('nobody left')
  return visit
}
const rowOf = async (input: object) =>
  (await allOf<BookingDoc>(cloud, 'bookings')).find(
    ({ _id }) => _id === (input as { bookingId: string }).bookingId,
  )
const markOf = async (input: object) => (await rowOf(input))?.day?.mark
const once = async (input: object, tap: string) => {
  expect((await rowOf(input))?.taps?.filter(({ tapId }) => tapId === tap).length).toBe(1)
}

describe.each(MODES)('when an action ends in %s', (mode: Fault['mode']) => {
  test('somebody is here, though the ticker has not seen the booking yet', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.checkInAtDesk',
      WORKER,
      () => bookCheck(cloud, someone(), 15),
      async (input, tap) => {
        expect(await markOf(input)).toBe('came')
        await once(input, tap)
      },
    )
  })

  test('somebody did not come, and that is taken back', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.markNoShow',
      WORKER,
      () => Promise.resolve(begun()),
      async (input, tap) => {
        expect(await markOf(input)).toBe('absent')
        await once(input, tap)
      },
    )
    await eachAction(
      cloud,
      mode,
      'booking.undoMark',
      WORKER,
      async () => {
        const visit = begun()
        await cloud.as(WORKER).ok('booking.markNoShow', visit)
        return visit
      },
      async (input) => {
        expect(await markOf(input)).toBeUndefined()
        expect((await rowOf(input))?.absentAt).toBeUndefined()
      },
    )
  })

  test('a late one’s place is free, once', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.releaseLate',
      WORKER,
      () => Promise.resolve(begun()),
      async (input) => {
        expect((await rowOf(input))?.day).toMatchObject({ mark: 'absent', released: true })
      },
    )
  })

  test('a visit is over, with what was paid and what came out', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.complete',
      WORKER,
      () => Promise.resolve({ ...begun(), paidFen: 3_000 }),
      async (input, tap) => {
        expect(await rowOf(input)).toMatchObject({ day: { mark: 'done' }, paid: { fen: 3_000 } })
        await once(input, tap)
      },
    )
    await eachAction(
      cloud,
      mode,
      'booking.saveResult',
      WORKER,
      () => Promise.resolve({ ...begun(), text: '血压正常' }),
      async (input, tap) => {
        const { bookingId, residentId } = input as { bookingId: string; residentId: string }
        const which = { bookingId, residentId }
        expect(await cloud.as(WORKER).ok('booking.readResult', which)).toEqual({
          text: '血压正常',
        })
        await once(input, tap)
      },
    )
  })

  test('a visit is cancelled, and another moved: one seat each, and the old ones free', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.cancelVisit',
      WORKER,
      async () => ({ ...(await bookCheck(cloud, someone(), 17)), say: '停电' }),
      async (input) => {
        const { residentId } = input as { residentId: string }
        const openid = residentId.slice(2)
        const { items } = await cloud.as(openid).ok('booking.listMine', {})
        expect(items.find(({ slotId }) => slotId === checkSlot(17))).toMatchObject({
          ...{ state: 'cancelled', say: '停电' },
        })
      },
    )
    await eachAction(
      cloud,
      mode,
      'booking.moveVisit',
      WORKER,
      async () => {
        const visit = await bookCheck(cloud, someone(), 18)
        return { ...visit, slotId: checkSlot(19), say: '停电' }
      },
      async (input) => {
        const { residentId } = input as { residentId: string }
        const { items } = await cloud.as(residentId.slice(2)).ok('booking.listMine', {})
        const live = items.filter(
          ({ slotId, state }) => state === 'booked' && slotId !== checkSlot(10),
        )
        expect(live.map(({ slotId }) => slotId)).toEqual([checkSlot(19)])
      },
    )
  })

  test('who calls has one place, and one look was counted', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.addVisit',
      COLLEAGUE,
      async () => {
        const openid = someone()
        await givePhone(cloud, residentOf(openid), '13800001234')
        await changeDoc(cloud, 'accounts', COLLEAGUE, { lookups: [] })
        return { slotId: checkSlot(16), name: `王${openid}`, phoneEnd: '1234' }
      },
      async (input, tap) => {
        const { name } = input as { name: string }
        const { items } = await cloud.as(name.slice(1)).ok('booking.listMine', {})
        const live = items.filter(({ slotId }) => slotId === checkSlot(16))
        expect(live).toMatchObject([{ state: 'booked', by: { kind: 'provider' } }])
        const accounts = await allOf<Account>(cloud, 'accounts')
        const { lookups } = accounts.find(({ _id }) => _id === COLLEAGUE) ?? {}
        expect(lookups?.map(({ tapId }) => tapId)).toEqual([tap])
      },
    )
  })

  test('stars are given once, and held words decided', async () => {
    const visit = begun()
    await cloud.as(WORKER).ok('booking.complete', visit)
    const elder = visit.residentId.slice(residentOf('').length)
    const { bookingId } = visit
    await eachAction(
      cloud,
      mode,
      'booking.rate',
      elder,
      // What cannot be checked is held, and no failure: so stars alone.
      () => Promise.resolve({ bookingId, stars: 4 }),
      async () => {
        expect((await rowOf(visit))?.rating).toMatchObject({ stars: 4 })
      },
    )
    await eachAction(
      cloud,
      mode,
      'booking.reviewRating',
      STAFF,
      async () => {
        const rating = { bookingId, stars: 4, words: '加微信吧' }
        await cloud.as(elder).ok('booking.rate', rating)
        return { ratingId: bookingId, verdict: 'allow' }
      },
      async () => {
        const rating = (await rowOf(visit))?.rating
        expect(rating?.words).toBe('加微信吧')
        expect(rating?.held).toBeUndefined()
      },
    )
  })
})

test('whichever action of the ticker fails: not coming counts once, is told once, and is counted', async () => {
  clock = (await cloud.advance(0)).now
  await cloud.sleep(MONDAY_9 + 4 * HOUR + 11 * MINUTE - clock)
  const collections = ['bookings', 'diaries', 'notices', 'slots', 'bookingFigures']
  let nth = 1
  for (; nth <= 24; nth++) {
    const visit = afternoon.pop()
    if (!visit) throw new Error('nobody left')
    await cloud.as(WORKER).ok('booking.releaseLate', visit)
    const mode = MODES[nth % MODES.length] ?? 'error'
    await cloud.setFault({ function: 'ticker', collections, nth, mode })
    await cloud.sleep(MINUTE)
    const struck = (await cloud.faults()).some(({ fired }) => fired)
    await cloud.clearFaults()
    await cloud.sleep(MINUTE)
    const { residentId, bookingId } = visit
    const diary = (await allOf<Diary>(cloud, 'diaries')).find(({ _id }) => _id === residentId)
    const strikes = diary?.strikes?.filter((one) => one.bookingId === bookingId)
    expect(strikes?.length, `${mode} at action ${nth}`).toBe(1)
    const { items } = await cloud.as(residentId.slice(2)).ok('message.listMine', {})
    const missed = items.filter(
      ({ about }) => about.kind === 'bookingMissed' && about.startsAt === MONDAY_9 + 4 * HOUR,
    )
    expect(missed.length, `${mode} at action ${nth}`).toBe(1)
    const row = await rowOf(visit)
    expect(row?.absentAt, `${mode} at action ${nth}`).toBeUndefined()
    expect(row?.figuresAt, `${mode} at action ${nth}`).toBeUndefined()
    if (!struck) break
  }
  expect(nth).toBeGreaterThan(10)
})
