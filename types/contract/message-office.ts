import * as v from 'valibot'
import { holders, residents } from './access'
import { after, at, id, page } from './fields'
import { FIELD_TEXT } from './fields.text'
import { LIMITS } from './limits'
import { operation } from './operation'

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

const OFFICE = ['staff', 'socialWorker'] as const
/** For whoever answers for the office; `officeList`: whose looks stand in the audit trail. */
export const office = holders(OFFICE, { over: 'community' })
export const officeList = holders(OFFICE, { over: 'community', traced: true })

/** Private questions to the office of the community, and its answers. */
export const messageOffice = {
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
}
