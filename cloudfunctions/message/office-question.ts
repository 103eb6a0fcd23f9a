import type { OfficeQuestion } from '../../types/contract/message-office'
import type { Post } from '../shared/actor'
import { refuse } from '../shared/errors'
import { communityOf } from '../shared/standing'
import { type Tap, tapSeen } from '../shared/taps'
import type { OfficeQuestionDoc } from './office.docs'
import { presentOffice } from './office.present'
import { findQuestion } from './office.query'

/** How often to begin anew because somebody else came between. */
const TRIES = 3

/**
 * What the office does with one question of its community: `act` changes it, and answers false where it has changed
 * since it was read. The same tap again changes nothing.
 */
export async function withQuestion(
  questionId: string,
  { post, tap, now }: { post: Post; tap: Tap; now: number },
  act: (doc: OfficeQuestionDoc) => Promise<boolean>,
): Promise<OfficeQuestion> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const doc = await findQuestion(questionId)
    if (doc?.communityId !== communityOf(post) || doc.state === 'checking')
      return refuse('NOT_FOUND')
    const seen = tapSeen(doc.taps, tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    if (seen === 'same') return shown(doc, now)
    if (await act(doc)) return shown((await findQuestion(questionId)) ?? doc, now)
  }
  return refuse('BUSY')
}

async function shown(doc: OfficeQuestionDoc, now: number): Promise<OfficeQuestion> {
  const [question] = await presentOffice([doc], now)
  return question ?? refuse('NOT_FOUND')
}
