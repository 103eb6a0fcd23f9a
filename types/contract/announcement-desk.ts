import * as v from 'valibot'
import { holders } from './access'
import { announcementRow } from './announcement-reading'
import { audience, block, content, done, file, must, plan } from './announcement-content'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'
import { regionPath, sentence } from './people'
import { UPLOADS } from './uploads'

/** Who writes announcements: property managers those of their own, on outages and works, alone. */
export const WRITERS = [
  'propertyManager',
  'socialWorker',
  'staff',
  'streetOfficer',
  'districtOfficer',
] as const
export const CALLERS = ['volunteer', ...WRITERS] as const

export const writing = holders(WRITERS, { over: 'region' })

export const count = v.pipe(v.number(), v.integer())
export const version = count

/** Where it is published: the community, street or district (or building) of the writer's role. */
export const region = regionPath
export const one = { region, announcementId: id }
const versioned = { ...one, version }

const state = v.picklist(['draft', 'scheduled', 'published', 'expired', 'withdrawn'])
export type AnnouncementState = v.InferOutput<typeof state>

const writtenRow = v.object({
  announcementId: v.string(),
  title: v.string(),
  category: announcementRow.entries.category,
  state,
  from: v.string(),
  /** Whoever wrote it last. */
  author: v.string(),
  changedAt: at,
  publishAt: v.optional(at),
  publishedAt: v.optional(at),
  must: v.optional(must),
})
export type WrittenRow = v.InferOutput<typeof writtenRow>

/** All that writers see of an announcement. */
export const written = v.object({
  ...writtenRow.entries,
  ...plan.entries,
  region,
  version,
  blocks: v.array(block),
  /** The content's pictures and files with addresses. */
  shown: v.object({ pictures: v.array(file), files: v.array(file) }),
  withdrawn: v.optional(v.object({ at, reason: v.string() })),
  corrections: v.array(v.object({ at, reason: v.string(), by: v.string() })),
})
export type Written = v.InferOutput<typeof written>

/**
 * What the reading aid found: `at` and `length` in characters of the field. `long`: a clause over 25
 * characters; `nested`: brackets in brackets, or one 的 after another; `officialese`: `instead` says it plainly.
 */
const finding = v.object({
  field: v.picklist(['title', 'body']),
  kind: v.picklist(['long', 'nested', 'officialese']),
  at: count,
  length: count,
  text: v.string(),
  instead: v.optional(v.string()),
})
export type Finding = v.InferOutput<typeof finding>

export const callResult = v.picklist(
  ['told', 'visited', 'noAnswer', 'wrongNumber', 'refused'],
  FIELD_TEXT.chooseAgain,
)
export type CallResult = v.InferOutput<typeof callResult>

export const callEntry = v.object({
  residentId: v.string(),
  name: v.string(),
  /** The room as people say it. */
  home: v.string(),
  /** Why they come first: 60 or older, 80 or older, lives alone. */
  why: v.array(v.picklist(['elder', 'veryOld', 'alone'])),
  /** Has no WeChat here: only a call or a visit reaches them. */
  withoutPhone: v.boolean(),
  call: v.optional(
    v.object({ result: callResult, note: v.optional(v.string()), at, by: v.string() }),
  ),
})
export type CallEntry = v.InferOutput<typeof callEntry>

export const deskQuestion = v.object({
  questionId: v.string(),
  announcementId: v.string(),
  title: v.string(),
  text: v.string(),
  name: v.string(),
  askedAt: at,
  /** `held`: WeChat's check was unsure, or did not answer within the hour: staff decide. */
  state: v.picklist(['checking', 'held', 'waiting', 'answered', 'refused']),
  answer: v.optional(v.object({ text: v.string(), at, shown: v.boolean() })),
})
export type DeskQuestion = v.InferOutput<typeof deskQuestion>

/**
 * Whom of the receipts to list: who has opened it or not, who has confirmed, who has not done what is asked, or who
 * made one choice.
 */
export const readersWhich = v.picklist(
  ['opened', 'unopened', 'confirmed', 'undone', 'chose'],
  FIELD_TEXT.chooseAgain,
)
export type ReadersWhich = v.InferOutput<typeof readersWhich>

/** A person of the receipts, with what they did. */
export const reader = v.object({
  ...v.omit(callEntry, ['call']).entries,
  done,
})
export type Reader = v.InferOutput<typeof reader>

export const callNote = v.optional(
  v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.sentenceChars, FIELD_TEXT.sentenceTooLong)),
)
const reason = v.object({ ...versioned, reason: sentence })
const changing = ['NOT_FOUND', 'CHANGED', 'TAP_REUSED'] as const

export const announcementDesk = {
  /** What has been written for a region and the places below it, newest first. */
  listWritten: operation({
    kind: 'query',
    access: writing,
    input: v.object({ region, state: v.optional(state), after }),
    output: page(writtenRow),
    errors: [],
  }),

  viewWritten: operation({
    kind: 'query',
    access: writing,
    input: v.object(one),
    output: written,
    errors: ['NOT_FOUND'],
  }),

  /** A path for one picture or file of an announcement. */
  prepareUpload: operation({
    kind: 'command',
    access: writing,
    input: v.object({
      region,
      kind: v.picklist(['announcementPicture', 'announcementFile']),
      ending: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,8}$/, FIELD_TEXT.fileKind)),
      bytes: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1, FIELD_TEXT.fileAgain),
        v.maxValue(UPLOADS.announcementFile.bytes * 2, FIELD_TEXT.fileTooLarge),
      ),
    }),
    output: v.object({ uploadId: v.string(), path: v.string(), expiresAt: at }),
    errors: ['NOT_ALLOWED_FILE', 'TAP_REUSED'],
  }),

  /** Begins a draft, or changes one or a scheduled one: `announcementId` with the `version` that was read. */
  saveDraft: operation({
    kind: 'command',
    access: writing,
    input: v.object({
      region,
      announcementId: v.optional(id),
      version: v.optional(version),
      plan,
    }),
    output: written,
    errors: [
      ...changing,
      ...([
        'ALREADY_PUBLISHED',
        'NOT_YOUR_CATEGORY',
        'NOT_ALLOWED_FILE',
        'FILE_UNREADABLE',
      ] as const),
    ],
  }),

  /** A draft goes. */
  removeDraft: operation({
    kind: 'command',
    access: writing,
    input: v.object(versioned),
    output: v.object({}),
    errors: [...changing, 'ALREADY_PUBLISHED'],
  }),

  /** What readers will see of a title and a body, and where they would stumble. Writes nothing. */
  preview: operation({
    kind: 'query',
    access: writing,
    input: v.object({
      region,
      title: content.entries.title,
      body: content.entries.body,
    }),
    output: v.object({ blocks: v.array(block), findings: v.array(finding) }),
    errors: [],
  }),

  /**
   * How many people an audience has now, and how many of them use the program. `atLeast`: there are more, of
   * whom it stopped counting.
   */
  countReach: operation({
    kind: 'query',
    access: writing,
    input: v.object({ region, audience }),
    output: v.object({ people: count, withPhone: count, atLeast: v.boolean() }),
    errors: [],
  }),

  publish: operation({
    kind: 'command',
    access: writing,
    input: v.object(versioned),
    output: written,
    errors: [...changing, 'ALREADY_PUBLISHED', 'WITHDRAWN'],
  }),

  /** Publishes by itself at that time, within a minute. SCHEDULE_PAST when it is not ahead. */
  schedule: operation({
    kind: 'command',
    access: writing,
    input: v.object({ ...versioned, publishAt: at }),
    output: written,
    errors: [...changing, 'ALREADY_PUBLISHED', 'WITHDRAWN', 'SCHEDULE_PAST'],
  }),

  /** A scheduled one is a draft again. */
  unschedule: operation({
    kind: 'command',
    access: writing,
    input: v.object(versioned),
    output: written,
    errors: [...changing, 'ALREADY_PUBLISHED', 'WITHDRAWN'],
  }),

  /** Takes a published one back: whoever opens it reads why. */
  withdraw: operation({
    kind: 'command',
    access: writing,
    input: reason,
    output: written,
    errors: [...changing, 'NOT_PUBLISHED'],
  }),

  /**
   * Puts right what was published; what it said before stays to be read, at most `LIMITS.corrections` times.
   * `readAgain`: whoever has read it is to read it again, and what must be done counts anew; so an emergency always.
   */
  correct: operation({
    kind: 'command',
    access: writing,
    input: v.object({ ...reason.entries, content, readAgain: v.optional(v.boolean()) }),
    output: written,
    errors: [
      ...changing,
      ...(['NOT_PUBLISHED', 'NOT_YOUR_CATEGORY', 'NOT_ALLOWED_FILE', 'FILE_UNREADABLE'] as const),
      'TOO_MANY_CORRECTIONS',
    ],
  }),

  /** Pins a published one until then, or no longer (null). */
  pin: operation({
    kind: 'command',
    access: writing,
    input: v.object({ ...versioned, pinnedUntil: v.nullable(at) }),
    output: written,
    errors: [...changing, 'NOT_PUBLISHED', 'SCHEDULE_PAST'],
  }),
}
