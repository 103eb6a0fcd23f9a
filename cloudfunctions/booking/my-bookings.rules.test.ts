import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Booked } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { type Claim, emptyDiary } from '../shared/diary.rules'
import { HOUR } from '../shared/time'
import { listKeyOf } from '../shared/list-key.rules'
import { pageOfMine, ROWS_FOR_A_PAGE } from './my-bookings.rules'

const NOW = Date.UTC(2026, 10, 23, 1)

const row = (n: number, state: Booked['state'] = 'done'): Booked => ({
  bookingId: `b${n}`,
  slotId: `s${n}`,
  serviceId: 'check',
  serviceName: '体检',
  place: '一楼',
  startsAt: NOW + n * HOUR,
  endsAt: NOW + n * HOUR + HOUR / 2,
  state,
  bookedAt: NOW - 999 * HOUR,
})

const claimOf = ({ bookingId, slotId, startsAt, endsAt, bookedAt }: Booked): Claim => ({
  id: bookingId,
  kind: 'booking',
  place: slotId,
  from: startsAt,
  to: endsAt,
  at: bookedAt,
  tapId: 'tap-00000001',
  view: { serviceId: 'check', serviceName: '体检', place: '一楼', bookedAt },
})

const ids = (items: readonly Booked[]) => items.map(({ bookingId }) => bookingId)

describe('pageOfMine', () => {
  test('what is ahead comes first, soonest first; then the past, newest first', () => {
    const diary = {
      ...emptyDiary('r-1', 'c-1'),
      kept: [claimOf(row(9)), claimOf(row(2)), claimOf(row(-3))],
    }
    const rows = { rows: [row(9, 'booked'), row(2, 'booked'), row(-3), row(-8)], complete: true }
    expect(ids(pageOfMine(diary, rows, NOW, undefined).items)).toEqual(['b2', 'b9', 'b-3', 'b-8'])
  })

  test('what was changed to another time is not said to be cancelled', () => {
    const old = { ...claimOf(row(5)), endedAt: NOW - 1, goesOnAs: 'b6' }
    const diary = { ...emptyDiary('r-1', 'c-1'), kept: [claimOf(row(6))], ended: [old] }
    const rows = { rows: [], complete: true }
    expect(ids(pageOfMine(diary, rows, NOW, undefined).items)).toEqual(['b6'])
  })

  test('the diary is believed where a row is behind', () => {
    const cancelled = { ...claimOf(row(5)), endedAt: NOW - 1 }
    const diary = { ...emptyDiary('r-1', 'c-1'), ended: [cancelled] }
    const page = pageOfMine(diary, { rows: [row(5, 'booked')], complete: true }, NOW, undefined)
    expect(page.items).toMatchObject([
      { bookingId: 'b5', state: 'cancelled', cancelledAt: NOW - 1 },
    ])
    const nowhere = pageOfMine(
      emptyDiary('r-1', 'c-1'),
      { rows: [row(5, 'booked')], complete: true },
      NOW,
      undefined,
    )
    expect(nowhere.items).toEqual([])
  })

  test('a held claim is shown as pending', () => {
    const diary = { ...emptyDiary('r-1', 'c-1'), held: [claimOf(row(5))] }
    const { items } = pageOfMine(diary, { rows: [], complete: true }, NOW, undefined)
    expect(items).toMatchObject([{ bookingId: 'b5', state: 'pending' }])
  })

  test('read page by page, every booking comes exactly once', () => {
    const hours = fc.uniqueArray(fc.integer({ min: -300, max: 40 }), { maxLength: 160 })
    fc.assert(
      fc.property(hours, fc.func(fc.integer({ min: 0, max: 2 })), (numbers, place) => {
        const all = numbers.map((n) => row(n, n >= 0 ? 'booked' : 'done'))
        const ahead = all.filter(({ startsAt }) => startsAt >= NOW).slice(0, LIMITS.liveBookings)
        const past = all.filter(({ startsAt }) => startsAt < NOW)
        // Some of the past still stands in the diary, too; some only in the rows.
        const recent = past.filter(({ bookingId }) => place(bookingId) === 0).slice(0, 20)
        const diary = { ...emptyDiary('r-1', 'c-1'), kept: [...ahead, ...recent].map(claimOf) }
        const stored = [...ahead, ...past]
          .map((item) => ({ item, key: listKeyOf(item.startsAt, item.bookingId) }))
          .sort((a, b) => (a.key < b.key ? 1 : -1))
        const seen: string[] = []
        let after: string | undefined
        for (let pages = 0; pages < 30; pages++) {
          const cursor = after
          const older = stored.filter(({ key }) => cursor === undefined || key < cursor)
          const rows = older.slice(0, ROWS_FOR_A_PAGE)
          const page = pageOfMine(
            diary,
            { rows: rows.map(({ item }) => item), complete: older.length <= ROWS_FOR_A_PAGE },
            NOW,
            after,
          )
          seen.push(...ids(page.items))
          after = page.next
          if (after === undefined) break
        }
        expect(after).toBeUndefined()
        expect([...seen].sort()).toEqual(ids([...ahead, ...past]).sort())
      }),
    )
  })
})
