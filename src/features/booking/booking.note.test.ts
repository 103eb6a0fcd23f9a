import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../types/contract/limits'
import { noteOf, toggleChoice, typedLimit, type NoteDraft } from './booking.note'

const draft = (chosen: string[], typed: string): NoteDraft => ({ chosen, typed })

describe('the note of a booking', () => {
  test('is what was chosen and what was typed', () => {
    expect(noteOf(draft(['需要轮椅', '听力不好'], ' 女儿一起来 '))).toBe(
      '需要轮椅；听力不好；女儿一起来',
    )
  })

  test('is nothing when nothing was said', () => {
    expect(noteOf(draft([], '  '))).toBeUndefined()
  })

  test('never grows over the limit of the contract', () => {
    const chosen = ['需要轮椅', '有家人陪同']
    const full = draft(chosen, '字'.repeat(typedLimit(draft(chosen, ''))))
    expect(noteOf(full)).toHaveLength(LIMITS.bookingNoteChars)
  })

  test('a choice is taken back by choosing it again', () => {
    const once = toggleChoice(draft([], ''), '听力不好')
    expect(once.chosen).toEqual(['听力不好'])
    expect(toggleChoice(once, '听力不好').chosen).toEqual([])
  })
})
