import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitText } from './text-parts.rules'

describe('a text in parts that WeChat checks', () => {
  test.each([
    ['', []],
    ['   \n', []],
    ['您好', ['您好']],
  ])('%j', (text, parts) => {
    expect(splitText(text)).toEqual(parts)
  })

  test('a character of two units is not cut in two', () => {
    expect(splitText('一二😀四', 3)).toEqual(['一二', '😀四'])
  })

  test('nothing is lost, every part fits, and each is well-formed', () => {
    const texts = fc.string({ unit: fc.constantFrom('字', 'a', '😀', '，') })
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 7 }), (text, size) => {
        const parts = splitText(text, size)
        expect(parts.join('')).toBe(text)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(size)
          expect(() => encodeURIComponent(part)).not.toThrow()
        }
      }),
    )
  })
})
