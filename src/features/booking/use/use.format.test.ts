import { describe, expect, test } from 'vitest'
import { ageBars, hasHidden, monthsOf } from './use.format'

describe('the period', () => {
  test.each([
    ['2026-11', 1, '2026-11'],
    ['2026-11', 3, '2026-09'],
    ['2026-11', 12, '2025-12'],
    ['2026-01', 3, '2025-11'],
    ['2026-12', 12, '2026-01'],
  ] as const)('that ends with %s, of %i months, begins with %s', (toMonth, period, fromMonth) => {
    expect(monthsOf(toMonth, period)).toEqual({ fromMonth, toMonth })
  })
})

describe('ages', () => {
  test('a hidden group says so and has no length; one with nobody is left out', () => {
    const bars = ageBars([
      { band: '0-17', count: 0 },
      { band: '18-59' },
      { band: '80+', count: 12 },
    ])
    expect(bars).toEqual([
      { label: '18到59岁', value: 0, say: '不显示' },
      { label: '80岁以上', value: 12, say: '12次' },
    ])
  })

  test('whether any is hidden', () => {
    expect(hasHidden([{ band: '80+', count: 0 }])).toBe(false)
    expect(hasHidden([{ band: '80+' }])).toBe(true)
  })
})
