import * as v from 'valibot'
import { holders, members, residents } from './access'
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
  /**
   * A visit was cancelled by what became of the person, or by those who give it, who say why; `name` when the reader
   * acts for them.
   */
  v.object({
    kind: v.literal('bookingCancelled'),
    serviceName: v.string(),
    startsAt: at,
    because: v.picklist(['movedOut', 'death', 'merged', 'provider']),
    say: v.optional(v.string()),
    name: v.optional(v.string()),
  }),
  /** Those who give a visit brought it to another time. */
  v.object({
    kind: v.literal('bookingMoved'),
    serviceName: v.string(),
    from: at,
    startsAt: at,
    place: v.string(),
    say: v.string(),
    name: v.optional(v.string()),
  }),
  /** A visit is on the next day, or in two hours. */
  v.object({
    kind: v.literal('bookingReminder'),
    when: v.picklist(['eve', 'soon']),
    serviceName: v.string(),
    startsAt: at,
    place: v.string(),
    where: v.picklist(['place', 'home']),
    bring: v.array(v.string()),
    prepare: v.array(v.string()),
    name: v.optional(v.string()),
  }),
  /** A visit was missed; where it was one too many, until when only the desk books. */
  v.object({
    kind: v.literal('bookingMissed'),
    serviceName: v.string(),
    startsAt: at,
    barredUntil: v.optional(at),
    name: v.optional(v.string()),
  }),
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

const questionText = v.pipe(
  v.string(FIELD_TEXT.writeText),
  v.trim(),
  v.minLength(2, FIELD_TEXT.writeText),
  v.maxLength(LIMITS.questionChars, FIELD_TEXT.questionTooLong),
)

const answered = v.object({ text: v.string(), at })

/** A private question to the office (服务站), as whoever asked sees it. */
export const asked = v.object({
  questionId: v.string(),
  text: v.string(),
  askedAt: at,
  /** By when the office answers. */
  dueAt: at,
  state: v.picklist(['checking', 'waiting', 'answered', 'refused']),
  answer: v.optional(answered),
})
export type Asked = v.InferOutput<typeof asked>

/** The same for the office. `held`: WeChat's check was unsure, or did not answer within the hour. */
export const officeQuestion = v.object({
  questionId: v.string(),
  text: v.string(),
  name: v.string(),
  home: v.optional(v.string()),
  residentId: v.string(),
  /** Who typed it, where that was not the person. */
  by: v.optional(v.picklist(['helper', 'desk'])),
  askedAt: at,
  dueAt: at,
  overdue: v.boolean(),
  state: v.picklist(['held', 'waiting', 'answered', 'refused']),
  answer: v.optional(v.object({ ...answered.entries, by: v.string() })),
})
export type OfficeQuestion = v.InferOutput<typeof officeQuestion>

/** Somebody who must hear of something and could not be reached: staff call. */
export const personToCall = v.object({
  callId: v.string(),
  residentId: v.string(),
  name: v.string(),
  home: v.optional(v.string()),
  about: noticeFact,
  since: at,
  call: v.optional(
    v.object({
      result: v.picklist(['told', 'visited', 'noAnswer', 'wrongNumber', 'refused']),
      note: v.optional(v.string()),
      at,
      by: v.string(),
    }),
  ),
})
export type PersonToCall = v.InferOutput<typeof personToCall>

const OFFICE = ['staff', 'socialWorker'] as const
const office = holders(OFFICE, { over: 'community' })
const officeList = holders(OFFICE, { over: 'community', traced: true })

const READERS = members({ dependents: 'What somebody is told is for their own eyes.' })

export const message = {
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

  /** A private question to the office of the community, which answers by `dueAt`. */
  askStaff: operation({
    kind: 'command',
    access: residents({ dependents: true }),
    input: v.object({ text: questionText }),
    output: asked,
    errors: ['TEXT_REFUSED', 'TOO_MANY_QUESTIONS', 'TAP_REUSED'],
  }),

  /** What the person asked the office, newest first. */
  listAsked: operation({
    kind: 'query',
    access: residents({ dependents: true }),
    input: v.object({ after }),
    output: page(asked),
    errors: [],
  }),

  /** What people ask the office: what is due first; answered ones newest first. */
  listOfficeQuestions: operation({
    kind: 'query',
    access: officeList,
    input: v.object({
      state: v.optional(v.picklist(['held', 'waiting', 'answered'], FIELD_TEXT.chooseAgain)),
      after,
    }),
    output: page(officeQuestion),
    errors: [],
  }),

  /** Answers; answering again changes the answer. */
  answerOfficeQuestion: operation({
    kind: 'command',
    access: office,
    input: v.object({
      questionId: id,
      text: v.pipe(
        v.string(FIELD_TEXT.writeText),
        v.trim(),
        v.minLength(1, FIELD_TEXT.writeText),
        v.maxLength(LIMITS.answerChars, FIELD_TEXT.answerTooLong),
      ),
    }),
    output: officeQuestion,
    errors: ['NOT_FOUND', 'QUESTION_HELD', 'TAP_REUSED'],
  }),

  /** The office lets a held question through, or refuses it. */
  reviewOfficeQuestion: operation({
    kind: 'command',
    access: office,
    input: v.object({ questionId: id, verdict: v.picklist(['allow', 'refuse']) }),
    output: officeQuestion,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),

  /** Whom the office calls because nothing else reached them, the longest waiting first. */
  listCalls: operation({
    kind: 'query',
    access: officeList,
    input: v.object({ after }),
    output: page(personToCall),
    errors: [],
  }),

  /** What became of a call; `told`, `visited` and `refused` end it. */
  recordCall: operation({
    kind: 'command',
    access: office,
    input: v.object({
      callId: id,
      result: v.picklist(
        ['told', 'visited', 'noAnswer', 'wrongNumber', 'refused'],
        FIELD_TEXT.chooseAgain,
      ),
      note: v.optional(
        v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.sentenceChars, FIELD_TEXT.sentenceTooLong)),
      ),
    }),
    output: personToCall,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),
}
