import * as v from 'valibot'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { attributeName, regionPath } from './people'

/** What a service is for. Its category, by which residents look for it, follows from it (`CATEGORY_OF`). */
export const need = v.picklist(
  [
    'healthCheck',
    'vaccination',
    'nursing',
    'rehabilitation',
    'meals',
    'bathing',
    'companionship',
    'escort',
    'dayCare',
    'cleaning',
    'houseRepair',
    'haircut',
    'healthTalk',
    'course',
    'legalAdvice',
    'other',
  ],
  FIELD_TEXT.chooseAgain,
)
export type Need = v.InferOutput<typeof need>

export const serviceCategory = v.picklist(['health', 'care', 'home', 'activity'])
export type ServiceCategory = v.InferOutput<typeof serviceCategory>

/** Under which heading residents find a need. */
export const CATEGORY_OF: Readonly<Record<Need, ServiceCategory>> = {
  healthCheck: 'health',
  vaccination: 'health',
  nursing: 'health',
  rehabilitation: 'health',
  meals: 'care',
  bathing: 'care',
  companionship: 'care',
  escort: 'care',
  dayCare: 'care',
  cleaning: 'home',
  houseRepair: 'home',
  haircut: 'home',
  healthTalk: 'activity',
  course: 'activity',
  legalAdvice: 'activity',
  other: 'activity',
}

const whole = (min: number, max: number) =>
  v.pipe(
    v.number(FIELD_TEXT.badNumber),
    v.integer(FIELD_TEXT.badNumber),
    v.minValue(min, FIELD_TEXT.badNumber),
    v.maxValue(max, FIELD_TEXT.badNumber),
  )

/** How many bookings of one service may lie in a day, in a week (Monday to Sunday), in a month; no limit where left out. */
export const bookingLimits = v.object({
  day: v.optional(whole(1, 20)),
  week: v.optional(whole(1, 100)),
  month: v.optional(whole(1, 400)),
})
export type BookingLimits = v.InferOutput<typeof bookingLimits>

/** Who may book; whoever lives in the community where nothing is said. All that is said must hold. */
export const whoMayBook = v.object({
  /** Age in whole years on the day of the visit. */
  ageFrom: v.optional(whole(0, 150)),
  ageTo: v.optional(whole(0, 150)),
  /** One of these, as staff noted it of the person, is enough. */
  anyOf: v.optional(v.pipe(v.array(attributeName), v.maxLength(3))),
  /** Buildings or units whose residents alone may book. */
  places: v.optional(v.pipe(v.array(regionPath), v.maxLength(20))),
})
export type WhoMayBook = v.InferOutput<typeof whoMayBook>

/** Something the service asks before a visit. */
export const question = v.object({
  key: v.pipe(
    v.string(FIELD_TEXT.chooseAgain),
    v.regex(/^[a-z][a-z0-9]{0,19}$/, FIELD_TEXT.chooseAgain),
  ),
  ask: v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.minLength(1, FIELD_TEXT.writeText),
    v.maxLength(LIMITS.questionAskChars, FIELD_TEXT.askTooLong),
  ),
  /** Answered by one of these; in words where left out. */
  choices: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.trim(),
          v.minLength(1, FIELD_TEXT.writeText),
          v.maxLength(LIMITS.choiceChars, FIELD_TEXT.choiceTooLong),
        ),
      ),
      v.minLength(2, FIELD_TEXT.twoChoices),
      v.maxLength(LIMITS.answerChoices),
    ),
  ),
  /** Must be answered. */
  must: v.boolean(),
})
export type Question = v.InferOutput<typeof question>

/**
 * The rules of a service. Its slots carry a copy, so that whoever reserves reads one document less; the ticker
 * brings changes to the slots ahead.
 */
export const terms = v.object({
  /** May be booked until so many minutes before it begins. */
  leadMinutes: whole(0, 30 * 24 * 60),
  /** Slots are made so many days ahead. */
  aheadDays: whole(1, 90),
  /** May be cancelled or changed until so many minutes before it begins. */
  cancelMinutes: whole(0, 30 * 24 * 60),
  person: bookingLimits,
  household: bookingLimits,
  who: whoMayBook,
  questions: v.pipe(v.array(question), v.maxLength(LIMITS.serviceQuestions)),
  /** May be booked for several weeks at once. */
  repeats: v.boolean(),
  /** Who comes when it is full may wait; an offer holds for so many minutes. 0: nobody waits. */
  offerMinutes: whole(0, 24 * 60),
  /**
   * The government pays (政府购买居家养老): what one visit takes from a person's entitlement, by its unit: 1 voucher, or
   * the minutes of the visit. Absent where nothing is paid for.
   */
  subsidy: v.optional(
    v.object({ unit: v.picklist(['voucher', 'minute']), units: whole(1, 24 * 60) }),
  ),
  /** Who has not come so many minutes after the beginning loses the place; absent: it stays theirs. */
  lateMinutes: v.optional(whole(5, 180)),
  /** Whether not coming counts: three times in 90 days, and the person books by the desk alone for 30 days. */
  strikes: v.boolean(),
})
export type Terms = v.InferOutput<typeof terms>
