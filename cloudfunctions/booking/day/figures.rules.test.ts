import { expect, test } from 'vitest'
import { bandOf, countUse, shownAges, totalUse } from './figures.rules'

test.each([
  [0, '0-17'],
  [17, '0-17'],
  [18, '18-59'],
  [60, '60-69'],
  [79, '70-79'],
  [80, '80+'],
  [104, '80+'],
] as const)('%i years are in %s', (age, band) => {
  expect(bandOf(age)).toBe(band)
})

const marked = (mark: 'came' | 'done' | 'absent') => ({ mark, markedAt: 1, by: 'a' })

test('bookings are counted as what became of them', () => {
  const use = countUse([
    { state: 'booked' },
    { state: 'booked', day: marked('came'), ageBand: '70-79' },
    { state: 'booked', day: marked('done'), ageBand: '70-79' },
    { state: 'booked', day: marked('absent'), ageBand: '80+' },
    { state: 'cancelled', because: 'late', day: marked('absent'), ageBand: '80+' },
    { state: 'cancelled', because: 'provider', ageBand: '80+' },
    { state: 'cancelled', because: 'changed' },
    { state: 'cancelled', because: 'limit' },
  ])
  expect(use).toEqual({
    ...{ booked: 6, came: 2, absent: 2, cancelled: 1 },
    ages: { unknown: 1, '70-79': 2, '80+': 2 },
  })
  expect(totalUse([use, use])).toMatchObject({ booked: 12, ages: { unknown: 2, '70-79': 4 } })
})

const shown = (ages: Parameters<typeof shownAges>[0]) =>
  Object.fromEntries(shownAges(ages).map(({ band, count }) => [band, count ?? 'hidden']))

test('groups of fewer than five are hidden, and none can be told from the others', () => {
  expect(shown({ '60-69': 20, '70-79': 9, '80+': 5 })).toMatchObject({ '80+': 5, '0-17': 0 })
  expect(shown({ '60-69': 20, '70-79': 9, '80+': 4 })).toMatchObject({
    '60-69': 20,
    '70-79': 'hidden',
    '80+': 'hidden',
  })
  expect(shown({ '60-69': 20, '70-79': 3, '80+': 4 })).toMatchObject({ '60-69': 20 })
})
