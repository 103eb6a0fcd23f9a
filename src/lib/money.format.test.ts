import { expect, test } from 'vitest'
import { formatPrice } from './money.format'

test.each([
  [0, '免费'],
  [3000, '30元'],
  [1250, '12.50元'],
  [5, '0.05元'],
])('%i fen is %s', (fen, words) => {
  expect(formatPrice(fen)).toBe(words)
})
