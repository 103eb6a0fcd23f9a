import * as v from 'valibot'
import { anyone } from './access'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { operation } from './operation'
import { isToken } from './printed-code'

/** What stands behind a number, in the order in which the list shows them. */
export const entryKind = v.picklist([
  'emergency',
  'office',
  'property',
  'hospital',
  'police',
  'hotline',
  'other',
])
export type EntryKind = v.InferOutput<typeof entryKind>

export const phone = v.object({
  /** What this number is for, where an entry has several, e.g. 值班电话. */
  label: v.optional(v.string()),
  number: v.string(),
})
export type Phone = v.InferOutput<typeof phone>

/** A time of day, '08:30'; '24:00' ends a day. */
const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))

/** When it is open in an ordinary week. */
export const hours = v.variant('kind', [
  v.object({ kind: v.literal('always') }),
  v.object({
    kind: v.literal('weekly'),
    /**
     * On each of the weekdays (0 is Sunday) from one time to another; a `to` that is not later than
     * `from` is of the next day.
     */
    spans: v.array(
      v.object({
        weekdays: v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
        from: clock,
        to: clock,
      }),
    ),
    /** What a week does not say, e.g. 法定节假日休息. */
    note: v.optional(v.string()),
  }),
])
export type Hours = v.InferOutput<typeof hours>

/** Whether it is open now. Decided in the cloud, which knows the time. */
export const open = v.variant('state', [
  v.object({ state: v.literal('always') }),
  v.object({ state: v.literal('open'), until: at }),
  /** `opensAt` is absent when it opens at no time of the coming week. */
  v.object({ state: v.literal('closed'), opensAt: v.optional(at) }),
])
export type Open = v.InferOutput<typeof open>

/** One place or number that people can turn to, as a list shows it. */
export const listedEntry = v.object({
  entryId: v.string(),
  kind: entryKind,
  name: v.string(),
  /** One line: when to turn to it. */
  summary: v.string(),
  /** The first is the one to call. */
  phones: v.pipe(v.array(phone), v.minLength(1)),
  /** Absent when its hours are not known. */
  open: v.optional(open),
})
export type ListedEntry = v.InferOutput<typeof listedEntry>

export const entry = v.object({
  ...listedEntry.entries,
  /** For whom it is there: one community, a street, a district, or everybody. */
  scope: v.picklist(['community', 'street', 'district', 'everybody']),
  hours: v.optional(hours),
  address: v.optional(v.string()),
  /** Where it stands on WeChat's map (GCJ-02 degrees). */
  place: v.optional(v.object({ latitude: v.number(), longitude: v.number() })),
  /** What can be done there. */
  about: v.array(v.string()),
  /** What to bring or have at hand. */
  bring: v.array(v.string()),
})
export type Entry = v.InferOutput<typeof entry>

/** Public information: a newcomer may read what is there for everybody. */
export const directory = {
  /**
   * Whom the caller can turn to: emergency numbers first, then the offices of their community, street
   * and district. A newcomer gets what is there for everybody.
   */
  listEntries: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({ after }),
    output: page(listedEntry),
    errors: [],
  }),

  /** One entry of the caller's list, with all that is known of it. */
  viewEntry: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({ entryId: id }),
    output: entry,
    errors: ['NOT_FOUND'],
  }),

  /**
   * The entry whose code is printed at its counter. Whoever stands there may read it, of whichever
   * community they are.
   */
  resolveCode: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({
      token: v.pipe(v.string(FIELD_TEXT.scanAgain), v.check(isToken, FIELD_TEXT.scanAgain)),
    }),
    output: entry,
    errors: ['CODE_UNKNOWN'],
  }),
}
