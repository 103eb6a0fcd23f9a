import { readDraft, writeDraft } from '../../lib/drafts'
import { EMPTY_NOTE, noteFrom, noteOf, type NoteDraft } from './booking.note'

/**
 * Notes being written, by service: changing the time, an error, a lost network or leaving the program
 * must not lose one.
 */
const nameOf = (serviceId: string) => `note.${serviceId}`

export const keptNote = (serviceId: string): NoteDraft => noteFrom(readDraft(nameOf(serviceId)))

export const keepNote = (serviceId: string, draft: NoteDraft): void =>
  writeDraft(nameOf(serviceId), noteOf(draft) === undefined ? undefined : draft)

export const dropNote = (serviceId: string): void => keepNote(serviceId, EMPTY_NOTE)
