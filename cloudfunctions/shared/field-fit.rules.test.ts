import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELD_KINDS, type FieldKind, fitField } from './field-fit.rules'
import { momentOf } from './time'

const AT = momentOf('2026-11-23', '09:05')
const letters = (text: string): number => [...text].length

describe('a field of a message', () => {
  test.each<[FieldKind, string | number | undefined, string]>([
    ['thing', '停水通知', '停水通知'],
    [
      'thing',
      '关于3号楼、4号楼和5号楼高层供水管道检修期间停水的通知',
      '关于3号楼、4号楼和5号楼高层供水管道…',
    ],
    ['thing', '第一行\n第二行', '第一行 第二行'],
    ['thing', '', '点开查看详情'],
    ['thing', undefined, '点开查看详情'],
    ['thing', AT, '2026-11-23 09:05'],
    ['short_thing', '春晓社区居委会', '春晓社区居'],
    ['name', '阿依古丽·买买提·艾合买提江', '阿依古丽·买买提·艾'],
    ['name', 'Elizabeth Alexandra Mary', 'Elizabeth Alexandra'],
    ['phrase', '已回复!', '已回复'],
    ['phrase', 'OK', '请查看'],
    ['number', '共 12.50 元', '12.50'],
    ['number', '没有', '1'],
    ['letter', 'A1b2', 'Ab'],
    ['symbol', '!!好', '!!'],
    ['character_string', '单号 A-17 号', 'A-17'],
    ['time', AT, '2026-11-23 09:05'],
    ['time', '明天', '2026-11-23 09:05'],
    ['date', undefined, '2026-11-23 09:05'],
    ['amount', '费用 -1234.567 元', '1234.56'],
    ['phone_number', '电话 021-1234 5678', '021-1234 5678'],
    ['car_number', '京A·12345', '京A12345'],
  ])('%s: %j is %j', (kind, value, fitted) => {
    expect(fitField(kind, value, AT)).toBe(fitted)
  })

  /** WeChat's table, written again: what each kind takes. */
  const TAKES: Record<FieldKind, (text: string) => boolean> = {
    thing: (text) => letters(text) <= 20,
    short_thing: (text) => letters(text) <= 5,
    name: (text) => letters(text) <= (/\p{Script=Han}/u.test(text) ? 10 : 20),
    phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
    number: (text) => /^[+-]?\d{1,32}(\.\d{1,32})?$/.test(text),
    letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
    symbol: (text) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(text),
    character_string: (text) => /^[\x20-\x7e]{1,32}$/.test(text),
    time: (text) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text),
    date: (text) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text),
    amount: (text) => /^\d{1,10}(\.\d{1,2})?$/.test(text),
    phone_number: (text) => /^[\d+\-() ]{1,17}$/.test(text),
    car_number: (text) => letters(text) <= 8,
  }

  test.each(FIELD_KINDS)('%s takes whatever is said', (kind) => {
    const said = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('字', '😀', 'a', '7', '.', '-', '\n', '\ud83d', '·') }),
      fc.integer({ min: 0, max: 4e12 }),
      fc.constant(undefined),
    )
    fc.assert(
      fc.property(said, (value) => {
        const fitted = fitField(kind, value, AT)
        expect(fitted.trim()).not.toBe('')
        expect(fitted).not.toMatch(/\p{Cc}|\p{Cs}/u)
        expect(TAKES[kind](fitted)).toBe(true)
      }),
    )
  })
})
