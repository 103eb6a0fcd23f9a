import { describe, expect, test } from 'vitest'
import type { MyWait, Slot } from '../../../types/contract/booking'
import { byUrgency, minutesLeft, withLine, withoutLine, withWait } from './booking.line'
import { isWaitable } from './booking.slots'
import { WAITING_TEXT } from './booking.waiting.text'

const NOW = Date.parse('2026-11-23T09:00:00+08:00')
const MINUTE = 60_000

const slot = (more: Partial<Slot> = {}): Slot => ({
  slotId: 's1',
  serviceId: 's',
  startsAt: NOW,
  endsAt: NOW + 30 * MINUTE,
  capacity: 1,
  left: 0,
  state: 'full',
  waiting: 2,
  ...more,
})
const wait = (n: number, more: Partial<MyWait> = {}): MyWait => ({
  slotId: `s${n}`,
  serviceId: 's',
  serviceName: '推拿',
  place: '二楼',
  startsAt: NOW + n * 60 * MINUTE,
  endsAt: NOW + (n + 1) * 60 * MINUTE,
  inLine: 1,
  ...more,
})
const joined = { slotId: 's1', serviceName: '推拿', place: '二楼', startsAt: NOW }

describe('the line of a full slot', () => {
  test('can be joined where the service has one, and left by whoever is in it', () => {
    expect(isWaitable(slot(), true)).toBe(true)
    expect(isWaitable(slot(), false)).toBe(false)
    expect(isWaitable(slot({ inLine: 2 }), false)).toBe(true)
    expect(isWaitable(slot({ state: 'late' }), true)).toBe(false)
    expect(isWaitable(slot({ bookingId: 'b' }), true)).toBe(false)
  })

  test('after joining says which place one has, after leaving that one less waits', () => {
    const inIt = withLine(slot(), { ...joined, inLine: 3, waiting: 3 })
    expect(inIt).toMatchObject({ inLine: 3, waiting: 3 })
    expect(withoutLine(inIt)).toEqual(slot({ waiting: 2 }))
  })

  test('a place that is declined is for the next, and not free for all', () => {
    const { inLine, offerUntil, ...left } = withoutLine(
      slot({ state: 'open', left: 0, offerUntil: NOW + MINUTE }),
    )
    expect({ inLine, offerUntil }).toEqual({ inLine: undefined, offerUntil: undefined })
    expect(left).toMatchObject({ state: 'full', left: 0 })
  })
})

describe('what one waits for', () => {
  test('each once, soonest first', () => {
    const waits = withWait([wait(1), wait(3)], wait(2))
    expect(
      withWait(waits, wait(2, { inLine: 5 })).map(({ slotId, inLine }) => [slotId, inLine]),
    ).toEqual([
      ['s1', 1],
      ['s2', 5],
      ['s3', 1],
    ])
  })

  test('offers come first, the one that ends soonest at the top; one that is over is left out', () => {
    const { inLine: _, ...over } = wait(4, { offerUntil: NOW })
    const waits = [
      wait(1),
      wait(2, { offerUntil: NOW + 90 * MINUTE }),
      wait(3, { offerUntil: NOW + 20 * MINUTE }),
      over,
    ]
    expect(byUrgency(waits, NOW).map(({ slotId }) => slotId)).toEqual(['s3', 's2', 's1'])
  })

  test.each([
    [125 * MINUTE, '位子给您留到上午9:30，还有 2 小时 5 分钟'],
    [60 * MINUTE, '位子给您留到上午9:30，还有 1 小时'],
    [2 * MINUTE - 1, '位子给您留到上午9:30，还有 1 分钟'],
    [MINUTE - 1, '位子给您留到上午9:30，马上就到时间'],
    [-MINUTE, '位子给您留到上午9:30，马上就到时间'],
  ])('%i ms before its end', (left, words) => {
    expect(WAITING_TEXT.keptUntil('上午9:30', minutesLeft(NOW + left, NOW))).toBe(words)
  })
})
