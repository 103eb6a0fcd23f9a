import { expect, test } from 'vitest'
import { type Bucket, overflows } from './flood.rules'
import { MINUTE } from './time'

test('more than the most in a minute overflows; the next minute begins anew; others are not counted', () => {
  const buckets = new Map<string, Bucket>()
  const sent = Array.from({ length: 5 }, (_, i) => overflows(buckets, 'a', i, 3))
  expect(sent).toEqual([false, false, false, true, true])
  expect(overflows(buckets, 'b', 5, 3)).toBe(false)
  expect(overflows(buckets, 'a', MINUTE, 3)).toBe(false)
})

test('an instance never grows by strangers', () => {
  const buckets = new Map<string, Bucket>()
  for (let i = 0; i < 10_000; i++) overflows(buckets, `stranger-${i}`, i % 7, 3)
  expect(buckets.size).toBeLessThanOrEqual(2_000)
})
