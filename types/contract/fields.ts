import * as v from 'valibot'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'

/** Schema parts that several operations share. Messages are what the resident reads beside the field. */

/** An id made by the cloud. */
export const id = v.pipe(
  v.string(FIELD_TEXT.chooseAgain),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, FIELD_TEXT.chooseAgain),
  v.maxLength(LIMITS.idChars, FIELD_TEXT.chooseAgain),
)

const isRealDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

/** A calendar day of this century in the community's time zone, '2026-11-22'. */
export const day = v.pipe(
  v.string(FIELD_TEXT.chooseDay),
  v.regex(/^20\d{2}-\d{2}-\d{2}$/, FIELD_TEXT.dayForm),
  v.check(isRealDay, FIELD_TEXT.noSuchDay),
)

/** A moment, epoch milliseconds. */
export const at = v.pipe(v.number(), v.integer())

/** One page of a list; `next` is given back as `after` to read on. */
export const page = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), next: v.optional(v.string()) })

/** Where to read on: `next` of the page before, made of ids and digits. */
export const after = v.optional(
  v.pipe(
    v.string(FIELD_TEXT.readAgain),
    v.regex(/^\w[\w.:-]*$/, FIELD_TEXT.readAgain),
    v.maxLength(LIMITS.idChars + 20, FIELD_TEXT.readAgain),
  ),
)

/** Where to read on in a list whose key is a number. */
export const afterNumber = v.optional(
  v.pipe(
    v.string(FIELD_TEXT.readAgain),
    v.regex(/^\d{1,15}$/, FIELD_TEXT.readAgain),
    v.transform(Number),
  ),
)
