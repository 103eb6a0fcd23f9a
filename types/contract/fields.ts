import * as v from 'valibot'
import { FIELD_TEXT } from './fields.text'

/** Schema parts that several operations share. Messages are what the resident reads beside the field. */

/** An id made by the cloud, of at most 120 characters. */
export const id = v.pipe(
  v.string(FIELD_TEXT.chooseAgain),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$/, FIELD_TEXT.chooseAgain),
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

/** Where to read on: `next` of the page before (`listKeyOf` in the cloud makes it). */
export const after = v.optional(
  v.pipe(
    v.string(FIELD_TEXT.readAgain),
    v.regex(/^\d{15}_[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$/, FIELD_TEXT.readAgain),
  ),
)

/** Words that somebody writes, at most so many characters of them. */
export const words = (most: number) =>
  v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.minLength(1, FIELD_TEXT.writeText),
    v.maxLength(most, FIELD_TEXT.noteTooLong),
  )
