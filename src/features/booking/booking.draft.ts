import { draftName, readDraft, writeDraft } from '../../lib/drafts'
import { useDraft } from '../../lib/use-draft'
import { EMPTY_NOTE, noteFrom, noteOf } from './booking.note'

const nameOf = (serviceId: string) => `note.${serviceId}`

/** The note being written for a service, whichever time of it is chosen in the end. */
export const useNoteDraft = (serviceId: string) => useDraft(nameOf(serviceId), EMPTY_NOTE, noteFrom)

/** The place will be another person's after all: what was written goes over to them. */
export function carryNote(
  serviceId: string,
  from: string | undefined,
  to: string | undefined,
): void {
  const note = noteFrom(readDraft(draftName(nameOf(serviceId), from)))
  if (noteOf(note) === undefined) return
  writeDraft(draftName(nameOf(serviceId), to), note)
  writeDraft(draftName(nameOf(serviceId), from), undefined)
}
