import type { Asked, OfficeQuestion } from '../../types/contract/message-office'
import type { OfficeQuestionDoc } from './office.docs'
import { textsOf } from './office.query'
import { peopleOf } from './people.query'

/** Questions as whoever asked sees them. That staff look at one first is nothing they need to know. */
export async function presentAsked(docs: readonly OfficeQuestionDoc[]): Promise<Asked[]> {
  const texts = await textsOf(docs)
  return docs.map(({ _id, askedAt, dueAt, state, answer }) => {
    const { text = '', reply = null } = texts.get(_id) ?? {}
    return {
      questionId: _id,
      text,
      askedAt,
      dueAt,
      state: state === 'held' ? 'checking' : state,
      ...(answer && reply !== null ? { answer: { text: reply, at: answer.at } } : {}),
    }
  })
}

/** Questions as the office sees them. */
export async function presentOffice(
  docs: readonly OfficeQuestionDoc[],
  now: number,
): Promise<OfficeQuestion[]> {
  const refs = docs.flatMap(({ answer }) => (answer ? [answer.by] : []))
  const people = await peopleOf(
    docs.map(({ residentId }) => residentId),
    refs,
  )
  const texts = await textsOf(docs)
  return docs.map(({ _id, residentId, by, askedAt, dueAt, state, answer }) => {
    const { text = '', reply = null } = texts.get(_id) ?? {}
    return {
      questionId: _id,
      text,
      ...people.resident(residentId),
      residentId,
      ...(by ? { by } : {}),
      askedAt,
      dueAt,
      overdue: state !== 'answered' && state !== 'refused' && dueAt < now,
      // One that WeChat is still being asked about is not shown here (list-office-questions.ts).
      state: state === 'checking' ? 'held' : state,
      ...(answer && reply !== null
        ? { answer: { text: reply, at: answer.at, by: people.worker(answer.by) } }
        : {}),
    }
  })
}
