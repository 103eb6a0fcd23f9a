import * as v from 'valibot'
import { holders } from './access'
import { block, must } from './announcement-content'
import {
  CALLERS,
  WRITERS,
  callEntry,
  callNote,
  callResult,
  count,
  deskQuestion,
  one,
  reader,
  readersWhich,
  region,
  writing,
} from './announcement-desk'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'

/** Receipts, the list of people to call, and questions: what follows from an announcement at the desk. */
export const announcementCalls = {
  /** Who has opened and confirmed, in numbers, live. `making`: the list of people is still being made. */
  receipts: operation({
    kind: 'query',
    access: writing,
    input: v.object(one),
    output: v.object({
      announcementId: v.string(),
      title: v.string(),
      must: v.optional(must),
      publishedAt: at,
      making: v.boolean(),
      people: count,
      withPhone: count,
      opened: count,
      confirmed: count,
      /** Of these, by a helper or the desk. */
      byOthers: count,
      choices: v.array(v.object({ choice: v.string(), count })),
      /** From when the call list stands; and how many on it have been reached. */
      callFrom: v.optional(at),
      called: count,
    }),
    errors: ['NOT_FOUND', 'NOT_PUBLISHED'],
  }),

  /**
   * Who they are that the receipts count, those who are called first before the others: names are for whoever
   * works there, and each look stands in the audit trail. A page may be short, or empty, and `next` reads on.
   */
  listReaders: operation({
    kind: 'query',
    access: holders(WRITERS, { over: 'region', traced: true }),
    input: v.object({
      ...one,
      which: readersWhich,
      /** Of `chose`: which choice. */
      choice: v.optional(
        v.pipe(v.string(), v.maxLength(LIMITS.choiceChars, FIELD_TEXT.chooseAgain)),
      ),
      after: v.optional(v.pipe(v.string(), v.maxLength(200))),
    }),
    output: v.object({ ...page(reader).entries, title: v.string() }),
    errors: ['NOT_FOUND', 'NOT_PUBLISHED'],
  }),

  /**
   * Who has not done what was asked: very old people and those who live alone first. Of what is for more than the
   * region named, the people who live there.
   */
  callList: operation({
    kind: 'query',
    access: holders(CALLERS, { over: 'region', traced: true }),
    input: v.object({ ...one, after: v.optional(v.pipe(v.string(), v.maxLength(200))) }),
    output: v.object({
      title: v.string(),
      must: v.optional(must),
      /** What to say on the phone. */
      blocks: v.array(block),
      items: v.array(callEntry),
      next: v.optional(v.string()),
    }),
    errors: ['NOT_FOUND', 'NOT_PUBLISHED', 'TOO_EARLY'],
  }),

  /** Announcements of a region whose call lists stand, for whoever makes the calls. */
  listCalling: operation({
    kind: 'query',
    access: holders(CALLERS, { over: 'region' }),
    input: v.object({ region }),
    output: v.object({
      items: v.array(
        v.object({
          announcementId: v.string(),
          /** What the other calls name: its own, or the caller's where it is for more than that. */
          region,
          title: v.string(),
          people: count,
          /** Still to be reached. */
          left: count,
          /** The list of people is still being made: there will be more. */
          making: v.boolean(),
          callFrom: at,
        }),
      ),
    }),
    errors: [],
  }),

  /** The phone number of somebody on a call list. Each look is in the audit trail. */
  revealPhone: operation({
    kind: 'command',
    access: holders(CALLERS, { over: 'region' }),
    input: v.object({ ...one, residentId: id }),
    /** Absent when none is known. */
    output: v.object({ phone: v.optional(v.string()) }),
    errors: ['NOT_FOUND', 'NOT_PUBLISHED', 'TOO_EARLY'],
  }),

  recordCall: operation({
    kind: 'command',
    access: holders(CALLERS, { over: 'region' }),
    input: v.object({ ...one, residentId: id, result: callResult, note: callNote }),
    output: callEntry,
    errors: ['NOT_FOUND', 'NOT_PUBLISHED', 'TOO_EARLY', 'TAP_REUSED'],
  }),

  /** Questions asked below the announcements of a region, the oldest first; answered ones newest first. */
  listQuestions: operation({
    kind: 'query',
    access: holders(WRITERS, { over: 'region', traced: true }),
    input: v.object({
      region,
      state: v.optional(v.picklist(['held', 'waiting', 'answered'])),
      after,
    }),
    output: page(deskQuestion),
    errors: [],
  }),

  /** Answers a question; `show`: all readers of the announcement see both. Answering again changes the answer. */
  answer: operation({
    kind: 'command',
    access: writing,
    input: v.object({
      region,
      questionId: id,
      text: v.pipe(
        v.string(FIELD_TEXT.writeText),
        v.trim(),
        v.minLength(1, FIELD_TEXT.writeText),
        v.maxLength(LIMITS.answerChars, FIELD_TEXT.answerTooLong),
      ),
      show: v.boolean(),
    }),
    output: deskQuestion,
    errors: ['NOT_FOUND', 'QUESTION_HELD', 'TAP_REUSED'],
  }),

  /** Staff let a held question through, or refuse it. */
  reviewQuestion: operation({
    kind: 'command',
    access: writing,
    input: v.object({ region, questionId: id, verdict: v.picklist(['allow', 'refuse']) }),
    output: deskQuestion,
    errors: ['NOT_FOUND', 'TAP_REUSED'],
  }),
}
