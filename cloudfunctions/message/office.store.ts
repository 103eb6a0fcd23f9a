import { _, collection } from '../shared/db'
import { keyRing } from '../shared/keys'
import { sealFields, sealingOf } from '../shared/sealed-fields'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { OfficeQuestionDoc } from './office.docs'
import type { Checked, Remind } from './office.rules'

const questions = collection<OfficeQuestionDoc>('officeQuestions')
const SEALING = sealingOf('officeQuestions')

/** A question with its text sealed; nothing is written. */
export async function sealQuestion(
  doc: Omit<OfficeQuestionDoc, 'keyId'>,
): Promise<OfficeQuestionDoc> {
  const { change } = sealFields(await keyRing(), SEALING, { _id: doc._id }, { text: doc.text })
  return { ...doc, text: change.text ?? '', keyId: change.keyId }
}

export const insertQuestion = (doc: OfficeQuestionDoc): Promise<'inserted' | 'exists'> =>
  questions.insert(doc)

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
