import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hours } from '../../types/contract/directory'
import { DAY, HOUR, MINUTE, momentOf } from '../shared/time'
import { decideOpen, EVERYBODY, presentEntry, regionsFor } from './directory.rules'

const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6]
const WORKDAYS = [1, 2, 3, 4, 5]

const weekly = (...spans: [weekdays: number[], from: string, to: string][]): Hours => ({
  kind: 'weekly',
  spans: spans.map(([weekdays, from, to]) => ({ weekdays, from, to })),
})

const OFFICE = weekly([WORKDAYS, '08:30', '12:00'], [WORKDAYS, '13:30', '17:30'])
const PHARMACY = weekly([ALL_DAYS, '20:00', '02:00'])

describe('whether it is open', () => {
  // 2026-11-23 is a Monday.
  test.each<[string, Hours, string, string, object]>([
    ['always', { kind: 'always' }, '2026-11-23', '03:00', { state: 'always' }],
    ['before the day', OFFICE, '2026-11-23', '08:29', { state: 'closed', opensAt: '11-23 08:30' }],
    ['at the first minute', OFFICE, '2026-11-23', '08:30', { state: 'open', until: '11-23 12:00' }],
    ['at the last', OFFICE, '2026-11-23', '11:59', { state: 'open', until: '11-23 12:00' }],
    ['at noon', OFFICE, '2026-11-23', '12:00', { state: 'closed', opensAt: '11-23 13:30' }],
    [
      'on Friday evening',
      OFFICE,
      '2026-11-27',
      '18:00',
      { state: 'closed', opensAt: '11-30 08:30' },
    ],
    ['before midnight', PHARMACY, '2026-11-23', '23:00', { state: 'open', until: '11-24 02:00' }],
    ['after midnight', PHARMACY, '2026-11-24', '01:59', { state: 'open', until: '11-24 02:00' }],
    [
      'in the morning',
      PHARMACY,
      '2026-11-24',
      '02:00',
      { state: 'closed', opensAt: '11-24 20:00' },
    ],
    [
      'the same weekday only, an hour after it closed',
      weekly([[1], '08:00', '09:00']),
      '2026-11-23',
      '10:00',
      { state: 'closed', opensAt: '11-30 08:00' },
    ],
    ['never', weekly(), '2026-11-23', '10:00', { state: 'closed' }],
    [
      'every day around the clock',
      weekly([ALL_DAYS, '00:00', '24:00']),
      '2026-11-23',
      '10:00',
      { state: 'always' },
    ],
    [
      'two spans that touch',
      weekly([[1], '08:00', '12:00'], [[1], '12:00', '17:00']),
      '2026-11-23',
      '09:00',
      { state: 'open', until: '11-23 17:00' },
    ],
  ])('%s', (_, hours, day, time, expected) => {
    const moments = Object.fromEntries(
      Object.entries(expected).map(([name, value]: [string, string]) => {
        const [date = '', clock = ''] = value.split(' ')
        return [name, name === 'state' ? value : momentOf(`2026-${date}`, clock)]
      }),
    )
    expect(decideOpen(hours, momentOf(day, time))).toEqual(moments)
  })

  const clock = fc.integer({ min: 0, max: 47 }).map((half) => {
    const hour = String(Math.floor(half / 2)).padStart(2, '0')
    return `${hour}:${half % 2 ? '30' : '00'}`
  })
  const anyHours = fc
    .array(fc.record({ weekdays: fc.subarray(ALL_DAYS), from: clock, to: clock }), { maxLength: 4 })
    .map((spans): Hours => ({ kind: 'weekly', spans }))
  const ALMOST_ALWAYS: Hours = {
    kind: 'weekly',
    spans: [
      { weekdays: [5], from: '00:00', to: '00:00' },
      { weekdays: [0, 1, 2, 3, 4, 6], from: '12:30', to: '12:30' },
    ],
  }
  const anyMoment = fc
    .integer({ min: 0, max: 14 * 48 })
    .map((n) => momentOf('2026-11-16') + n * 17 * MINUTE)

  test('what it says of the next moment comes true', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (hours, now) => {
        const said = decideOpen(hours, now)
        if (said.state === 'open') {
          expect(said.until).toBeGreaterThan(now)
          expect(decideOpen(hours, said.until - 1).state).toBe('open')
          expect(decideOpen(hours, said.until).state).toBe('closed')
        }
        if (said.state === 'closed' && said.opensAt !== undefined) {
          expect(said.opensAt).toBeGreaterThan(now)
          expect(said.opensAt - now).toBeLessThanOrEqual(8 * DAY)
          expect(decideOpen(hours, said.opensAt - 1)).toEqual(said)
          expect(decideOpen(hours, said.opensAt).state).not.toBe('closed')
        }
        if (said.state === 'closed' && said.opensAt === undefined) {
          expect(
            hours.kind === 'weekly' && hours.spans.every(({ weekdays }) => !weekdays.length),
          ).toBe(true)
        }
        if (said.state === 'always') {
          for (let n = 0; n < 7 * 24; n++) {
            expect(decideOpen(hours, now + n * HOUR).state).not.toBe('closed')
          }
        }
      }),
      // Open for more than six days and a half of each week, and closed on Saturday morning.
      { examples: [[ALMOST_ALWAYS, momentOf('2026-11-21', '12:36')]] },
    )
  })
})

describe('for whom an entry is', () => {
  test.each([
    [undefined, [EVERYBODY]],
    ['d', ['d', EVERYBODY]],
    ['d/s/c', ['d', 'd/s', 'd/s/c', EVERYBODY]],
  ])('someone of %s', (region, expected) => {
    expect(regionsFor(region)).toEqual(expected)
  })

  test.each([
    ['d', 'district'],
    ['d/s', 'street'],
    ['d/s/c', 'community'],
    [EVERYBODY, 'everybody'],
  ])('%s is a %s’s', (region, scope) => {
    const facts = { _id: 'e', region, kind: 'office', name: '站', summary: '办事' } as const
    const entry = { ...facts, phones: [{ number: '1' }], about: [], bring: [] }
    expect(presentEntry(entry, 0)).toMatchObject({ scope, entryId: 'e' })
    expect(presentEntry(entry, 0)).not.toHaveProperty('open')
  })
})
