import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../../types/contract/limits'
import {
  choicesOf,
  draftOf,
  NOT_RATED,
  starsOf,
  typedRoom,
  withChoice,
  withStars,
  wordsOf,
} from './rating.draft'

describe('a rating as it is being made', () => {
  test('has no stars and no words at first', () => {
    expect(starsOf(NOT_RATED)).toBeUndefined()
    expect(wordsOf(NOT_RATED)).toBeUndefined()
  })

  test('sends what was tapped before what was typed', () => {
    const draft = withChoice(withChoice(withStars(NOT_RATED, 5), '态度好'), '准时')
    expect(wordsOf({ ...draft, typed: ' 下次还来 ' })).toBe('态度好，准时，下次还来')
    expect(wordsOf(withChoice(draft, '态度好'))).toBe('准时')
  })

  test('with other stars drops what is not offered with them', () => {
    const good = withChoice(withStars(NOT_RATED, 5), '准时')
    expect(wordsOf(withStars(good, 3))).toBe('准时')
    expect(wordsOf(withStars(good, 1))).toBeUndefined()
    expect(choicesOf(4)).not.toContain('等得久')
    expect(choicesOf(2)).not.toContain('准时')
  })

  test('never cuts what was typed: a choice without room changes nothing', () => {
    const full = { ...withStars(NOT_RATED, 4), typed: '好'.repeat(LIMITS.ratingChars - 1) }
    expect(withChoice(full, '准时')).toEqual(full)
    const room = { ...full, typed: '好'.repeat(LIMITS.ratingChars - 3) }
    expect(wordsOf(withChoice(room, '准时'))).toHaveLength(LIMITS.ratingChars)
    expect(typedRoom(withChoice(room, '准时'))).toBe(LIMITS.ratingChars - 3)
  })

  test('goes on from what was said before', () => {
    expect(starsOf(draftOf({ stars: 4, words: '还行' }))).toBe(4)
    expect(wordsOf(draftOf({ stars: 4, words: '还行' }))).toBe('还行')
    expect(wordsOf(draftOf({ stars: 4 }))).toBeUndefined()
  })

  test('of stars that nobody can give has none', () => {
    expect(starsOf({ ...NOT_RATED, stars: '6' })).toBeUndefined()
  })
})
