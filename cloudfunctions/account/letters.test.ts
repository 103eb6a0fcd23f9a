import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isToken, TOKEN_LETTERS } from '../../types/contract/printed-code'
import {
  drawDigits,
  drawLetters,
  FINDING,
  joinLetters,
  lettersFrom,
  PROVING,
  splitLetters,
} from './letters'

const letters = (count: number) =>
  fc.string({ unit: fc.constantFrom(...TOKEN_LETTERS), minLength: count, maxLength: count })

describe('a printed code', () => {
  test('is its two parts and a check character', () => {
    fc.assert(
      fc.property(letters(FINDING), letters(PROVING), (finding, proving) => {
        const token = joinLetters(finding, proving)
        expect(isToken(token)).toBe(true)
        expect(splitLetters(token)).toEqual({ finding, proving })
      }),
    )
  })

  test('with one letter changed is none', () => {
    fc.assert(
      fc.property(
        letters(FINDING),
        letters(PROVING),
        fc.nat(FINDING + PROVING - 1),
        letters(1),
        (finding, proving, at, other) => {
          const token = joinLetters(finding, proving)
          fc.pre(token[at] !== other)
          expect(splitLetters(token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
        },
      ),
    )
  })

  test.each(['', 'YNR6X8', 'YX6ATYNR6X88Y'])('%j is none', (typed) => {
    expect(splitLetters(typed)).toBeNull()
  })
})

describe('drawn', () => {
  test('letters are of the alphabet, and not the same twice', () => {
    const drawn = Array.from({ length: 200 }, () => drawLetters(PROVING))
    expect(drawn.every((one) => [...one].every((letter) => TOKEN_LETTERS.includes(letter)))).toBe(
      true,
    )
    expect(new Set(drawn).size).toBeGreaterThan(195)
  })

  test('digits are six', () => {
    expect(Array.from({ length: 200 }, drawDigits).every((one) => /^\d{6}$/.test(one))).toBe(true)
  })

  test('what follows from a text is the same each time', () => {
    expect(lettersFrom('a', 11)).toBe(lettersFrom('a', 11))
    expect(lettersFrom('a', 11)).not.toBe(lettersFrom('b', 11))
  })
})
