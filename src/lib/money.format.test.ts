import { expect, test } from 'vitest'
import { fenOf, formatPrice, formatYuan, typedFen } from './money.format'

test.each([
  [0, '免费'],
  [3000, '30元'],
  [1250, '12.50元'],
  [5, '0.05元'],
])('%i fen is %s', (fen, words) => {
  expect(formatPrice(fen)).toBe(words)
})

test.each([
  [0, '0元'],
  [99_900, '999元'],
  [123_456_780, '1,234,567.80元'],
  [5, '0.05元'],
  [-2_000_000, '-20,000元'],
])('%i fen among accounts are %s', (fen, words) => {
  expect(formatYuan(fen)).toBe(words)
})

test.each([
  ['30', 3_000],
  [' 12.5元', 1_250],
  ['￥0.05', 5],
  ['1,200', 120_000],
  ['999999999999', 99_999_999_999_900],
  ['1000000000000', undefined],
  ['12。50', 1_250],
  ['0', 0],
  ['', undefined],
  ['三十', undefined],
  ['1.234', undefined],
  ['-5', undefined],
])('%j yuan, as typed, is %j fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})

test('fen are typed as they are read again', () => {
  for (const fen of [0, 5, 100, 1_250]) expect(fenOf(typedFen(fen))).toBe(fen)
})
