import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listKeyFrom, listKeyOf } from './list-key.rules'

test('keys sort as the numbers do, and by id where those are equal', () => {
  const number = fc.integer({ min: 0, max: 8_640_000_000_000 })
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/)
  fc.assert(
    fc.property(number, id, number, id, (m, a, n, b) => {
      const before = m === n ? a < b : m < n
      expect(listKeyOf(m, a) < listKeyOf(n, b)).toBe(before)
      expect(listKeyFrom(m) < listKeyOf(m, a)).toBe(true)
      if (m < n) expect(listKeyOf(m, a) < listKeyFrom(n)).toBe(true)
    }),
  )
})
