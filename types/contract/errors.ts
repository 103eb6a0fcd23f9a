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
  /** What can only be done for oneself was asked for somebody else. */
  NOT_FOR_OTHERS: 'not for others',
  /** The caller may not act for this person (any more). */
  NOT_THEIR_HELPER: 'not their helper',
  /** The caller sends far more than a person can tap. */
  TOO_MANY: 'too many calls',
  /** The environment lacks what only its owner can set, e.g. its keys. */
  NOT_READY: 'environment not ready',
  /** What was named does not exist, or not for this caller. */
  NOT_FOUND: 'not found',
  /** The same tapId came with another input. */
  TAP_REUSED: 'tap id used for something else',
  /** Too many at once, for one document or for the whole cloud; the same tap may be sent again. */
  BUSY: 'busy',
  /** The time for one call was used up; the same tap may be sent again. */
  TIMEOUT: 'timed out',
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
  /** The letters or digits do not fit the code they were given for. Each such try is counted. */
  CODE_WRONG: 'code wrong',
  /** Too many wrong tries for one code; it opens again later, or a new one is made. */
  CODE_LOCKED: 'code locked',
  /** The code was good for a time, which is over. */
  CODE_EXPIRED: 'code expired',
  /** The code works once, and has been used or taken back. */
  CODE_USED: 'code used',
  /** The caller lives in this home already. */
  ALREADY_JOINED: 'already joined',
  /** A request of the caller waits for staff. */
  REQUEST_WAITING: 'request waiting',
  /** The request has been answered or taken back. */
  REQUEST_ANSWERED: 'request answered',
  /** As many requests of the caller wait as one person may have. */
  TOO_MANY_REQUESTS: 'too many requests',
  /** Somebody else joined as this person on the roster. */
  NAME_TAKEN: 'name taken',
  /** The program does not know the caller's name yet. */
  NAME_NEEDED: 'name needed',
  /** The caller may act for this person already. */
  ALREADY_HELPING: 'already helping',
  /** The caller has this role there already. */
  ROLE_HELD: 'role held',
  /** The caller's roles cannot give or take this one. */
  ROLE_NOT_YOURS: 'role not yours to give',
  /** The environment would be left without an administrator. */
  LAST_ADMINISTRATOR: 'last administrator',
  /** Somebody else changed it since it was read. */
  CHANGED: 'changed meanwhile',
  /** A place of that name is there already. */
  PLACE_EXISTS: 'place exists',
  /** The person left this home before. */
  RESIDENCE_ENDED: 'residence ended',
  /** Both records have a WeChat account of their own. */
  TWO_ACCOUNTS: 'two accounts',
  /** The record was merged into another before. */
  ALREADY_MERGED: 'already merged',
  /** WeChat has verified the caller's number; it is not asked for again. */
  PHONE_KNOWN: 'phone known',
  /** WeChat did not give the number. */
  PHONE_REFUSED: 'phone refused',
  /** The file is none of the kinds that can be read, or is damaged. */
  FILE_UNREADABLE: 'file unreadable',
  /** The file was not uploaded where the cloud said, by this caller, or was used before. */
  NOT_ALLOWED_FILE: 'file not allowed',
  /** The announcement is for others. */
  NOT_ADDRESSED: 'not addressed',
  /** The announcement was taken back. */
  WITHDRAWN: 'withdrawn',
  /** The announcement asks nothing that could be confirmed. */
  NOTHING_TO_CONFIRM: 'nothing to confirm',
  /** It is over: what was asked for can no longer be done. */
  TOO_LATE: 'too late',
  /** It cannot be done yet. */
  TOO_EARLY: 'too early',
  /** Nobody may ask below this announcement. */
  NO_QUESTIONS: 'no questions here',
  /** WeChat's content check, or staff, refused the text. */
  TEXT_REFUSED: 'text refused',
  /** As many questions of the person are open as one may have. */
  TOO_MANY_QUESTIONS: 'too many questions',
  /** Staff have not let the question through yet. */
  QUESTION_HELD: 'question held',
  /** The announcement has been published: it is corrected or withdrawn, not edited. */
  ALREADY_PUBLISHED: 'already published',
  /** The announcement has not been published, or is not any more. */
  NOT_PUBLISHED: 'not published',
  /** The moment named is not ahead. */
  SCHEDULE_PAST: 'schedule past',
  /** The writer's role does not publish in this category. */
  NOT_YOUR_CATEGORY: 'category not yours',
  /** It was corrected as often as may be. */
  TOO_MANY_CORRECTIONS: 'too many corrections',
  /** It may not be booked any more: there is too little time before it begins. */
  BOOKING_TOO_LATE: 'too late to book',
  /** It may not be booked yet: it lies too far ahead. */
  BOOKING_TOO_EARLY: 'too early to book',
  /** It may not be cancelled or changed any more, though it has not begun. */
  CANCEL_TOO_LATE: 'too late to cancel',
  /** The service goes by age, and nobody has noted the person's birth day. */
  AGE_UNKNOWN: 'age unknown',
  TOO_YOUNG: 'too young',
  TOO_OLD: 'too old',
  /** The service is for people of whom staff noted something (low income, a disability, living alone). */
  GROUP_ONLY: 'for a group only',
  /** The service is for certain buildings. */
  PLACE_ONLY: 'for certain places only',
  /** As many bookings of the service as one person, or one household, may have in that time. */
  LIMIT_PERSON: 'limit of a person',
  LIMIT_HOUSEHOLD: 'limit of a household',
  /** The person has no entitlement for this service. */
  NO_ENTITLEMENT: 'no entitlement',
  /** Too little of the entitlement is left this month. */
  ENTITLEMENT_USED: 'entitlement used up',
  /** The person did not come three times: the desk books for them, for a while. */
  BARRED: 'barred for not coming',
  /** The service is not booked for several weeks at once. */
  NO_REPEAT: 'not repeatable',
  /** The booking is of this very slot. */
  SAME_SLOT: 'same slot',
  /** Nobody waits for this service. */
  NO_WAITLIST: 'no waiting list',
  /** There are places left: nobody needs to wait. */
  PLACES_LEFT: 'places left',
  /** The person waits for this slot already. */
  ALREADY_WAITING: 'already waiting',
  /** As many wait as may, for this slot, or as many slots as one person may wait for. */
  WAITLIST_FULL: 'waiting list full',
  TOO_MANY_WAITS: 'too many waits',
  /** The offer is over, or was taken, or never was. */
  OFFER_OVER: 'offer over',
  /** The provider is another's. */
  NOT_YOUR_SERVICE: 'service not yours',
  /** Nobody here has this name and a number that ends so, or more than one. */
  CALLER_UNKNOWN: 'caller unknown',
  /** Somebody was looked for by name and number as often as one may in a day. */
  LOOKUPS_USED: 'lookups used up',
  /** What is to be noted of a visit does not follow from how it stands. */
  VISIT_STATE: 'not in this state',
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
  'NOT_FOR_OTHERS',
  'NOT_THEIR_HELPER',
  'TOO_MANY',
  'NOT_READY',
  'BUSY',
  'TIMEOUT',
  'INTERNAL',
  'OFFLINE',
] as const satisfies readonly ErrorCode[]

export type CommonError = (typeof COMMON_ERRORS)[number]
