import { expect, test } from 'vitest'
import { fingerprint, newId } from './ids'

test('a fingerprint does not depend on the order of keys, but on every value', () => {
  expect(fingerprint('a.b', { x: 1, y: { p: 1, q: 2 } })).toBe(
    fingerprint('a.b', { y: { q: 2, p: 1 }, x: 1 }),
  )
  expect(fingerprint('a.b', { x: 1 })).not.toBe(fingerprint('a.b', { x: 2 }))
  expect(fingerprint('a.b', { x: 1 })).not.toBe(fingerprint('a.c', { x: 1 }))
})

test('new ids differ', () => {
  expect(new Set(Array.from({ length: 1_000 }, newId)).size).toBe(1_000)
})
