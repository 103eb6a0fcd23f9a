import * as v from 'valibot'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'

/** Schema parts of people and places that the operations of `account` share. */

/** A name as people write it. */
export const personName = v.pipe(
  v.string(FIELD_TEXT.writeName),
  v.trim(),
  v.minLength(1, FIELD_TEXT.writeName),
  v.maxLength(LIMITS.nameChars, FIELD_TEXT.nameTooLong),
)

/** A mobile or landline number of mainland China: digits only after reading. */
export const phoneNumber = v.pipe(
  v.string(FIELD_TEXT.badPhone),
  v.transform((typed) => typed.replace(/^\s*\+?86(?=\D*1\d)/, '').replace(/[\s()（）-]/g, '')),
  v.regex(/^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7})$/, FIELD_TEXT.badPhone),
)

/** The last four digits of a number, as people say it: enough to tell who it is, and too little to call anybody. */
export const phoneEnd = v.pipe(
  v.string(FIELD_TEXT.badPhoneEnd),
  v.trim(),
  v.regex(/^\d{4}$/, FIELD_TEXT.badPhoneEnd),
)

/** A short text: what a building, a unit or a room is called. */
export const placeName = v.pipe(
  v.string(FIELD_TEXT.writePlace),
  v.trim(),
  v.minLength(1, FIELD_TEXT.writePlace),
  v.maxLength(LIMITS.placeNameChars, FIELD_TEXT.placeTooLong),
)

/** The path of a place: ids from the district to it, joined by slashes; `*` is the whole environment. */
export const regionPath = v.pipe(
  v.string(FIELD_TEXT.chooseAgain),
  v.regex(/^(\*|[a-z0-9-]{1,60}(\/[a-z0-9-]{1,60}){0,5})$/, FIELD_TEXT.chooseAgain),
)

/** The version of the privacy policy that is agreed to: the day it took effect. */
export const policyVersion = v.pipe(
  v.string(FIELD_TEXT.policyChanged),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, FIELD_TEXT.policyChanged),
)

/** A room as somebody says where they live. */
export const roomGiven = v.object({
  communityId: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/, FIELD_TEXT.chooseAgain)),
  building: placeName,
  /** Absent where a building has no units. */
  unit: v.optional(placeName),
  room: placeName,
})
export type RoomGiven = v.InferOutput<typeof roomGiven>

/** What a person is in a home. */
export const homeRelation = v.picklist(
  ['owner', 'tenant', 'family', 'other'],
  FIELD_TEXT.chooseAgain,
)
export type HomeRelation = v.InferOutput<typeof homeRelation>

/** What a helper is to the person they act for. */
export const helperRelation = v.picklist(
  ['son', 'daughter', 'spouse', 'parent', 'grandchild', 'relative', 'neighbour', 'other'],
  FIELD_TEXT.chooseAgain,
)
export type HelperRelation = v.InferOutput<typeof helperRelation>

/** What a helper may do: everything a resident can, or booking services only. */
export const helpScope = v.picklist(['everything', 'booking'], FIELD_TEXT.chooseAgain)
export type HelpScope = v.InferOutput<typeof helpScope>

/** What staff note of a person because some services and visits go by it. */
export const attributeName = v.picklist(['livesAlone', 'lowIncome', 'disability'])
export type AttributeName = v.InferOutput<typeof attributeName>

/** The letters of a printed code as typed or scanned: capitals, without strokes and blanks. */
export const codeLetters = v.pipe(
  v.string(FIELD_TEXT.codeAgain),
  v.transform((typed) => typed.replace(/[^0-9A-Za-z]/g, '').toUpperCase()),
  v.regex(/^[0-9A-Z]{4,30}$/, FIELD_TEXT.codeAgain),
)

/** One short sentence, e.g. why a request is refused; whoever it concerns reads it. */
export const sentence = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.minLength(1, FIELD_TEXT.writeText),
  v.maxLength(LIMITS.sentenceChars, FIELD_TEXT.sentenceTooLong),
)
