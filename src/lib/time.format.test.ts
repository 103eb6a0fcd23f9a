import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  formatDay,
  formatFullDay,
  formatLongDay,
  formatMonth,
  formatSpan,
  formatTime,
} from './time.format'

/** A moment by the community's wall clock. */
const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-22T23:30:00')

describe('days, by the clock of the community and not of the phone', () => {
  test.each([
    ['2026-11-22T23:59:59', '今天'],
    ['2026-11-23T00:00:00', '明天'],
    ['2026-11-24T00:00:00', '11月24日 周二'],
    ['2026-11-21T23:59:59', '11月21日 周六'],
    ['2027-01-03T09:00:00', '2027年1月3日 周日'],
  ])('%s is %s', (moment, words) => {
    expect(formatDay(dayOf(at(moment)), now)).toBe(words)
  })

  test('in full, with how near it is', () => {
    expect(formatFullDay('2026-11-23', now)).toBe('11月23日 周一（明天）')
    expect(formatFullDay('2026-11-24', now)).toBe('11月24日 周二')
  })

  test('of any year, and months', () => {
    expect(formatLongDay('2026-05-01')).toBe('2026年5月1日')
    expect(formatMonth('2026-09')).toBe('2026年9月')
  })

  test('the day after the last of a month and of a year', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('times, as people say them', () => {
  test.each([
    ['00:05', '凌晨0:05'],
    ['05:59', '凌晨5:59'],
    ['09:00', '上午9:00'],
    ['12:00', '中午12:00'],
    ['14:30', '下午2:30'],
    ['18:00', '晚上6:00'],
    ['23:59', '晚上11:59'],
  ])('%s is %s', (clock, words) => {
    expect(formatTime(at(`2026-11-22T${clock}:00`))).toBe(words)
  })

  test('a span says 上午 once, unless it crosses into another part of the day', () => {
    const span = (from: string, to: string) =>
      formatSpan(at(`2026-11-22T${from}:00`), at(`2026-11-22T${to}:00`))
    expect(span('09:00', '09:30')).toBe('上午9:00–9:30')
    expect(span('11:30', '13:00')).toBe('上午11:30–下午1:00')
  })
})
