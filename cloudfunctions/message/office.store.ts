import { _, collection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { openField, sealFields, sealingOf } from '../shared/sealed-fields'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { OfficeQuestionDoc } from './office.docs'
import type { Checked, Remind } from './office.rules'

const questions = collection<OfficeQuestionDoc>('officeQuestions')
const SEALING = sealingOf('officeQuestions')

export const findQuestion = (id: string): Promise<OfficeQuestionDoc | null> => questions.find(id)

/** A question with its text sealed; nothing is written. */
export async function sealQuestion(
  doc: Omit<OfficeQuestionDoc, 'keyId'>,
): Promise<OfficeQuestionDoc> {
  const { change } = sealFields(await keyRing(), SEALING, { _id: doc._id }, { text: doc.text })
  return { ...doc, text: change.text ?? '', keyId: change.keyId }
}

export const insertQuestion = (doc: OfficeQuestionDoc): Promise<'inserted' | 'exists'> =>
  questions.insert(doc)

/** What was asked and answered, to be shown to whoever may see it. */
export async function textsOf(
  docs: readonly OfficeQuestionDoc[],
): Promise<Map<string, { text: string; reply: string | null }>> {
  if (docs.length === 0) return new Map()
  const ring = await keyRing()
  return new Map(
    docs.map((doc) => [
      doc._id,
      {
        text: openField(ring, SEALING, doc, 'text') ?? '',
        reply: openField(ring, SEALING, doc, 'reply'),
      },
    ]),
  )
}

/** One page of a person's own, newest first. */
export const listOfResident = (
  residentId: string,
  after: string | undefined,
  limit: number,
): Promise<OfficeQuestionDoc[]> =>
  questions.list({
    where: { residentId, ...(after === undefined ? {} : { listKey: _.lt(after) }) },
    orderBy: [['listKey', 'desc']],
    limit,
  })

/** How many of a person's questions nobody has answered yet; counted up to `limit`. */
export async function countOpen(residentId: string, limit: number): Promise<number> {
  const open = await questions.list({
    where: { residentId, state: _.in(['checking', 'held', 'waiting']) },
    limit,
    fields: ['state'],
  })
  return open.length
}

/** One page of the office's: what is due first, or of answered ones the newest first. */
export function listOfOffice(
  communityId: string,
  states: readonly OfficeQuestionDoc['state'][],
  after: string | undefined,
  limit: number,
): Promise<OfficeQuestionDoc[]> {
  const newestFirst = states.includes('answered')
  const on = newestFirst ? _.lt(after ?? '') : _.gt(after ?? '')
  return questions.list({
    where: {
      communityId,
      state: _.in([...states]),
      ...(after === undefined ? {} : { listKey: on }),
    },
    orderBy: [['listKey', newestFirst ? 'desc' : 'asc']],
    limit,
  })
}

/** Answers, again too; the last answer stands. False where it is not there to be answered any more. */
export async function answerQuestion(
  doc: OfficeQuestionDoc,
  text: string,
  { tap, by, now }: { tap: Tap; by: string; now: number },
): Promise<boolean> {
  const { conditions, change } = sealFields(await keyRing(), SEALING, doc, { reply: text })
  return questions.updateOne(
    doc._id,
    { ...conditions, state: _.in(['waiting', 'answered']), 'taps.tapId': _.neq(tap.tapId) },
    {
      ...change,
      state: 'answered',
      answer: { at: now, by },
      ...reminded('answered', now),
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )
}

/** Staff let a held one through, or do not. */
export const reviewQuestion = (
  id: string,
  verdict: 'allow' | 'refuse',
  { tap, now }: { tap: Tap; now: number },
): Promise<boolean> =>
  questions.updateOne(
    id,
    { state: 'held', 'taps.tapId': _.neq(tap.tapId) },
    {
      state: verdict === 'allow' ? 'waiting' : 'refused',
      ...(verdict === 'allow' ? {} : reminded('answered', now)),
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )

const reminded = (remind: Remind, remindAt: number) => ({ remind, remindAt })

/** Those that WeChat is to be asked about again. */
export const findToCheck = (now: number, limit: number): Promise<OfficeQuestionDoc[]> =>
  questions.list({
    where: { checkAt: _.lte(now) },
    orderBy: [['checkAt', 'asc']],
    limit,
  })

/** What WeChat's check has said, or not said. */
export const settleCheck = (id: string, checked: Checked, now: number): Promise<boolean> =>
  questions.updateOne(
    id,
    { state: 'checking' },
    checked.state === 'checking'
      ? { checkAt: checked.checkAt }
      : {
          state: checked.state,
          checkAt: _.remove(),
          ...reminded(checked.state === 'refused' ? 'answered' : 'asked', now),
        },
  )

/** Those of which somebody is to hear. */
export const findToRemind = (now: number, limit: number): Promise<OfficeQuestionDoc[]> =>
  questions.list({
    where: { state: _.in(['held', 'waiting', 'answered', 'refused']), remindAt: _.lte(now) },
    orderBy: [['remindAt', 'asc']],
    limit,
  })

/** They have heard; unless something else is to be heard meanwhile. */
export const settleRemind = (
  { _id, remind, remindAt }: OfficeQuestionDoc,
  next: { remind: Remind; remindAt: number } | undefined,
): Promise<boolean> =>
  questions.updateOne(
    _id,
    { remind: remind ?? '', remindAt: remindAt ?? 0 },
    next ?? { remind: _.remove(), remindAt: _.remove() },
  )
