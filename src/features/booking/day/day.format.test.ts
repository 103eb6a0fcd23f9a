import { describe, expect, test } from 'vitest'
import type { DeskSlot, Visit } from '../../../../types/contract/booking-visits'
import {
  badgeOf,
  blocksOf,
  dayTitle,
  glanceOf,
  isSettled,
  mondayOf,
  roomFor,
  startOfSlot,
  sumOf,
  totalOf,
  weekDays,
  weekTitle,
} from './day.format'

const HOUR = 3_600_000
const NINE = Date.parse('2026-11-23T09:00:00+08:00')

const slotOf = (change: Partial<DeskSlot> = {}): DeskSlot => ({
  slotId: 's-check_room_1795395600000',
  serviceId: 's-check',
  serviceName: '体检',
  place: '一楼',
  where: 'place',
  startsAt: NINE,
  endsAt: NINE + HOUR,
  capacity: 6,
  taken: 4,
  left: 2,
  waiting: 0,
  ...change,
})

const visitOf = (change: Partial<Visit> = {}): Visit => ({
  bookingId: 'b-1',
  residentId: 'r-1',
  slotId: slotOf().slotId,
  name: '王秀兰',
  serviceId: 's-check',
  serviceName: '体检',
  place: '一楼',
  where: 'place',
  startsAt: NINE,
  endsAt: NINE + HOUR,
  priceFen: 0,
  absentFrom: NINE + HOUR / 4,
  ...change,
})

test('slots stand by time, each with its people, or those of one service alone', () => {
  const later = slotOf({ slotId: 'later', startsAt: NINE + HOUR, endsAt: NINE + 2 * HOUR })
  const other = slotOf({ slotId: 'other', serviceId: 's-hair', serviceName: '理发' })
  const visits = [visitOf({ slotId: 'later' }), visitOf({ bookingId: 'b-2', slotId: 'other' })]
  const ids = (blocks: ReturnType<typeof blocksOf>) =>
    blocks.map(({ slot, visits: here }) => [slot.slotId, here.map(({ bookingId }) => bookingId)])
  expect(ids(blocksOf([later, other, slotOf()], visits))).toEqual([
    [slotOf().slotId, []],
    ['other', ['b-2']],
    ['later', ['b-1']],
  ])
  expect(ids(blocksOf([later, other], visits, 's-hair'))).toEqual([['other', ['b-2']]])
})

test('a slot is done with when it is over and of everybody it is noted what became of them', () => {
  const slot = slotOf()
  expect(isSettled({ slot, visits: [] }, NINE - 1)).toBe(false)
  expect(isSettled({ slot, visits: [] }, NINE)).toBe(true)
  expect(isSettled({ slot: slotOf({ letsIn: true }), visits: [] }, NINE)).toBe(false)
  expect(isSettled({ slot, visits: [visitOf()] }, NINE + HOUR)).toBe(false)
  expect(isSettled({ slot, visits: [visitOf({ mark: 'absent' })] }, NINE + HOUR)).toBe(true)
})

test('who came counts those who are done too', () => {
  expect(
    sumOf([
      visitOf(),
      visitOf({ mark: 'came' }),
      visitOf({ mark: 'done' }),
      visitOf({ mark: 'absent' }),
    ]),
  ).toEqual({ booked: 4, came: 2, absent: 1 })
})

test.each([
  [{}, ['约了 4/6', '剩 2 位']],
  [{ taken: 6, left: 0, waiting: 3 }, ['约了 6/6', '约满', '3 人在等']],
  [{ closed: true } as const, ['约了 4/6', '停约']],
])('a slot at a glance: %j', (change, said) => {
  expect(glanceOf(slotOf(change), NINE - 1)).toEqual(said)
})

test('what has begun has no places left, but where somebody may walk in', () => {
  expect(glanceOf(slotOf(), NINE)).toEqual(['约了 4/6'])
  expect(glanceOf(slotOf({ letsIn: true }), NINE)).toEqual(['约了 4/6', '剩 2 位'])
})

test.each([
  [{}, '没到'],
  [{ mark: 'came' }, '到了'],
  [{ mark: 'done' }, '已完成'],
  [{ mark: 'absent' }, '没来'],
  [{ mark: 'came', cancelled: true }, '已取消'],
] as const)('a visit in a word: %j', (visit, said) => {
  expect(badgeOf(visit).say).toBe(said)
})

describe('somebody can be put into a slot', () => {
  test.each([
    ['ahead, with a place left', {}, NINE - 1, 'ahead'],
    ['not for one who is not in the line', { waiting: 1 }, NINE - 1, undefined],
    ['not when it is full', { left: 0 }, NINE - 1, undefined],
    ['not when it is closed', { closed: true }, NINE - 1, undefined],
    ['not once it has begun', {}, NINE, undefined],
    ['once it has begun, where late ones lose theirs', { letsIn: true }, NINE, 'walkIn'],
    ['then also when somebody waits', { letsIn: true, waiting: 1 }, NINE, 'walkIn'],
    ['not when it is over', { letsIn: true }, NINE + HOUR, undefined],
  ] as const)('%s', (_, change, now, room) => {
    expect(roomFor(slotOf(change), now)).toBe(room)
  })
})

test('a day is called by its date, and by how near it is', () => {
  expect(dayTitle('2026-11-23', NINE)).toEqual({ title: '11月23日 周一', near: '今天' })
  expect(dayTitle('2026-11-22', NINE)).toEqual({ title: '11月22日 周日' })
})

test('a week goes from Monday to Sunday, also across a year', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(weekTitle('2026-12-28', NINE)).toBe('12月28日到2027年1月3日')
  const one = { day: '2026-11-24', serviceId: 's', serviceName: '体检' }
  const counted = { ...one, capacity: 6, taken: 4, waiting: 1, came: 2, absent: 1 }
  const days = weekDays('2026-11-23', [counted])
  expect(days.map(({ services }) => services.length)).toEqual([0, 1, 0, 0, 0, 0, 0])
  expect(totalOf([counted, counted])).toEqual({
    capacity: 12,
    taken: 8,
    waiting: 2,
    came: 4,
    absent: 2,
  })
})

test('a slot’s id says when it begins', () => {
  expect(startOfSlot('chunxiao-escort_home_1796081400000')).toBe(1_796_081_400_000)
  expect(startOfSlot('nothing')).toBe(0)
})
