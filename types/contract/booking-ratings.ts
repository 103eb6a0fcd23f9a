import * as v from 'valibot'
import { holders, residents } from './access'
import { work } from './booking-access'
import { rated } from './booking-visits'
import { after, at, id, page, words } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'

/** What a person wrote or marked of their own visit. */
const rating = v.object({
  stars: v.pipe(v.number(), v.integer()),
  words: v.optional(v.string()),
  /** Until when it may be changed. */
  until: at,
})

/** After a visit: what the person reads of it, what they say of it (评价), and who reads that. */
export const bookingRatings = {
  /**
   * What was written of a visit, for the person, or a helper who may do everything for them, whose look stands in the
   * trail; and what they said of it.
   */
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
}
