import * as v from 'valibot'
import { holders } from './access'
import { at, day, id } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'
import { sentence } from './people'

/** When services are given: weekly patterns, and days that are closed. */

const whole = (min: number, max: number) =>
  v.pipe(
    v.number(FIELD_TEXT.badNumber),
    v.integer(FIELD_TEXT.badNumber),
    v.minValue(min, FIELD_TEXT.badNumber),
    v.maxValue(max, FIELD_TEXT.badNumber),
  )

/** A time of day, '08:30'; a stretch may end at '24:00'. */
const clock = v.pipe(
  v.string(FIELD_TEXT.chooseTime),
  v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, FIELD_TEXT.chooseTime),
)

/** A stretch of a day; its end is not part of it. */
export const span = v.pipe(
  v.object({ from: clock, to: clock }),
  v.forward(
    v.partialCheck([['from'], ['to']], ({ from, to }) => from < to, FIELD_TEXT.timeOrder),
    ['to'],
  ),
)
export type Span = v.InferOutput<typeof span>

const spans = v.pipe(
  v.array(span),
  v.maxLength(LIMITS.patternSpans, FIELD_TEXT.tooManySpans),
  v.check(
    (all) =>
      all.every((one, n) => !all.some((two, m) => m > n && one.from < two.to && two.from < one.to)),
    FIELD_TEXT.spansOverlap,
  ),
)

const weekday = whole(0, 6)

/** A week of a service at one place, again and again. */
const weekFields = v.object({
  /** 0 is Sunday. */
  weekdays: v.pipe(
    v.array(weekday),
    v.minLength(1, FIELD_TEXT.chooseWeekdays),
    v.maxLength(7, FIELD_TEXT.chooseWeekdays),
    v.check((days) => new Set(days).size === days.length, FIELD_TEXT.chooseWeekdays),
  ),
  /** Within each, one visit follows another: the service's minutes, then the buffer and the way. */
  spans: v.pipe(spans, v.minLength(1, FIELD_TEXT.chooseTimes)),
  /** No visit lies in one of these. */
  breaks: spans,
  /** Places in each. */
  capacity: whole(1, LIMITS.slotCapacity),
  /** Between one visit and the next, and the way from one home to the next. */
  bufferMinutes: whole(0, 240),
  travelMinutes: whole(0, 240),
  /** From and until which day it holds, both included. */
  fromDay: day,
  untilDay: v.optional(day),
  /** On public holidays. */
  holidays: v.picklist(['rest', 'asUsual'], FIELD_TEXT.chooseAgain),
  /** On weekends that are worked for a holiday (调休上班): none, what that day has anyway, or as on a weekday. */
  makeUp: v.union([v.picklist(['rest', 'asUsual']), weekday], FIELD_TEXT.chooseAgain),
  /** Where it is another place than the service's own, as people call it. */
  place: v.optional(
    v.pipe(
      v.string(FIELD_TEXT.writePlace),
      v.trim(),
      v.minLength(1, FIELD_TEXT.writePlace),
      v.maxLength(LIMITS.placeNameChars, FIELD_TEXT.placeTooLong),
    ),
  ),
})

export const weekPlan = v.pipe(
  weekFields,
  v.forward(
    v.partialCheck(
      [['fromDay'], ['untilDay']],
      ({ fromDay, untilDay }) => untilDay === undefined || untilDay >= fromDay,
      FIELD_TEXT.dayOrder,
    ),
    ['untilDay'],
  ),
)
export type WeekPlan = v.InferOutput<typeof weekPlan>

/** As it stands there, ended or not. */
export const pattern = v.object({
  patternId: v.string(),
  version: v.number(),
  /** One that was ended before it began ends before it begins. */
  plan: weekFields,
  /** Beginnings of its visits on a day, '08:30'. */
  times: v.array(v.string()),
})
export type Pattern = v.InferOutput<typeof pattern>

/** What of a day is closed. */
const closedPart = {
  /** One service, all of a provider, or all that takes place somewhere, by the service that does. */
  of: v.picklist(['service', 'provider', 'place'], FIELD_TEXT.chooseAgain),
  /** The service whose times, provider or place it is. */
  serviceId: id,
  day,
  /** A stretch of the day; the whole day where left out. */
  hours: v.optional(span),
}

export const closure = v.object({
  closureId: v.string(),
  of: v.picklist(['service', 'provider', 'place']),
  /** What the service, the provider or the place is called. */
  name: v.string(),
  day,
  hours: v.optional(span),
  /** Why, as people are told. */
  say: v.string(),
  /** To which day visits are moved where there is room; cancelled where left out. */
  moveTo: v.optional(day),
  /** `closing`: people are being told. */
  state: v.picklist(['closing', 'closed', 'reopened']),
  /** Visits that were booked when it was closed. */
  visits: v.number(),
  /** Who can be told by a call only: nobody of them has WeChat here. */
  toCall: v.array(v.string()),
  at,
})
export type Closure = v.InferOutput<typeof closure>

const keeping = holders(['staff', 'socialWorker', 'provider'], { over: 'community' })
const ERRORS = ['NOT_FOUND', 'NOT_YOUR_SERVICE'] as const

export const bookingTimes = {
  /** Makes a pattern, or changes it as it was read in `version`. The times ahead that nobody has booked follow within a minute. */
  savePattern: operation({
    kind: 'command',
    access: keeping,
    input: v.object({
      serviceId: id,
      patternId: v.optional(id),
      version: v.optional(v.number()),
      plan: weekPlan,
    }),
    output: pattern,
    errors: [...ERRORS, 'CHANGED', 'TAP_REUSED'],
  }),

  /** The pattern holds until a day, this one included. What is booked later stays. */
  endPattern: operation({
    kind: 'command',
    access: keeping,
    input: v.object({ patternId: id, version: v.number(), lastDay: day }),
    output: pattern,
    errors: [...ERRORS, 'CHANGED', 'TAP_REUSED'],
  }),

  /** Whom it would concern if this were closed. */
  previewClosing: operation({
    kind: 'query',
    access: keeping,
    input: v.object(closedPart),
    output: v.object({
      slots: v.number(),
      /** Places that are booked, and people who wait for one. */
      visits: v.number(),
      waiting: v.number(),
    }),
    errors: ERRORS,
  }),

  /**
   * Closes what a day still has ahead: no more bookings at once; within a minute or two those there are were moved to
   * the same time of another day where there is room, or cancelled, and everybody is told why.
   */
  closeDay: operation({
    kind: 'command',
    access: keeping,
    input: v.pipe(
      v.object({ ...closedPart, say: sentence, moveTo: v.optional(day) }),
      v.forward(
        v.partialCheck(
          [['day'], ['moveTo']],
          (input) => input.moveTo === undefined || input.moveTo !== input.day,
          FIELD_TEXT.otherDay,
        ),
        ['moveTo'],
      ),
    ),
    output: closure,
    errors: [...ERRORS, 'TAP_REUSED'],
  }),

  /** May be booked again. What was cancelled or moved stays so. */
  reopenDay: operation({
    kind: 'command',
    access: keeping,
    input: v.object({ closureId: id }),
    output: closure,
    errors: [...ERRORS, 'TAP_REUSED'],
  }),
}
