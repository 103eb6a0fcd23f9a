import { describe, expect, test } from 'vitest'
import { entryGroups, formatOpen, hoursRows, type WeeklyHours } from './directory.format'

/** Monday 2026-11-23, 09:00 in the community. */
const NOW = Date.UTC(2026, 10, 23, 1)
const HOUR = 3_600_000

describe('open or not, in words', () => {
  test.each([
    [{ state: 'always' }, '24小时都有人'],
    [{ state: 'open', until: NOW + 8.5 * HOUR }, '开着，到下午5:30'],
    [{ state: 'open', until: NOW + 17 * HOUR }, '开着，到明天凌晨2:00'],
    [{ state: 'closed', opensAt: NOW + HOUR }, '现在没开，今天上午10:00开'],
    [{ state: 'closed', opensAt: NOW + 23.5 * HOUR }, '现在没开，明天上午8:30开'],
    [{ state: 'closed', opensAt: NOW + 6 * 24 * HOUR }, '现在没开，11月29日 周日上午9:00开'],
    [{ state: 'closed' }, '现在没开'],
  ] as const)('%j', (open, words) => {
    expect(formatOpen(open, NOW)).toBe(words)
  })
})

describe('a week of hours', () => {
  const weekly = (...spans: [number[], string, string][]): WeeklyHours => ({
    kind: 'weekly',
    spans: spans.map(([weekdays, from, to]) => ({ weekdays, from, to })),
  })

  test('neighbours that are alike are one row; today is marked', () => {
    const hours = weekly(
      [[1, 2, 3, 4, 5], '08:30', '12:00'],
      [[1, 2, 3, 4, 5, 6], '13:30', '17:30'],
    )
    expect(hoursRows(hours, NOW)).toEqual([
      { days: '周一至周五', times: '上午8:30–中午12:00，下午1:30–5:30', today: true },
      { days: '周六', times: '下午1:30–5:30', today: false },
      { days: '周日', times: '休息', today: false },
    ])
  })

  test('every day alike needs no mark', () => {
    expect(hoursRows(weekly([[0, 1, 2, 3, 4, 5, 6], '08:00', '18:00']), NOW)).toEqual([
      { days: '每天', times: '上午8:00–晚上6:00', today: false },
    ])
  })

  test('Sunday is the last day of the week', () => {
    const sunday = NOW + 6 * 24 * HOUR
    expect(hoursRows(weekly([[6, 0], '09:00', '12:00']), sunday)).toEqual([
      { days: '周一至周五', times: '休息', today: false },
      { days: '周六至周日', times: '上午9:00–中午12:00', today: true },
    ])
  })

  test('the last hour of the day, and a night', () => {
    const hours = weekly([[0, 1, 2, 3, 4, 5, 6], '20:00', '24:00'])
    expect(hoursRows(hours, NOW)[0]?.times).toBe('晚上8:00–凌晨0:00')
  })
})

test('groups stand in the order of the list', () => {
  const entry = (entryId: string, kind: 'office' | 'emergency') => ({
    ...{ entryId, kind, name: entryId, summary: '' },
    phones: [{ number: '1' }],
  })
  const list = [entry('a', 'emergency'), entry('b', 'office'), entry('c', 'emergency')]
  expect(
    entryGroups(list).map(({ kind, entries }) => [kind, entries.map(({ entryId }) => entryId)]),
  ).toEqual([
    ['emergency', ['a', 'c']],
    ['office', ['b']],
  ])
})
