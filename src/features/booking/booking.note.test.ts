import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../types/contract/limits'
import {
  EMPTY_NOTE,
  fitsChoice,
  noteFrom,
  noteOf,
  noteRoom,
  toggleChoice,
  typedLimit,
  type NoteDraft,
} from './booking.note'
import { BOOKING_TEXT } from './booking.text'

const CHOICES = BOOKING_TEXT.confirm.noteChoices
const draft = (chosen: string[], typed: string): NoteDraft => ({ chosen, typed })
const words = (length: number) => '字'.repeat(length)

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
    const full = draft(chosen, words(typedLimit(draft(chosen, ''))))
    expect(noteOf(full)).toHaveLength(LIMITS.bookingNoteChars)
  })

  test('a choice is taken back by choosing it again', () => {
    const once = toggleChoice(draft([], ''), '听力不好')
    expect(once.chosen).toEqual(['听力不好'])
    expect(toggleChoice(once, '听力不好').chosen).toEqual([])
  })

  test('200 characters typed leave no room for a choice', () => {
    const full = draft([], words(200))
    expect(CHOICES.filter((choice) => fitsChoice(full, choice))).toEqual([])
    expect(toggleChoice(full, '需要轮椅')).toBe(full)
  })
})

describe('typing and choosing in any order', () => {
  type Act = { type: number } | { tap: string }
  const acts: fc.Arbitrary<Act[]> = fc.array(
    fc.oneof(
      fc.record({ type: fc.integer({ min: 0, max: LIMITS.bookingNoteChars }) }),
      fc.record({ tap: fc.constantFrom(...CHOICES) }),
    ),
    { maxLength: 20 },
  )
  /** The textarea takes as much as its limit allows, as the platform does. */
  const after = (note: NoteDraft, act: Act): NoteDraft =>
    'tap' in act
      ? toggleChoice(note, act.tap)
      : { ...note, typed: words(Math.min(act.type, typedLimit(note))) }

  test('the note is legal, the counter within its limit, and no tap changes what is typed', () => {
    fc.assert(
      fc.property(acts, (list) => {
        let note = EMPTY_NOTE
        for (const act of list) {
          const next = after(note, act)
          if ('tap' in act) expect(next.typed).toBe(note.typed)
          note = next
          expect(noteOf(note)?.length ?? 0).toBeLessThanOrEqual(LIMITS.bookingNoteChars)
          expect(note.typed.length).toBeLessThanOrEqual(typedLimit(note))
          expect(noteRoom(note)).toBe(`${note.typed.length}/${typedLimit(note)} 字`)
        }
      }),
    )
  })

  test('what may be tapped after typing is what may be typed after tapping', () => {
    const length = fc.integer({ min: 0, max: LIMITS.bookingNoteChars })
    fc.assert(
      fc.property(length, fc.subarray([...CHOICES]), (typed, chosen) => {
        const typedFirst = chosen.reduce(toggleChoice, draft([], words(typed)))
        const tappedFirst = chosen.reduce(toggleChoice, EMPTY_NOTE)
        const allFit = typedFirst.chosen.length === chosen.length
        expect(allFit).toBe(typed <= typedLimit(tappedFirst))
      }),
    )
  })

  test('a keyboard that goes past the limit loses nothing and is told how much', () => {
    expect(noteRoom(draft([], words(203)))).toBe('多了 3 个字，请删短一些')
  })
})

describe('a draft that the phone kept', () => {
  test('comes back as it was', () => {
    const note = draft(['听力不好', '第一次来'], '女儿一起来')
    expect(noteFrom(JSON.parse(JSON.stringify(note)))).toEqual(note)
  })

  test.each([undefined, '', 'text', 7, null, {}, { typed: 'x' }, { chosen: [], typed: 3 }])(
    'in another form is none: %j',
    (kept) => expect(noteFrom(kept)).toEqual(EMPTY_NOTE),
  )

  test('keeps the typed words whole, and only choices that are still offered and fit', () => {
    expect(noteFrom({ chosen: ['旧的选项', '听力不好'], typed: 'x' }).chosen).toEqual(['听力不好'])
    expect(noteFrom({ chosen: ['听力不好'], typed: words(200) })).toEqual(draft([], words(200)))
  })
})
