import { _, collection } from '../../shared/db'
import { listKeyOf } from '../../shared/list-key.rules'
import { type Tap, TAPS_KEPT } from '../../shared/taps'
import type { QuestionDoc } from '../announcement.docs'

const questions = collection<QuestionDoc>('questions')

export const findQuestion = (id: string): Promise<QuestionDoc | null> => questions.find(id)

/** Those of a resident that have neither an answer nor a refusal; no more than `limit` of them. */
export async function countOpen(residentId: string, limit: number): Promise<number> {
  const open = { residentId, state: _.in(['checking', 'held', 'waiting']) }
  return (await questions.list({ where: open, limit, fields: ['state'] })).length
}

export const insertQuestion = (
  question: Omit<QuestionDoc, 'listKey'>,
): Promise<'inserted' | 'exists'> =>
  questions.insert({ ...question, listKey: listKeyOf(question.askedAt, question._id) })

/** Changes a question that stands in one of these states; the ticker looks at it until somebody was told. */
export const changeQuestion = (
  id: string,
  states: readonly QuestionDoc['state'][],
  change: Partial<Pick<QuestionDoc, 'state' | 'answer' | 'shown' | 'checkAt'>>,
  tap?: Tap,
): Promise<boolean> =>
  questions.updateOne(
    id,
    { state: _.in([...states]), ...(tap ? { 'taps.tapId': _.neq(tap.tapId) } : {}) },
    { ...change, ...(tap ? { taps: _.push({ each: [tap], slice: -TAPS_KEPT }) } : {}) },
  )

/** Whoever was to be told has been: nothing is left to do, unless it changed since. */
export const settled = (id: string, checkAt: number): Promise<boolean> =>
  questions.updateOne(id, { checkAt }, { checkAt: _.remove() })

/** What the ticker looks at, the longest waiting first. */
export const listDue = (now: number, limit: number): Promise<QuestionDoc[]> =>
  questions.list({
    where: { checkAt: _.lte(now) },
    orderBy: [['checkAt', 'asc']],
    limit,
  })
