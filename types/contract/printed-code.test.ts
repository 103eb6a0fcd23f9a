import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isToken, readScene, sceneOf, TOKEN_LETTERS, tokenOf } from './printed-code'

const letter = fc.constantFrom(...TOKEN_LETTERS)
const letters = fc.string({ unit: letter, minLength: 3, maxLength: 29 })

describe('a printed code', () => {
  test('is read as it was printed', () => {
    fc.assert(
      fc.property(letters, fc.constantFrom('a', 'd', 'z'), (text, kind) => {
        const code = { letter: kind, token: tokenOf(text) }
        expect(readScene(sceneOf(code))).toEqual(code)
        // WeChat's limit for a scene, and the characters it allows.
        expect(sceneOf(code)).toMatch(/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/)
      }),
    )
  })

  test('with one wrong character is none', () => {
    fc.assert(
      fc.property(letters, fc.nat(), letter, (text, nth, other) => {
        const token = tokenOf(text)
        const at = nth % token.length
        fc.pre(token[at] !== other)
        expect(isToken(token.slice(0, at) + other + token.slice(at + 1))).toBe(false)
      }),
    )
  })

  test('with two neighbours the wrong way round is none', () => {
    fc.assert(
      fc.property(letters, fc.nat(), (text, nth) => {
        const token = tokenOf(text)
        const at = nth % (token.length - 1)
        const [a = '', b = ''] = token.slice(at, at + 2)
        fc.pre(a !== b)
        expect(isToken(token.slice(0, at) + b + a + token.slice(at + 2))).toBe(false)
      }),
    )
  })

  test.each([
    ['nothing', ''],
    ['a letter alone', 'd'],
    ['a token too short', 'd22'],
    ['a token too long', `d${tokenOf('2'.repeat(30))}`],
    ['a large kind letter', `D${tokenOf('K7MP2AX')}`],
    ['a digit for the kind', `7${tokenOf('K7MP2AX')}`],
    ['letters that are not printed', 'dk7mp2ax9'],
    ['operators', 'd$ne$ne$ne'],
    ['still encoded', 'd%3DK7MP'],
    ['another alphabet', 'd社区服务站'],
  ])('is not: %s', (_, scene) => {
    expect(readScene(scene)).toBeNull()
  })

  test('has no two letters that look alike', () => {
    for (const alike of ['0ODQ', '1IL', '2Z', '5S', '6G', '8B', 'UV']) {
      expect([...alike].filter((one) => TOKEN_LETTERS.includes(one)).length).toBeLessThan(2)
    }
    expect(new Set(TOKEN_LETTERS).size).toBe(23)
  })
})
