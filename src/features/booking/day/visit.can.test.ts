import { expect, test } from 'vitest'
import type { Visit } from '../../../../types/contract/booking-visits'
import { type Can, canDo } from './visit.can'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NINE = Date.parse('2026-11-23T09:00:00+08:00')

const visitOf = (change: Partial<Visit> = {}): Visit => ({
  bookingId: 'b-1',
  residentId: 'r-1',
  slotId: 's-1',
  name: '王秀兰',
  serviceId: 's-check',
  serviceName: '体检',
  place: '一楼',
  where: 'place',
  startsAt: NINE,
  endsAt: NINE + HOUR,
  priceFen: 0,
  absentFrom: NINE + 15 * MINUTE,
  ...change,
})

/** What may be done, by name. */
const names = (can: Can) =>
  (Object.keys(can) as (keyof Can)[]).filter((one) => can[one] && one !== 'mark').sort()

const CAME = { mark: 'came', markedAt: NINE, undoUntil: NINE + 15 * HOUR } as const

test.each<[string, Partial<Visit>, number, string[]]>([
  ['the day before', {}, NINE - 10 * HOUR, ['cancel', 'move']],
  ['early on the day', {}, NINE - 3 * HOUR, ['came', 'cancel', 'move']],
  ['two hours before', {}, NINE - 2 * HOUR, ['came', 'cancel', 'code', 'move']],
  ['as it begins', {}, NINE, ['came', 'cancel', 'code', 'result']],
  ['a quarter late', {}, NINE + 15 * MINUTE, ['absent', 'came', 'cancel', 'code', 'result']],
  [
    'late, where the place is given away',
    { lateFrom: NINE + 10 * MINUTE },
    NINE + 15 * MINUTE,
    ['absent', 'came', 'cancel', 'code', 'release', 'result'],
  ],
  [
    'over, and nothing noted',
    { lateFrom: NINE + 10 * MINUTE },
    NINE + HOUR,
    ['absent', 'came', 'result'],
  ],
  ['a week after', {}, NINE + 8 * DAY, ['result']],
  ['came', CAME, NINE, ['cancel', 'complete', 'result', 'undo']],
  ['came, the day after', CAME, NINE + DAY, ['complete', 'result']],
  ['done', { ...CAME, mark: 'done' }, NINE + HOUR, ['mendPaid', 'result', 'undo']],
  ['did not come', { ...CAME, mark: 'absent' }, NINE + HOUR, ['undo']],
  ['given away, which is not taken back', { mark: 'absent' }, NINE + HOUR, []],
  ['cancelled', { cancelled: true }, NINE, []],
])('%s', (_, change, now, can) => {
  expect(names(canDo(visitOf(change), now))).toEqual(can)
})
