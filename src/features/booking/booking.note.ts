import { LIMITS } from '../../../types/contract/limits'
import { BOOKING_TEXT } from './booking.text'

/** The note as it is being made: what was chosen, and what was typed. */
export interface NoteDraft {
  chosen: readonly string[]
  typed: string
}

export const EMPTY_NOTE: NoteDraft = { chosen: [], typed: '' }

/** The note as it is sent; nothing when nothing was said. */
export function noteOf({ chosen, typed }: NoteDraft): string | undefined {
  const parts = [...chosen, typed.trim()].filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts.join(BOOKING_TEXT.confirm.noteJoin)
}

/** How many characters may be typed beside what is chosen. */
export function typedLimit({ chosen }: NoteDraft): number {
  const taken = chosen.reduce((sum, choice) => sum + choice.length + 1, 0)
  return LIMITS.bookingNoteChars - taken
}

/** Whether a choice can be tapped: it is chosen already, or there is room for it beside what is typed. */
export const fitsChoice = (draft: NoteDraft, choice: string): boolean =>
  draft.chosen.includes(choice) || draft.typed.length + choice.length + 1 <= typedLimit(draft)

/** A choice taken, or taken back. One for which there is no room changes nothing: what is typed is never cut. */
export function toggleChoice(draft: NoteDraft, choice: string): NoteDraft {
  if (!fitsChoice(draft, choice)) return draft
  const chosen = draft.chosen.includes(choice)
    ? draft.chosen.filter((other) => other !== choice)
    : [...draft.chosen, choice]
  return { ...draft, chosen }
}

/** What the line under the typed words says: how much room is used, or how much is too much. */
export function noteRoom(draft: NoteDraft): string {
  const limit = typedLimit(draft)
  const over = draft.typed.length - limit
  return over > 0
    ? BOOKING_TEXT.confirm.noteOver(over)
    : BOOKING_TEXT.confirm.noteCount(draft.typed.length, limit)
}

/** A draft as the phone kept it. Whatever an older program kept in another form is no draft. */
export function noteFrom(kept: unknown): NoteDraft {
  if (typeof kept !== 'object' || kept === null) return EMPTY_NOTE
  const { chosen, typed } = kept as Partial<Record<keyof NoteDraft, unknown>>
  if (typeof typed !== 'string' || !Array.isArray(chosen)) return EMPTY_NOTE
  const offered = (chosen as unknown[]).filter(
    (choice): choice is string =>
      typeof choice === 'string' && BOOKING_TEXT.confirm.noteChoices.includes(choice),
  )
  return offered.reduce<NoteDraft>(toggleChoice, { chosen: [], typed })
}
