import * as v from 'valibot'
import { answers, bookingNote, TAKING } from './booking-asks'
import { byProvider, look, work } from './booking-access'
import { dayOfService, desk, visit } from './booking-visits'
import { after, at, day, id, page, words } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'
import { personName, phoneEnd } from './people'

/** The visit, and whose it is: the audit trail says of whom each act was. */
const which = { bookingId: id, residentId: id }

const say = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.minLength(2, FIELD_TEXT.writeText),
  v.maxLength(LIMITS.sentenceChars, FIELD_TEXT.sentenceTooLong),
)

const rollingCode = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.maxLength(20, FIELD_TEXT.noteTooLong),
)

const MARKING = ['NOT_FOUND', 'NOT_YOUR_SERVICE', 'VISIT_STATE', 'TAP_REUSED'] as const

const onlyOf = { providerId: v.optional(id), serviceId: v.optional(id) }

export const bookingDay = {
  /**
   * A day of the community by time: its slots at a glance, and who comes. Today when no day is given; `after` reads
   * on.
   */
  listDay: operation({
    kind: 'query',
    access: look,
    input: v.object({ day: v.optional(day), ...onlyOf, after }),
    output: v.object({ ...page(visit).entries, day, slots: v.array(desk) }),
    errors: ['NOT_YOUR_SERVICE'],
  }),

  /** The week of a day, Monday to Sunday, by day and service: figures alone, of no one. */
  listWeek: operation({
    kind: 'query',
    access: work,
    input: v.object({ day: v.optional(day), ...onlyOf }),
    output: v.object({ fromDay: day, days: v.array(dayOfService) }),
    errors: ['NOT_YOUR_SERVICE'],
  }),

  /** One visit. */
  viewVisit: operation({
    kind: 'query',
    access: look,
    input: v.object(which),
    output: visit,
    errors: ['NOT_FOUND', 'NOT_YOUR_SERVICE'],
  }),

  /** The person's number, to call them about their visit; each look stands in the audit trail. */
  revealVisitPhone: operation({
    kind: 'query',
    access: look,
    input: v.object(which),
    output: v.object({ phone: v.optional(v.string()) }),
    errors: ['NOT_FOUND', 'NOT_YOUR_SERVICE'],
  }),

  /**
   * The person is here: as whoever works there sees, on the day of the visit or up to seven days after; or as the
   * person's own code says that changes (rolling-code.ts), from two hours before until the end of it.
   */
  checkInAtDesk: operation({
    kind: 'command',
    access: work,
    input: v.object({ ...which, code: v.optional(rollingCode) }),
    output: visit,
    errors: [...MARKING, 'TOO_EARLY', 'TOO_LATE', 'CODE_WRONG', 'CODE_USED', 'CODE_EXPIRED'],
  }),

  /** The person did not come: from 15 minutes after the beginning, or as the service says. */
  markNoShow: operation({
    kind: 'command',
    access: work,
    input: v.object(which),
    output: visit,
    errors: [...MARKING, 'TOO_EARLY', 'TOO_LATE'],
  }),

  /** Takes a mark back, on the day it was made. */
  undoMark: operation({
    kind: 'command',
    access: work,
    input: v.object(which),
    output: visit,
    errors: [...MARKING, 'TOO_LATE'],
  }),

  /**
   * Who has not come is too late: the place is free, for who walks in. Only where the service has such a rule, and
   * not to be taken back.
   */
  releaseLate: operation({
    kind: 'command',
    access: work,
    input: v.object(which),
    output: visit,
    errors: [...MARKING, 'TOO_EARLY', 'TOO_LATE', 'BOOKING_PENDING'],
  }),

  /** The visit is over; what was paid on site, and the receipt's number. Again with others: they are mended. */
  complete: operation({
    kind: 'command',
    access: work,
    input: v.object({
      ...which,
      paidFen: v.optional(
        v.pipe(
          v.number(FIELD_TEXT.badNumber),
          v.integer(FIELD_TEXT.badNumber),
          v.minValue(0, FIELD_TEXT.badNumber),
          v.maxValue(10_000_000, FIELD_TEXT.badNumber),
        ),
      ),
      receiptNo: v.optional(
        v.pipe(
          v.string(FIELD_TEXT.writeText),
          v.trim(),
          v.minLength(1, FIELD_TEXT.writeText),
          v.maxLength(30, FIELD_TEXT.noteTooLong),
        ),
      ),
    }),
    output: visit,
    errors: [...MARKING, 'TOO_EARLY', 'TOO_LATE'],
  }),

  /**
   * Takes a place in a service of the caller's for somebody of the community who calls or stands there, and is known by
   * their name in full and the end of the number on their record: for those who give services, who see nobody's record.
   * Nothing is shown of anybody; how often one may look is limited, found or not. Staff act at the desk (`reserve`).
   */
  addVisit: operation({
    kind: 'command',
    access: byProvider,
    input: v.object({
      slotId: id,
      name: personName,
      phoneEnd,
      note: bookingNote,
      answers,
      /** Take it from the person's entitlement. */
      useSubsidy: v.optional(v.boolean()),
    }),
    output: v.object({
      bookingId: v.string(),
      slotId: v.string(),
      name: v.string(),
      startsAt: at,
      endsAt: at,
      /** What is to be paid on site, in fen. */
      priceFen: v.optional(v.number()),
    }),
    errors: [
      ...TAKING,
      'NOT_YOUR_SERVICE',
      'CALLER_UNKNOWN',
      'LOOKUPS_USED',
      'ALREADY_BOOKED',
      'TOO_MANY_BOOKINGS',
    ],
  }),

  /** Cancels a visit that is not over; the person and who acts for them are told why. */
  cancelVisit: operation({
    kind: 'command',
    access: work,
    input: v.object({ ...which, say }),
    output: visit,
    errors: [
      'NOT_FOUND',
      'NOT_YOUR_SERVICE',
      'ALREADY_CANCELLED',
      'BOOKING_PENDING',
      'BOOKING_PAST',
      'TAP_REUSED',
    ],
  }),

  /** Moves a visit to another time of its service; the person and who acts for them are told why. */
  moveVisit: operation({
    kind: 'command',
    access: work,
    input: v.object({ ...which, slotId: id, say }),
    output: visit,
    errors: [
      'NOT_FOUND',
      'NOT_YOUR_SERVICE',
      'ALREADY_CANCELLED',
      'BOOKING_PENDING',
      'BOOKING_PAST',
      'SAME_SLOT',
      'SLOT_FULL',
      'SLOT_PAST',
      'SLOT_CLOSED',
      'TIME_CLASH',
      'ALREADY_BOOKED',
      'ENTITLEMENT_USED',
      'NO_ENTITLEMENT',
      'TAP_REUSED',
    ],
  }),

  /** Writes of a visit what the person, and the family who may do everything for them, can read; sealed. */
  saveResult: operation({
    kind: 'command',
    access: work,
    input: v.object({ ...which, text: words(LIMITS.resultChars) }),
    output: visit,
    errors: [...MARKING, 'TOO_EARLY'],
  }),

  /** Opens what was written of a visit, for those who work there; each look stands in the audit trail. */
  readResult: operation({
    kind: 'query',
    access: look,
    input: v.object(which),
    output: v.object({ text: v.optional(v.string()) }),
    errors: ['NOT_FOUND', 'NOT_YOUR_SERVICE'],
  }),

  /** The day's list as a file: a workbook, or comma-separated values. */
  exportDay: operation({
    kind: 'command',
    access: work,
    input: v.object({ day, ...onlyOf, as: v.optional(v.picklist(['xlsx', 'csv'])) }),
    output: v.object({ url: v.string(), fileId: v.string(), bytes: v.number(), expiresAt: at }),
    errors: ['NOT_YOUR_SERVICE', 'TAP_REUSED'],
  }),
}
