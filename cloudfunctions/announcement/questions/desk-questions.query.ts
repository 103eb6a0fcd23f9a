import type { DeskQuestion } from '../../../types/contract/announcement-desk'
import type { GivenRole } from '../../../types/contract/role'
import { LIMITS } from '../../../types/contract/limits'
import { _, readCollection } from '../../shared/db'
import { pageOf } from '../../shared/list-key.rules'
import { namesOf } from '../../shared/people'
import type { QuestionDoc } from '../announcement.docs'

const questions = readCollection<QuestionDoc>('questions')

/**
 * One page of a region's questions, for whoever works there as that: a property manager has those below what property
 * managers wrote. What is open, the oldest first; what is answered, the newest first.
 */
export async function listDesk(
  region: string,
  role: GivenRole,
  {
    state,
    after,
  }: { state?: 'held' | 'waiting' | 'answered' | undefined; after?: string | undefined },
): Promise<{ items: DeskQuestion[]; next?: string }> {
  const newestFirst = state === 'answered'
  const found = await questions.list({
    where: {
      region,
      ...(role === 'propertyManager' ? { 'author.role': role } : {}),
      state: state ?? _.in(['held', 'waiting']),
      ...(after === undefined ? {} : { listKey: newestFirst ? _.lt(after) : _.gt(after) }),
    },
    orderBy: [['listKey', newestFirst ? 'desc' : 'asc']],
    limit: LIMITS.questionPage + 1,
  })
  const names = await namesOf(found.flatMap(({ residentId }) => residentId ?? []))
  return pageOf(found, LIMITS.questionPage, (question) => present(question, names))
}

function present(question: QuestionDoc, names: ReadonlyMap<string, string>): DeskQuestion {
  const { _id, announcementId, title, text, residentId, askedAt, state, answer, shown } = question
  return {
    questionId: _id,
    announcementId,
    title,
    text,
    name: names.get(residentId ?? '') ?? '',
    askedAt,
    state,
    ...(answer ? { answer: { text: answer.text, at: answer.at, shown } } : {}),
  }
}

export const presentDesk = async (question: QuestionDoc): Promise<DeskQuestion> =>
  present(question, await namesOf(question.residentId === undefined ? [] : [question.residentId]))
