import * as v from 'valibot'
import { holders, residents } from './access'
import { look, work } from './booking-access'
import {
  accountedVisit,
  accountLine,
  careVisit,
  entitled,
  grade,
  noProof,
  unit,
} from './booking-care-shapes'
import { need } from './booking-terms'
import { after, at, day, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'

export type * from './booking-care-shapes'

const STAFF = ['staff', 'socialWorker'] as const

/** The visit, and whose it is: the audit trail says of whom each act was. */
const which = { bookingId: id, residentId: id }

const month = v.pipe(
  v.string(FIELD_TEXT.chooseDay),
  v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, FIELD_TEXT.dayForm),
)

/**
 * That somebody is there: the person's code that changes (rolling-code.ts), or the six digits of this end of this
 * visit; or why there is neither.
 */
const proof = v.variant('kind', [
  v.object({
    kind: v.literal('code'),
    code: v.pipe(v.string(FIELD_TEXT.writeText), v.trim(), v.maxLength(20, FIELD_TEXT.noteTooLong)),
  }),
  v.object({
    kind: v.literal('digits'),
    digits: v.pipe(v.string(FIELD_TEXT.sixDigits), v.regex(/^\d{6}$/, FIELD_TEXT.sixDigits)),
  }),
  v.object({ kind: v.literal('none'), reason: noProof }),
])

/** Where the phone is, as far as it knows: evidence, not proof, since a phone may be told to lie. */
const where = v.object({
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  /** In metres. */
  accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)),
})

const proving = v.object({ ...which, proof, at: v.optional(where) })

const PROVING = [
  'NOT_FOUND',
  'NOT_YOUR_SERVICE',
  'VISIT_STATE',
  'TOO_EARLY',
  'TOO_LATE',
  'CODE_WRONG',
  'CODE_USED',
  'CODE_EXPIRED',
  'CODE_LOCKED',
  'TAP_REUSED',
] as const

const say = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.minLength(2, FIELD_TEXT.writeText),
  v.maxLength(LIMITS.sentenceChars, FIELD_TEXT.sentenceTooLong),
)

const units = (most: number) =>
  v.pipe(
    v.number(FIELD_TEXT.badNumber),
    v.integer(FIELD_TEXT.badNumber),
    v.minValue(1, FIELD_TEXT.badNumber),
    v.maxValue(most, FIELD_TEXT.badNumber),
  )

/** What somebody has, and for staff what it could be for. */
const entitlementsOf = v.object({
  name: v.string(),
  items: v.array(entitled),
  /** Services that take a subsidy, by which an entitlement may be narrowed down. */
  services: v.array(v.object({ serviceId: v.string(), name: v.string(), need, unit })),
})

/** Six digits of a visit, for each of its ends. */
const digits = v.object({
  bookingId: v.string(),
  serviceName: v.string(),
  startsAt: at,
  endsAt: at,
  /** What the person tells the worker who comes, and who goes. */
  comes: v.string(),
  goes: v.string(),
  /** Which of them is next. */
  next: v.picklist(['comes', 'goes', 'none']),
})

/** A file that is fetched at once; the address is good until `expiresAt`. */
const madeFile = v.object({
  url: v.string(),
  fileId: v.string(),
  bytes: v.number(),
  expiresAt: at,
})

export const bookingCare = {
  /** What the caller may use at the government's expense, and how much is left this month and next. */
  entitlements: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.object({}),
    output: v.object({ items: v.array(entitled) }),
    errors: [],
  }),

  /** The same of a person of the community, for its staff. */
  residentEntitlements: operation({
    kind: 'query',
    access: holders(STAFF, { over: 'community', traced: true }),
    input: v.object({ residentId: id }),
    output: entitlementsOf,
    errors: ['NOT_FOUND'],
  }),

  /**
   * Gives an entitlement, or changes one (`entitlementId`). Bookings that were made before stay, and what they use
   * beyond it is shown (`over`).
   */
  saveEntitlement: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.pipe(
      v.object({
        residentId: id,
        entitlementId: v.optional(id),
        need: v.optional(need),
        serviceId: v.optional(id),
        unit,
        perMonth: units(24 * 60 * 31),
        fromDay: day,
        untilDay: day,
      }),
      v.forward(
        v.partialCheck(
          [['fromDay'], ['untilDay']],
          ({ fromDay, untilDay }) => untilDay >= fromDay,
          FIELD_TEXT.dayOrder,
        ),
        ['untilDay'],
      ),
    ),
    output: entitlementsOf,
    errors: ['NOT_FOUND', 'CHANGED', 'TAP_REUSED'],
  }),

  /** Ends an entitlement after today. */
  endEntitlement: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({ residentId: id, entitlementId: id }),
    output: entitlementsOf,
    errors: ['NOT_FOUND', 'CHANGED', 'TAP_REUSED'],
  }),

  /**
   * What the phone makes the person's own code of, and the digits of their next visit. To a helper's phone it gives
   * the digits alone: the code says that the person is there.
   */
  myCode: operation({
    kind: 'query',
    access: residents({ dependents: true, desk: false }),
    input: v.object({}),
    output: v.object({
      seeds: v.array(v.object({ day, seed: v.string() })),
      next: v.optional(digits),
    }),
    errors: [],
  }),

  /** The digits of one visit: for the person, who acts for them, or the desk that calls them or prints a card. */
  visitDigits: operation({
    kind: 'query',
    access: { ...residents({ dependents: true }), traced: true },
    input: v.object({ bookingId: id }),
    output: digits,
    errors: ['NOT_FOUND', 'ALREADY_CANCELLED'],
  }),

  /** A day's visits to homes: a provider's own, or all for staff. Today when no day is given. */
  listVisits: operation({
    kind: 'query',
    access: look,
    input: v.object({ day: v.optional(day), after }),
    output: v.object({ ...page(careVisit).entries, day }),
    errors: [],
  }),

  /**
   * A day's visits to homes with their digits as a workbook (XLSX): a list for the desk to call from, and cards to
   * print for those without a phone.
   */
  downloadCards: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({ day }),
    output: madeFile,
    errors: ['TAP_REUSED'],
  }),

  /** Somebody has come: at a home, or the person to a place. From two hours before until the end of it. */
  checkIn: operation({
    kind: 'command',
    access: work,
    input: proving,
    output: careVisit,
    errors: PROVING,
  }),

  /** They go. Until twelve hours after the visit should have ended. */
  checkOut: operation({
    kind: 'command',
    access: work,
    input: proving,
    output: careVisit,
    errors: PROVING,
  }),

  /**
   * A month of a provider's visits that the government pays for, as far as they are over: this month, and the
   * caller's first provider, where nothing is named. Staff see who was visited; a provider's own account names
   * nobody, since it is handed on.
   */
  providerAccount: operation({
    kind: 'query',
    access: look,
    input: v.object({ providerId: v.optional(id), month: v.optional(month) }),
    output: v.object({
      providers: v.array(v.object({ providerId: v.string(), name: v.string() })),
      providerId: v.optional(v.string()),
      month: v.string(),
      total: accountLine,
      byGrade: v.array(v.object({ grade, ...accountLine.entries })),
      byService: v.array(v.object({ serviceName: v.string(), ...accountLine.entries })),
      /** For staff alone. */
      byPerson: v.optional(v.array(v.object({ name: v.string(), ...accountLine.entries }))),
      /** How many visits wait for somebody to look. */
      open: v.pipe(v.number(), v.integer()),
    }),
    errors: ['NOT_FOUND', 'NOT_YOUR_SERVICE'],
  }),

  /** The same as a workbook (XLSX): sums, and each visit. */
  downloadAccount: operation({
    kind: 'command',
    access: work,
    input: v.object({ providerId: id, month }),
    output: madeFile,
    errors: ['NOT_FOUND', 'NOT_YOUR_SERVICE', 'TAP_REUSED'],
  }),

  /** Of that month: the visits that somebody should look at, and those that somebody looked at. */
  listFlagged: operation({
    kind: 'query',
    access: holders(STAFF, { over: 'community', traced: true }),
    input: v.object({ providerId: id, month, after }),
    output: page(accountedVisit),
    errors: ['NOT_FOUND'],
  }),

  /** What came out when somebody asked, or looked; the latest counts. */
  recordSpotCheck: operation({
    kind: 'command',
    access: holders(STAFF, { over: 'community' }),
    input: v.object({ ...which, result: v.picklist(['paid', 'unpaid']), say }),
    output: accountedVisit,
    errors: ['NOT_FOUND', 'VISIT_STATE', 'TAP_REUSED'],
  }),
}
