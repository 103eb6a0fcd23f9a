import { tellOfCalls } from './receipts/calls.jobs'
import { drainReadings } from './receipts/drain.jobs'
import { followPeople } from './follow-person'
import { settleQuestions } from './questions/questions.jobs'
import { goOnWithWork } from './receipts/work.jobs'

/**
 * What the ticker does for announcements that are published: for those they mean, for what was read, asked and
 * is to be called about. Each part is safe to repeat, and bounded in one run.
 */
export async function settleReading(now: number): Promise<Record<string, number>> {
  const served = await goOnWithWork(now)
  const followed = await followPeople(now)
  const delivered = await drainReadings(now)
  const questions = await settleQuestions(now)
  const calls = await tellOfCalls(now)
  return { served, followed, delivered, questions, calls }
}
