import { draftName, readDraft, writeDraft } from '../../lib/drafts'
import { useDraft } from '../../lib/use-draft'
import { EMPTY_NOTE, noteFrom, noteOf } from './booking.note'
import { EMPTY_WISH, wishFrom } from './booking.wish'

const nameOf = (serviceId: string) => `note.${serviceId}`
const wishOf = (serviceId: string) => `wish.${serviceId}`

/** The note being written for a service, whichever time of it is chosen in the end. */
export const useNoteDraft = (serviceId: string) => useDraft(nameOf(serviceId), EMPTY_NOTE, noteFrom)

/** What else is chosen and answered for a service. */
export const useWishDraft = (serviceId: string) => useDraft(wishOf(serviceId), EMPTY_WISH, wishFrom)

/**
 * The place will be another person's after all: what was written goes over to them. Who comes along and the subsidy
 * are theirs to choose anew.
 */
export function carryDrafts(
  serviceId: string,
  from: string | undefined,
  to: string | undefined,
): void {
  const note = noteFrom(readDraft(draftName(nameOf(serviceId), from)))
  if (noteOf(note) !== undefined) {
    writeDraft(draftName(nameOf(serviceId), to), note)
    writeDraft(draftName(nameOf(serviceId), from), undefined)
  }
  const { answers, weeks } = wishFrom(readDraft(draftName(wishOf(serviceId), from)))
  if (Object.keys(answers).length > 0 || weeks > 1) {
    writeDraft(draftName(wishOf(serviceId), to), { ...EMPTY_WISH, answers, weeks })
    writeDraft(draftName(wishOf(serviceId), from), undefined)
  }
}
