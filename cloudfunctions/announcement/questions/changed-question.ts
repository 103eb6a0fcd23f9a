import { covers } from '../../shared/access.rules'
import { refuse } from '../../shared/errors'
import { type Tap, tapSeen } from '../../shared/taps'
import type { Post } from '../../shared/actor'
import type { QuestionDoc } from '../announcement.docs'
import { isTheirs } from '../reading.rules'
import { tellOfQuestion } from './question.notices'
import { changeQuestion, findQuestion, settled } from './questions.store'

/** What staff decide of a question, and in which states they may. */
export interface QuestionChange {
  from: readonly QuestionDoc['state'][]
  change: Partial<Pick<QuestionDoc, 'state' | 'answer' | 'shown'>>
}

/**
 * A question of the region, changed by this tap, and told of to whom it concerns. `decide` says how, or that it
 * stays (null), or refuses. The same tap again leaves it as it is. Refuses NOT_FOUND and TAP_REUSED.
 */
export async function changedByStaff(
  { region, questionId }: { region: string; questionId: string },
  { post, tap, now }: { post: Post; tap: Tap; now: number },
  decide: (question: QuestionDoc) => QuestionChange | null,
): Promise<QuestionDoc> {
  const question = await findQuestion(questionId)
  if (!question || !covers(region, question.region)) return refuse('NOT_FOUND')
  if (!isTheirs(question, post.role)) return refuse('NOT_FOUND')
  const seen = tapSeen(question.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  const decided = seen === 'same' ? null : decide(question)
  if (!decided) return question
  const { from, change } = decided
  const changed = { ...change, checkAt: now }
  // Somebody came between: what is asked for may not be what they saw.
  if (!(await changeQuestion(questionId, from, changed, tap))) return refuse('BUSY')
  const after = { ...question, ...changed }
  await tellOfQuestion(after, now)
  await settled(questionId, now)
  return after
}
