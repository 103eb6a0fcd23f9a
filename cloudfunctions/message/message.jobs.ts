import { HOUR, MINUTE } from '../shared/time'
import { decideCalls } from './call.store'
import { followPeople } from './follow-person'
import { checkQuestions, remindOfQuestions } from './office.jobs'
import { sendPushes } from './send-pushes'
import { tellStaffGroup } from './tell-group'

/** Calls decided in one run. */
const CALLS = 100

/**
 * What the ticker does for messages, sending last, so that what the others tell goes out with it. Each part is safe to
 * repeat, and bounded in one run.
 */
export async function settleMessages(now: number): Promise<Record<string, number>> {
  const hourly = now % HOUR < MINUTE
  return {
    changes: await followPeople(now),
    checked: await checkQuestions(now),
    reminded: await remindOfQuestions(now),
    calls: await decideCalls('maybe', now, CALLS),
    ...(hourly ? { stillToCall: await decideCalls('open', now, CALLS) } : {}),
    group: await tellStaffGroup(now),
    sent: await sendPushes(now),
  }
}
