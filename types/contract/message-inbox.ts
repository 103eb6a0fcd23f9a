import { bookingFacts } from './booking-facts'
import * as v from 'valibot'
import { members } from './access'
import { category, must } from './announcement-content'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'
import { helperRelation } from './people'
import { givenRole } from './role'

/**
 * What somebody is told: a fact with the little that its reader needs, which they may know anyway. The phone
 * makes the sentence.
 */
export const noticeFact = v.variant('kind', [
  ...bookingFacts,
  /** The reader's request to be let into a home was answered. */
  v.object({
    kind: v.literal('joinAnswered'),
    answer: v.picklist(['approved', 'refused']),
    place: v.string(),
  }),
  /** The reader's request to act for somebody was answered. */
  v.object({
    kind: v.literal('helpAnswered'),
    answer: v.picklist(['approved', 'refused']),
    name: v.string(),
  }),
  /** Somebody acts for the reader from now on. */
  v.object({ kind: v.literal('helperBegan'), name: v.string(), relation: helperRelation }),
  /** Acting for another is over: `name` is the helper's for the person, and the person's for the helper. */
  v.object({
    kind: v.literal('helpingEnded'),
    reader: v.picklist(['helper', 'person']),
    name: v.string(),
  }),
  /** The reader was given a role, or it was taken back. `place` as people call it. */
  v.object({
    kind: v.picklist(['roleGiven', 'roleEnded']),
    role: givenRole,
    place: v.string(),
  }),
  /** An announcement for the reader: one notice for all of its readers. */
  v.object({
    kind: v.literal('announced'),
    announcementId: v.string(),
    title: v.string(),
    category,
    must: v.optional(must.entries.do),
    /** It was put right, and is to be read again. */
    corrected: v.optional(v.literal(true)),
  }),
  /** A question of the reader below an announcement has its answer, or was refused by staff. */
  v.object({
    kind: v.literal('questionAnswered'),
    answer: v.picklist(['answered', 'refused']),
    announcementId: v.string(),
    title: v.string(),
  }),
  /** The office answered the reader's private question, or would not let it through. */
  v.object({ kind: v.literal('officeAnswered'), refused: v.optional(v.literal(true)) }),
  /** For staff: somebody asked below an announcement, or the office; `held`: staff must look at it first. */
  v.object({
    kind: v.literal('questionAsked'),
    announcementId: v.string(),
    title: v.string(),
    held: v.boolean(),
  }),
  v.object({ kind: v.literal('officeAsked'), held: v.boolean() }),
  /** For staff: the office's answer is due soon, or overdue. */
  v.object({ kind: v.literal('officeDue'), dueAt: at }),
  /** For staff and volunteers: these people have not read what they must. `region` is the announcement's. */
  v.object({
    kind: v.literal('callsDue'),
    announcementId: v.string(),
    region: v.string(),
    title: v.string(),
    left: v.number(),
  }),
])
export type NoticeFact = v.InferOutput<typeof noticeFact>

export const notice = v.object({
  noticeId: v.string(),
  at,
  read: v.boolean(),
  about: noticeFact,
})
export type Notice = v.InferOutput<typeof notice>

/** How many are unread; the count stops at `LIMITS.unreadCounted`. */
export const unread = v.pipe(v.number(), v.integer())

/**
 * What WeChat may be asked to tell the reader (订阅消息), by our names; which template each is comes from the
 * environment. `announcement`: what must be read, and emergencies; `reply`: an answer; `booking`: what becomes of
 * a visit; `result`: what became of a request; `work`: for whoever works here.
 */
export const templateName = v.picklist(['announcement', 'reply', 'booking', 'result', 'work'])
export type TemplateName = v.InferOutput<typeof templateName>

/** A template the phone may ask for: WeChat's id, whether one acceptance is one message, and how many are left. */
const offered = v.object({
  name: templateName,
  templateId: v.string(),
  kind: v.picklist(['once', 'always']),
  left: v.pipe(v.number(), v.integer()),
})
export type OfferedTemplate = v.InferOutput<typeof offered>

/** Message's part of the home screen; no template without the environment's. */
export const homeMessage = v.object({ unread, templates: v.array(offered) })

const READERS = members({ dependents: 'What somebody is told is for their own eyes.' })

/** What somebody is told, what of it they have read, and what WeChat may send them. */
export const messageInbox = {
  /** What the caller was told, newest first. */
  listMine: operation({
    kind: 'query',
    access: READERS,
    input: v.object({ after }),
    output: v.object({ ...page(notice).entries, unread }),
    errors: [],
  }),

  /** Marks messages as read: those named, or all there are by now. Those of others are left alone. */
  markRead: operation({
    kind: 'command',
    access: READERS,
    input: v.union(
      [
        v.strictObject({
          noticeIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(LIMITS.messagePage)),
        }),
        v.strictObject({ all: v.literal(true) }),
      ],
      FIELD_TEXT.chooseAgain,
    ),
    output: v.object({ unread }),
    errors: [],
  }),

  /**
   * What the person answered when WeChat asked whether it may tell them (requestSubscribeMessage). It only counts
   * where WeChat's own events do not come, and never makes more than `LIMITS.messageCredits`.
   */
  recordAcceptance: operation({
    kind: 'command',
    access: members({ dependents: 'WeChat asks whoever holds the phone.' }),
    input: v.object({
      accepted: v.pipe(v.array(templateName), v.maxLength(3)),
      refused: v.pipe(v.array(templateName), v.maxLength(3)),
    }),
    output: v.object({ templates: v.array(offered) }),
    errors: ['TAP_REUSED'],
  }),
}
