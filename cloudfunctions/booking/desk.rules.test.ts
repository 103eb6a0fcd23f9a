import { expect, test } from 'vitest'
import { type DeskSlot, visitsOf } from './desk.rules'

const slot = (startsAt: number, seats: DeskSlot['seats']): DeskSlot => ({
  serviceId: 'check',
  serviceName: '体检',
  place: '一楼',
  startsAt,
  endsAt: startsAt + 30,
  seats,
})

const names = new Map([
  ['r-wang', '王秀兰'],
  ['r-li', '李建国'],
])

test('nobody comes: an empty list', () => {
  expect(visitsOf([], names, [])).toEqual([])
  expect(visitsOf([slot(9, {})], names, [])).toEqual([])
})

test('slot by slot, and in a slot whoever booked first', () => {
  const visits = visitsOf(
    [
      slot(9, { 'r-wang': { bookingId: 'b2', at: 2 }, 'r-li': { bookingId: 'b1', at: 1 } }),
      slot(10, { 'r-wang': { bookingId: 'b3', at: 0 } }),
    ],
    names,
    [],
  )
  expect(visits.map(({ name, startsAt }) => [name, startsAt])).toEqual([
    ['李建国', 9],
    ['王秀兰', 9],
    ['王秀兰', 10],
  ])
})

test('who booked comes from the row, and a missing row hides nobody', () => {
  const seats = { 'r-wang': { bookingId: 'b1', at: 1 }, 'r-li': { bookingId: 'b2', at: 2 } }
  const visits = visitsOf([slot(9, seats)], names, [{ _id: 'b1', by: { kind: 'desk' } }])
  expect(visits).toEqual([
    {
      bookingId: 'b1',
      name: '王秀兰',
      serviceId: 'check',
      serviceName: '体检',
      place: '一楼',
      startsAt: 9,
      endsAt: 39,
      by: { kind: 'desk' },
    },
    expect.not.objectContaining({ by: { kind: 'desk' } }),
  ])
})
