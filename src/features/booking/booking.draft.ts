import { useDraft } from '../../lib/use-draft'
import { EMPTY_NOTE, noteFrom } from './booking.note'

/** The note being written for a service, whichever time of it is chosen in the end. */
export const useNoteDraft = (serviceId: string) =>
  useDraft(`note.${serviceId}`, EMPTY_NOTE, noteFrom)
