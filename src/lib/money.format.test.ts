import { expect, test } from 'vitest'
import { formatPrice, formatYuan } from './money.format'

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
