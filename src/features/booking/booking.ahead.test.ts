import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Booked } from '../../../types/contract/booking'
import { homeWithBooked, isAhead, withBooked } from './booking.ahead'

const NOW = Date.parse('2026-11-23T09:00:00+08:00')
const HOUR = 3_600_000

const booked = (n: number, state: Booked['state'] = 'booked'): Booked => ({
  bookingId: `b${n}`,
  slotId: `s${n}`,
  serviceId: 'service',
  serviceName: '理发',
  place: '社区服务站',
  startsAt: NOW + n * HOUR,
  endsAt: NOW + (n + 1) * HOUR,
  state,
  bookedAt: NOW,
})

/** Home as the cloud would send it. */
const homeOf = (mine: readonly Booked[]) => {
  const ahead = mine.filter((one) => isAhead(one, NOW)).sort((a, b) => a.startsAt - b.startsAt)
  return { ahead: ahead.slice(0, 3), aheadCount: ahead.length, waits: [], kinds: [], services: [] }
}
const idsOf = (items: readonly Booked[]) => items.map(({ bookingId }) => bookingId)

describe('a booking is ahead', () => {
  test.each([
    ['booked, to come', booked(1), true],
    ['being confirmed', booked(1, 'pending'), true],
    ['begun, not over', { ...booked(-1), endsAt: NOW + 1 }, true],
    ['over at this very moment', booked(-1), false],
    ['cancelled', booked(1, 'cancelled'), false],
    ['done', booked(-2, 'done'), false],
  ])('%s', (_, one, answer) => {
    expect(isAhead(one, NOW)).toBe(answer)
  })
})

describe('home after a command', () => {
  test('a fourth booking is counted, and three are shown', () => {
    const home = homeWithBooked(homeOf([booked(2), booked(4), booked(6)]), {
      booked: booked(3),
      now: NOW,
    })
    expect(idsOf(home.ahead)).toEqual(['b2', 'b3', 'b4'])
    expect(home.aheadCount).toBe(4)
  })

  test('cancelling one that home does not list is counted too', () => {
    const mine = [1, 2, 3, 4, 5].map((n) => booked(n))
    const home = homeWithBooked(homeOf(mine), {
      booked: booked(5, 'cancelled'),
      before: booked(5),
      now: NOW,
    })
    expect(idsOf(home.ahead)).toEqual(['b1', 'b2', 'b3'])
    expect(home.aheadCount).toBe(4)
  })

  test('the same reply twice counts once', () => {
    const once = homeWithBooked(homeOf([]), { booked: booked(1), now: NOW })
    expect(homeWithBooked(once, { booked: booked(1), now: NOW })).toEqual(once)
  })

  test('counts as the cloud does, after any bookings and cancellations', () => {
    const taps = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 30 })
    fc.assert(
      fc.property(taps, (hours) => {
        let home = homeOf([])
        const mine = new Map<number, Booked>()
        for (const hour of hours) {
          const before = mine.get(hour)
          const next = booked(hour, before?.state === 'booked' ? 'cancelled' : 'booked')
          // One books by a slot, and cancels what is on the screen.
          home = homeWithBooked(home, {
            booked: next,
            before: next.state === 'cancelled' ? before : undefined,
            now: NOW,
          }) as typeof home
          mine.set(hour, next)
          expect(home.aheadCount).toBe(homeOf([...mine.values()]).aheadCount)
          expect(home.ahead.length).toBeLessThanOrEqual(3)
        }
      }),
    )
  })
})

test('my bookings: a new one stands among those ahead by its time, before those that are over', () => {
  const items = [booked(1), booked(5), booked(-3, 'done')]
  expect(idsOf(withBooked(items, booked(3), NOW))).toEqual(['b1', 'b3', 'b5', 'b-3'])
  expect(idsOf(withBooked(items, booked(7), NOW))).toEqual(['b1', 'b5', 'b7', 'b-3'])
})
