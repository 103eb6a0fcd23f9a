import * as v from 'valibot'
import { holders, residents } from './access'
import { dayOfService, desk, figures, rated, visit } from './booking-visits'
import { after, at, day, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'

/** Staff see all services of the community, a provider those of the providers they work for. */
const WORKERS = ['staff', 'socialWorker', 'provider'] as const
const work = holders(WORKERS, { over: 'community' })
const look = holders(WORKERS, { over: 'community', traced: true })

/** The visit, and whose it is: the audit trail says of whom each act was. */
const which = { bookingId: id, residentId: id }

const say = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.minLength(2, FIELD_TEXT.writeText),
  v.maxLength(LIMITS.sentenceChars, FIELD_TEXT.sentenceTooLong),
)

const words = (most: number) =>
  v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.minLength(1, FIELD_TEXT.writeText),
    v.maxLength(most, FIELD_TEXT.noteTooLong),
  )

const month = v.pipe(
  v.string(FIELD_TEXT.chooseDay),
  v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, FIELD_TEXT.dayForm),
)

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5)) -
  Number(from.slice(5))

const rollingCode = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.maxLength(20, FIELD_TEXT.noteTooLong),
)

const MARKING = ['NOT_FOUND', 'NOT_YOUR_SERVICE', 'VISIT_STATE', 'TAP_REUSED'] as const

const onlyOf = { providerId: v.optional(id), serviceId: v.optional(id) }

/** What a person wrote or marked of their own visit. */
const rating = v.object({
  stars: v.pipe(v.number(), v.integer()),
  words: v.optional(v.string()),
  /** Until when it may be changed. */
  until: at,
})

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

  /** The same for the person, or a helper who may do everything for them, whose look stands in the trail. */
  viewResult: operation({
    kind: 'query',
    access: { ...residents({ dependents: true, desk: false }), traced: true },
    input: v.object({ bookingId: id }),
    output: v.object({
      text: v.optional(v.string()),
      rating: v.optional(rating),
      /** The visit may be rated now, for the first time or again. */
      mayRate: v.boolean(),
    }),
    errors: ['NOT_FOUND'],
  }),

  /** Says how a visit was, once it is over; may be changed for seven days. */
  rate: operation({
    kind: 'command',
    access: residents({ dependents: true, desk: false }),
    input: v.object({
      bookingId: id,
      stars: v.pipe(
        v.number(FIELD_TEXT.chooseAgain),
        v.integer(FIELD_TEXT.chooseAgain),
        v.minValue(1, FIELD_TEXT.chooseAgain),
        v.maxValue(5, FIELD_TEXT.chooseAgain),
      ),
      words: v.optional(words(LIMITS.ratingChars)),
    }),
    output: rating,
    errors: ['NOT_FOUND', 'VISIT_STATE', 'TOO_LATE', 'TEXT_REFUSED', 'TAP_REUSED'],
  }),

  /** What people said of services, newest first, without who they are. */
  listRatings: operation({
    kind: 'query',
    access: work,
    input: v.object({ serviceId: v.optional(id), after }),
    output: page(rated),
    errors: [],
  }),

  /** Staff let words through that the check was unsure of, or take them out. */
  reviewRating: operation({
    kind: 'command',
    access: holders(['staff', 'socialWorker'], { over: 'community' }),
    input: v.object({ ratingId: id, verdict: v.picklist(['allow', 'refuse']) }),
    output: rated,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),

  /** The day's list as a file: a workbook, or comma-separated values. */
  exportDay: operation({
    kind: 'command',
    access: work,
    input: v.object({ day, ...onlyOf, as: v.optional(v.picklist(['xlsx', 'csv'])) }),
    output: v.object({ url: v.string(), fileId: v.string(), bytes: v.number(), expiresAt: at }),
    errors: ['NOT_YOUR_SERVICE', 'TAP_REUSED'],
  }),

  /** How services were used from one month to another, at most twelve; groups of fewer than five are hidden. */
  useFigures: operation({
    kind: 'query',
    access: work,
    input: v.pipe(
      v.object({ fromMonth: month, toMonth: month, serviceId: v.optional(id) }),
      v.forward(
        v.partialCheck(
          [['fromMonth'], ['toMonth']],
          ({ fromMonth, toMonth }) => toMonth >= fromMonth,
          FIELD_TEXT.dayOrder,
        ),
        ['toMonth'],
      ),
      v.forward(
        v.partialCheck(
          [['fromMonth'], ['toMonth']],
          ({ fromMonth, toMonth }) => monthsBetween(fromMonth, toMonth) < 12,
          FIELD_TEXT.rangeTooLong,
        ),
        ['toMonth'],
      ),
    ),
    output: figures,
    errors: [],
  }),
}
