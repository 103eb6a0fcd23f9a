/**
 * Every error a call can end with, each with when it occurs. The list is closed: the phone switches
 * on it exhaustively, and `errors.text.ts` says for each, in Chinese, what the resident can do next.
 */
export const ERROR_CODES = {
  /** The event is not an object with a text `op`, or its `tapId` is not 8 to 64 letters, digits, `_` or `-`. */
  BAD_EVENT: 'malformed event',
  /** The function has no operation of that name. */
  UNKNOWN_OPERATION: 'no such operation',
  /** The input does not fit the operation's schema; `fields` says which field and how to mend it. */
  BAD_INPUT: 'wrong input',
  /** The event is over 256 KB, or a text is longer than its limit (then `fields` names it). */
  TOO_LARGE: 'too large',
  /** The call came without a WeChat identity. */
  NO_IDENTITY: 'no identity',
  /** The caller has not joined a community, and the operation is for its members. */
  NOT_JOINED: 'not a member of a community',
  /** The caller is known but may not do this. */
  NOT_ALLOWED: 'not allowed',
  /** What was named does not exist, or not for this caller. */
  NOT_FOUND: 'not found',
  /** The same tapId came with another input. */
  TAP_REUSED: 'tap id used for something else',
  /** Too many at once, for one document or for the whole cloud; the same tap may be sent again. */
  BUSY: 'busy',
  /** The time for one call was used up; the same tap may be sent again. */
  TIMEOUT: 'timed out',
  /** The cloud lacks a setting without which nothing personal may be read or written: its key ring. */
  NOT_READY: 'not ready',
  /** An unforeseen fault; `requestId` finds its log line. */
  INTERNAL: 'internal error',
  /** The cloud could not be reached. Made on the phone only. */
  OFFLINE: 'offline',
  /** The slot's places are all taken. */
  SLOT_FULL: 'slot full',
  /** The slot has begun or is over. */
  SLOT_PAST: 'slot past',
  /** The provider has closed the slot. */
  SLOT_CLOSED: 'slot closed',
  /** The resident already has a live booking in this slot. */
  ALREADY_BOOKED: 'already booked',
  /** The resident has something else at that time. */
  TIME_CLASH: 'time clash',
  /** The resident has as many live bookings as one person may have. */
  TOO_MANY_BOOKINGS: 'too many bookings',
  /** What was sent is personal, and the caller has not agreed to the privacy policy in force. */
  CONSENT_NEEDED: 'consent needed',
  /** The booking is still being made; it settles within two minutes. */
  BOOKING_PENDING: 'booking pending',
  /** The booking was cancelled before. */
  ALREADY_CANCELLED: 'already cancelled',
  /** The visit has begun or is over, so that it cannot be cancelled any more. */
  BOOKING_PAST: 'booking past',
  /** The printed code is whole, but belongs to nothing (any more). */
  CODE_UNKNOWN: 'code unknown',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** The refusals that can come from any operation. */
export const COMMON_ERRORS = [
  'BAD_EVENT',
  'UNKNOWN_OPERATION',
  'BAD_INPUT',
  'TOO_LARGE',
  'NO_IDENTITY',
  'NOT_JOINED',
  'NOT_ALLOWED',
  'BUSY',
  'TIMEOUT',
  'NOT_READY',
  'INTERNAL',
  'OFFLINE',
] as const satisfies readonly ErrorCode[]

export type CommonError = (typeof COMMON_ERRORS)[number]
