import { describe, expect, test } from 'vitest'
import type { Terms } from '../../../types/contract/booking'
import { spanSaid, termLines, whoSaid } from './booking.terms'

const TERMS: Terms = {
  leadMinutes: 0,
  aheadDays: 30,
  cancelMinutes: 0,
  person: {},
  household: {},
  who: {},
  questions: [],
  repeats: false,
  offerMinutes: 0,
  strikes: false,
}
const said = (terms: Partial<Terms>) =>
  termLines({ ...TERMS, ...terms }).map(({ label, value }) => `${label}：${value}`)

describe('who may book, in words', () => {
  test.each([
    [{}, '本社区居民'],
    [{ ageFrom: 60 }, '满60岁'],
    [{ ageTo: 14 }, '不超过14岁'],
    [{ ageFrom: 0, ageTo: 6 }, '不超过6岁'],
    [{ ageFrom: 60, ageTo: 80 }, '60到80岁'],
    [{ anyOf: ['livesAlone' as const] }, '独居'],
    [{ anyOf: ['livesAlone' as const, 'lowIncome' as const] }, '独居、低收入，有一样就行'],
    [{ places: ['d/s/chunxiao/chunxiao-b3'] }, '住在3号楼'],
    [{ places: ['chunxiao-b3', 'chunxiao-b12-u2'] }, '住在3号楼、12号楼2单元'],
    [{ places: ['chunxiao-b3', 'chunxiao-bx7f2c'] }, '住在指定的楼栋'],
    [{ ageFrom: 65, anyOf: ['disability' as const] }, '满65岁，残疾'],
  ])('%j', (who, words) => {
    expect(whoSaid(who)).toBe(words)
  })
})

describe('the terms of a service', () => {
  test('of one without limits are short', () => {
    expect(said({})).toEqual([
      '谁能约：本社区居民',
      '能约几次：不限次数',
      '什么时候约：最早提前30天，开始以前都能约',
      '取消、改时间：开始以前都可以',
    ])
  })

  test('of one with all of them say each', () => {
    expect(
      said({
        leadMinutes: 1440,
        cancelMinutes: 720,
        person: { week: 2, month: 6 },
        household: { day: 1 },
        repeats: true,
        lateMinutes: 15,
        strikes: true,
      }),
    ).toEqual([
      '谁能约：本社区居民',
      '能约几次：每人每周最多2次，每人每月最多6次，每户每天最多1次，可以一次约好几周',
      '什么时候约：最早提前30天，最晚提前1天约',
      '取消、改时间：最晚提前12小时',
      '请留意：迟到15分钟，位子会让给别人。约了没来满三次，30天内要请社区代约',
    ])
  })

  test.each([
    [15, '15分钟'],
    [60, '1小时'],
    [90, '1小时30分钟'],
    [1440, '1天'],
    [2160, '1天12小时'],
  ])('%i minutes', (minutes, words) => {
    expect(spanSaid(minutes)).toBe(words)
  })
})
