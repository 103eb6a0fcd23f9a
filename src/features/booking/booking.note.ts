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

/** How many characters may still be typed beside what is chosen. */
export function typedLimit({ chosen }: NoteDraft): number {
  const taken = chosen.reduce((sum, choice) => sum + choice.length + 1, 0)
  return LIMITS.bookingNoteChars - taken
}

export const toggleChoice = (draft: NoteDraft, choice: string): NoteDraft => ({
  ...draft,
  chosen: draft.chosen.includes(choice)
    ? draft.chosen.filter((other) => other !== choice)
    : [...draft.chosen, choice],
})

/**
 * Notes being written, by service: changing the time, an error or a lost network must not lose one.
 * Kept while the program runs.
 */
const drafts = new Map<string, NoteDraft>()

export const keptNote = (serviceId: string): NoteDraft => drafts.get(serviceId) ?? EMPTY_NOTE
export const keepNote = (serviceId: string, draft: NoteDraft): void => {
  drafts.set(serviceId, draft)
}
export const dropNote = (serviceId: string): void => {
  drafts.delete(serviceId)
}
