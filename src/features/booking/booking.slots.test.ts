import { describe, expect, test } from 'vitest'
import type { Slot } from '../../../types/contract/booking'
import {
  daysOf,
  firstDay,
  forChange,
  halvesOf,
  isTappable,
  slotsOfDay,
  soonestOf,
} from './booking.slots'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const now = at('2026-11-22T09:00')

const slot = (startsAt: string, state: Slot['state'], more: Partial<Slot> = {}): Slot => ({
  slotId: startsAt,
  serviceId: 's',
  startsAt: at(startsAt),
  endsAt: at(startsAt) + 1_800_000,
  capacity: 5,
  left: state === 'open' ? 2 : 0,
  state,
  ...more,
})

const SLOTS = [
  slot('2026-11-22T08:30', 'past'),
  slot('2026-11-22T10:00', 'full'),
  slot('2026-11-24T09:00', 'open'),
  slot('2026-11-24T14:00', 'full'),
]

describe('the strip of days', () => {
  test('goes from the first day with a slot to the last, those between included', () => {
    expect(daysOf(SLOTS, now).map(({ day, state, name }) => [day, state, name])).toEqual([
      ['2026-11-22', 'full', '今天'],
      ['2026-11-23', 'none', '明天'],
      ['2026-11-24', 'open', '周二'],
    ])
  })

  test('opens on the first day with a free place, or else on the first of all', () => {
    expect(firstDay(daysOf(SLOTS, now))).toBe('2026-11-24')
    expect(firstDay(daysOf(SLOTS.slice(0, 2), now))).toBe('2026-11-22')
  })

  test('is empty when all is over', () => {
    expect(daysOf(SLOTS.slice(0, 1), now)).toEqual([])
  })

  test('a full day on which I have a booking can be opened', () => {
    const mine = slot('2026-11-22T10:00', 'full', { bookingId: 'b' })
    expect(daysOf([mine], now)[0]?.state).toBe('open')
  })
})

test('what speaks against a free time is said before the tap, and is no matter for a change', () => {
  const clash = slot('2026-11-24T09:00', 'open', { against: 'clash' })
  expect(isTappable(clash)).toBe(false)
  expect(soonestOf([clash])).toEqual([])
  expect(daysOf([clash], now)[0]).toMatchObject({ state: 'full', word: '约不了' })
  expect(forChange([clash]).every(isTappable)).toBe(true)
})

test('a day shows no slot that is over, and falls into two halves', () => {
  expect(slotsOfDay(SLOTS, '2026-11-22')).toHaveLength(1)
  const halves = halvesOf(slotsOfDay(SLOTS, '2026-11-24'))
  expect(halves.map(({ name, slots }) => [name, slots.length])).toEqual([
    ['上午', 1],
    ['下午', 1],
  ])
})
