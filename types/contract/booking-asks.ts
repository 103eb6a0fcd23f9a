import * as v from 'valibot'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'

/** What is said when a place is asked for, and what may be answered. */

/** A booking's note. Its own schema, since the form on the phone checks it too. */
export const bookingNote = v.optional(
  v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.maxLength(LIMITS.bookingNoteChars, FIELD_TEXT.noteTooLong),
  ),
)

/** What the person answers to the service's questions, by their keys. */
export const answers = v.optional(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,19}$/, FIELD_TEXT.answerAgain)),
    v.pipe(
      v.string(FIELD_TEXT.answerAgain),
      v.trim(),
      v.maxLength(LIMITS.answerTextChars, FIELD_TEXT.noteTooLong),
    ),
  ),
)

/** Why somebody does not get a place in a slot. */
export const TAKING = [
  'NOT_FOUND',
  'SLOT_FULL',
  'SLOT_PAST',
  'SLOT_CLOSED',
  'BOOKING_TOO_LATE',
  'BOOKING_TOO_EARLY',
  'BOOKING_PENDING',
  'TIME_CLASH',
  'AGE_UNKNOWN',
  'TOO_YOUNG',
  'TOO_OLD',
  'GROUP_ONLY',
  'PLACE_ONLY',
  'LIMIT_PERSON',
  'LIMIT_HOUSEHOLD',
  'NO_ENTITLEMENT',
  'ENTITLEMENT_USED',
  'BARRED',
  'CONSENT_NEEDED',
  'TAP_REUSED',
] as const
