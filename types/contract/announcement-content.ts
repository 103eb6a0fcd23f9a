import * as v from 'valibot'
import { at, day, id } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { regionPath } from './people'
import { givenRole } from './role'

/** Schema parts of announcements (公告) that its operations share. */

/**
 * What an announcement is about. `finance` and `affairs` are disclosures (财务公开, 居务公开): they also stand on
 * the disclosure pages.
 */
export const category = v.picklist(
  ['notice', 'emergency', 'policy', 'health', 'jobs', 'finance', 'affairs', 'activity'],
  FIELD_TEXT.chooseAgain,
)
export type Category = v.InferOutput<typeof category>

/** Some text in one style. `link` begins with https:, http: or tel:. */
export const run = v.object({
  text: v.string(),
  bold: v.optional(v.literal(true)),
  link: v.optional(v.string()),
})
export type Run = v.InferOutput<typeof run>

/** A body as it is shown: what the cloud makes of the Markdown subset that is written. Nothing else exists. */
export const block = v.variant('kind', [
  v.object({ kind: v.literal('heading'), runs: v.array(run) }),
  v.object({ kind: v.literal('paragraph'), runs: v.array(run) }),
  v.object({ kind: v.literal('list'), ordered: v.boolean(), items: v.array(v.array(run)) }),
])
export type Block = v.InferOutput<typeof block>

const whole = v.pipe(v.number(FIELD_TEXT.check), v.integer(FIELD_TEXT.check))

/** One line of accounts: where money came from, or what it was spent on. `fen`: hundredths of a yuan. */
const accountsLine = v.object({
  name: v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.minLength(1, FIELD_TEXT.writeText),
    v.maxLength(LIMITS.placeNameChars, FIELD_TEXT.placeTooLong),
  ),
  fen: v.pipe(whole, v.minValue(0, FIELD_TEXT.badMoney), v.maxValue(1e14, FIELD_TEXT.badMoney)),
})

/** Accounts of a finance disclosure (财务公开): a year, a quarter or a month, '2026', '2026-Q3' or '2026-09'. */
export const accounts = v.object({
  period: v.pipe(
    v.string(FIELD_TEXT.choosePeriod),
    v.regex(/^20\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, FIELD_TEXT.choosePeriod),
  ),
  income: v.pipe(v.array(accountsLine), v.maxLength(LIMITS.accountsLines, FIELD_TEXT.tooManyLines)),
  spending: v.pipe(
    v.array(accountsLine),
    v.maxLength(LIMITS.accountsLines, FIELD_TEXT.tooManyLines),
  ),
})
export type Accounts = v.InferOutput<typeof accounts>

/** A file that was uploaded where `announcement.prepareUpload` said, or that stands in the announcement already. */
export const attached = v.object({
  uploadId: id,
  fileId: v.pipe(v.string(FIELD_TEXT.fileAgain), v.maxLength(500, FIELD_TEXT.fileAgain)),
  /** What the reader sees: the file's name, or what the picture shows (read aloud to whoever cannot see it). */
  name: v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.minLength(1, FIELD_TEXT.nameFile),
    v.maxLength(LIMITS.fileNameChars, FIELD_TEXT.fileNameTooLong),
  ),
})

/**
 * What is written. `body` is a subset of Markdown (CommonMark): paragraphs, `#` headings, `-` and `1.` lists,
 * `**bold**` and `[words](https://...)`. Whatever else, HTML above all, is refused with the field's name. A
 * draft may be unfinished; what publishing needs is checked there.
 */
export const content = v.object({
  title: v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.trim(),
    v.maxLength(LIMITS.announcementTitleChars, FIELD_TEXT.titleTooLong),
  ),
  body: v.pipe(
    v.string(FIELD_TEXT.writeText),
    v.maxLength(LIMITS.announcementBodyChars, FIELD_TEXT.bodyTooLong),
  ),
  category,
  pictures: v.pipe(
    v.array(attached),
    v.maxLength(LIMITS.announcementPictures, FIELD_TEXT.tooManyPictures),
  ),
  files: v.pipe(v.array(attached), v.maxLength(LIMITS.announcementFiles, FIELD_TEXT.tooManyFiles)),
  /** Where it takes place, in words. */
  place: v.optional(
    v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.sentenceChars, FIELD_TEXT.sentenceTooLong)),
  ),
  /** When it takes place; `time` as '14:30'. */
  when: v.optional(
    v.object({
      day,
      time: v.optional(
        v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, FIELD_TEXT.chooseTime)),
      ),
    }),
  ),
  accounts: v.optional(accounts),
})
export type Content = v.InferOutput<typeof content>

const age = v.pipe(whole, v.minValue(0, FIELD_TEXT.badAge), v.maxValue(150, FIELD_TEXT.badAge))

/**
 * Whom it is for: who lives in these places (and, with `roles`, who holds one of them there); of these, with
 * `ages` or `livesAlone`, only those; or, with `people`, the residents named. `public`: whoever opens the
 * program may read it too, before joining.
 */
export const audience = v.object({
  places: v.pipe(
    v.array(regionPath),
    v.minLength(1, FIELD_TEXT.chooseAudience),
    v.maxLength(LIMITS.audienceKeys, FIELD_TEXT.tooManyPlaces),
  ),
  roles: v.optional(v.pipe(v.array(givenRole), v.minLength(1, FIELD_TEXT.chooseAudience))),
  /** In years, both included. */
  ages: v.optional(v.object({ from: v.optional(age), to: v.optional(age) })),
  livesAlone: v.optional(v.literal(true)),
  /** Residents by id. */
  people: v.optional(
    v.pipe(
      v.array(id),
      v.minLength(1, FIELD_TEXT.chooseAudience),
      v.maxLength(LIMITS.namedAudience, FIELD_TEXT.tooManyPeople),
    ),
  ),
  public: v.boolean(),
})
export type Audience = v.InferOutput<typeof audience>

const choice = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.minLength(1, FIELD_TEXT.writeText),
  v.maxLength(LIMITS.choiceChars, FIELD_TEXT.choiceTooLong),
)

/**
 * What its readers must do: open it (`read`), say that they know (`confirm`), or choose (`choose`, e.g. 参加 and
 * 不参加). Who has not `callAfterHours` after publishing stands on the call list.
 */
export const must = v.object({
  do: v.picklist(['read', 'confirm', 'choose'], FIELD_TEXT.chooseAgain),
  choices: v.optional(
    v.pipe(
      v.array(choice),
      v.minLength(2, FIELD_TEXT.twoChoices),
      v.maxLength(LIMITS.choices, FIELD_TEXT.tooManyChoices),
    ),
  ),
  callAfterHours: v.pipe(
    whole,
    v.minValue(1, FIELD_TEXT.callHours),
    v.maxValue(24 * 30, FIELD_TEXT.callHours),
  ),
})
export type Must = v.InferOutput<typeof must>

/** All that a writer decides. */
export const plan = v.object({
  content,
  audience,
  must: v.optional(must),
  /** Stands first in lists until then. */
  pinnedUntil: v.optional(at),
  /** Leaves lists then; whoever has the card may still read it. */
  expiresAt: v.optional(at),
  /** Whether residents may ask below it: not at all, or with answers that all may read where staff show them. */
  questions: v.boolean(),
})
export type Plan = v.InferOutput<typeof plan>

/** What the reader of an announcement has done about it: `by` whom, where it was not the person. */
export const done = v.object({
  openedAt: v.optional(at),
  confirmedAt: v.optional(at),
  choice: v.optional(v.string()),
  by: v.optional(v.picklist(['helper', 'desk'])),
})
export type Done = v.InferOutput<typeof done>

/** A file as its reader gets it: the address is good for ten minutes. */
export const file = v.object({
  uploadId: v.string(),
  fileId: v.string(),
  name: v.string(),
  /** The ending, e.g. 'pdf', 'jpg'. */
  ending: v.string(),
  bytes: v.pipe(v.number(), v.integer()),
  /** Of a picture, in pixels. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  url: v.string(),
})
export type File = v.InferOutput<typeof file>
