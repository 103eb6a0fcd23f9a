import * as v from 'valibot'
import { anyone, members, residents } from './access'
import { accounts, block, category, done, file, must } from './announcement-content'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'
import { regionPath } from './people'

const count = v.pipe(v.number(), v.integer())

/** One line of a list of announcements. */
export const announcementRow = v.object({
  announcementId: v.string(),
  title: v.string(),
  category,
  /** Whose it is, e.g. 春晓社区, 南湖街道, 安居物业. */
  from: v.string(),
  publishedAt: at,
  pinned: v.boolean(),
  /** It is for the reader, who has not seen it yet: never of a stranger. */
  unread: v.boolean(),
  /** It was corrected after it was published. */
  corrected: v.boolean(),
  /** What the reader must do, and whether they have. */
  must: v.optional(v.object({ do: must.entries.do, done: v.boolean() })),
})
export type AnnouncementRow = v.InferOutput<typeof announcementRow>

/** A question asked below an announcement, as its readers see it: without the name of whoever asked. */
export const shownQuestion = v.object({
  questionId: v.string(),
  text: v.string(),
  askedAt: at,
  /** The reader asked it. */
  mine: v.boolean(),
  /** `checking`: not yet looked at by WeChat's content check or, after an hour, by staff. */
  state: v.picklist(['checking', 'waiting', 'answered', 'refused']),
  answer: v.optional(v.object({ text: v.string(), at })),
})
export type ShownQuestion = v.InferOutput<typeof shownQuestion>

/** What it said until a correction. */
export const former = v.object({
  title: v.string(),
  blocks: v.array(block),
  accounts: v.optional(accounts),
  /** When it was replaced, and why. */
  until: at,
  reason: v.string(),
})

export const announcementView = v.variant('state', [
  v.object({
    state: v.literal('published'),
    ...announcementRow.entries,
    blocks: v.array(block),
    pictures: v.array(file),
    files: v.array(file),
    place: v.optional(v.string()),
    when: v.optional(v.object({ day: v.string(), time: v.optional(v.string()) })),
    accounts: v.optional(accounts),
    expiresAt: v.optional(at),
    /** It is over: no list shows it any more. */
    expired: v.boolean(),
    /** Anybody may read it: the card can be passed on. */
    public: v.boolean(),
    /** What the reader must do, and has done. */
    asks: v.optional(
      v.object({ do: must.entries.do, choices: v.array(v.string()), done: v.optional(done) }),
    ),
    canAsk: v.boolean(),
    questions: v.array(shownQuestion),
    formers: v.array(former),
  }),
  v.object({
    state: v.literal('withdrawn'),
    announcementId: v.string(),
    title: v.string(),
    from: v.string(),
    withdrawnAt: at,
    reason: v.string(),
  }),
])
export type AnnouncementView = v.InferOutput<typeof announcementView>

/** Announcement's part of the home screen: what is pinned, what waits for the reader, and the newest. */
export const homeAnnouncement = v.object({
  rows: v.array(announcementRow),
  /** Unread ones of the last 30 days, at most `LIMITS.unreadCounted`; and those that wait for the reader. */
  unread: count,
  toDo: count,
})
export type HomeAnnouncement = v.InferOutput<typeof homeAnnouncement>

const disclosureRow = v.object({
  announcementId: v.string(),
  title: v.string(),
  category,
  from: v.string(),
  publishedAt: at,
  corrected: v.boolean(),
  period: v.optional(v.string()),
  /** Sums in fen. */
  income: v.optional(count),
  spending: v.optional(count),
})
export type DisclosureRow = v.InferOutput<typeof disclosureRow>

export const announcementReading = {
  /**
   * What has been published for the reader, newest first, `LIMITS.announcementPage` at a time; the first page
   * also has what is pinned. `region`: for a newcomer, whose public ones; without it, all public ones.
   */
  listPublished: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({
      category: v.optional(category),
      after,
      region: v.optional(regionPath),
    }),
    output: v.object({
      ...page(announcementRow).entries,
      pinned: v.array(announcementRow),
      unread: count,
    }),
    errors: [],
  }),

  /** One announcement. NOT_ADDRESSED when it is for others; NOT_FOUND when there is none, or not yet. */
  view: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({ announcementId: id }),
    output: announcementView,
    errors: ['NOT_FOUND', 'NOT_ADDRESSED'],
  }),

  /** The phone has shown it: it counts as opened, once, and is unread no more. */
  markOpened: operation({
    kind: 'command',
    access: members({ dependents: true }),
    input: v.object({ announcementId: id }),
    output: v.object({ done }),
    errors: ['NOT_FOUND', 'NOT_ADDRESSED', 'WITHDRAWN'],
  }),

  /**
   * "I know" (我知道了), or a choice. A choice may be changed until the announcement is over; each person counts
   * once. BAD_INPUT when the choice is none of its own.
   */
  confirm: operation({
    kind: 'command',
    access: members({ dependents: true }),
    input: v.object({
      announcementId: id,
      choice: v.optional(
        v.pipe(v.string(), v.maxLength(LIMITS.choiceChars, FIELD_TEXT.chooseAgain)),
      ),
    }),
    output: v.object({ done }),
    errors: [
      'NOT_FOUND',
      'NOT_ADDRESSED',
      'WITHDRAWN',
      'NOTHING_TO_CONFIRM',
      'TOO_LATE',
      'TAP_REUSED',
    ],
  }),

  /**
   * Finds words in titles and bodies, or their pinyin initials (tszz finds 停水组织): newest first. `next` reads on
   * in older ones, also when a page is empty.
   */
  search: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({
      text: v.pipe(
        v.string(FIELD_TEXT.writeText),
        v.trim(),
        v.minLength(1, FIELD_TEXT.writeText),
        v.maxLength(LIMITS.searchChars, FIELD_TEXT.searchTooLong),
      ),
      after,
    }),
    output: v.object({
      items: v.array(
        v.object({
          ...announcementRow.entries,
          /** The words around the first hit in the body; absent where only the title has it. */
          excerpt: v.optional(v.string()),
        }),
      ),
      next: v.optional(v.string()),
    }),
    errors: [],
  }),

  /** A question to staff below an announcement. Others see it once it is answered, where staff show it. */
  ask: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({
      announcementId: id,
      text: v.pipe(
        v.string(FIELD_TEXT.writeText),
        v.trim(),
        v.minLength(2, FIELD_TEXT.writeText),
        v.maxLength(LIMITS.questionChars, FIELD_TEXT.questionTooLong),
      ),
    }),
    output: shownQuestion,
    errors: [
      ...(['NOT_FOUND', 'NOT_ADDRESSED', 'WITHDRAWN', 'NO_QUESTIONS'] as const),
      ...(['TEXT_REFUSED', 'TOO_MANY_QUESTIONS', 'TAP_REUSED'] as const),
    ],
  }),

  /** Finance and affairs disclosures by year and category, newest first. */
  listDisclosures: operation({
    kind: 'query',
    access: anyone({ dependents: true }),
    input: v.object({
      category: v.optional(v.picklist(['finance', 'affairs'], FIELD_TEXT.chooseAgain)),
      year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))),
      region: v.optional(regionPath),
      after,
    }),
    output: v.object({
      ...page(disclosureRow).entries,
      /** The years that have any, newest first. */
      years: v.array(count),
    }),
    errors: [],
  }),

  /** A finance disclosure's accounts as a table (XLSX), with former versions, to be opened at once. */
  downloadDisclosure: operation({
    kind: 'command',
    access: members({ dependents: true }),
    input: v.object({ announcementId: id }),
    output: v.object({ fileId: v.string(), url: v.string(), bytes: count, expiresAt: at }),
    errors: ['NOT_FOUND', 'NOT_ADDRESSED', 'WITHDRAWN', 'TAP_REUSED'],
  }),
}
