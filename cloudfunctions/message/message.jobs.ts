import { describeError, log } from '../shared/log'
import { HOUR, MINUTE } from '../shared/time'
import { decideCalls } from './calls.jobs'
import { together } from '../shared/together'
import { followPeople } from './follow-person'
import { checkQuestions, remindOfQuestions } from './office.jobs'
import { sendPushes } from './send-pushes'
import { tellStaffGroup } from './group.jobs'

/** Calls decided in one run. */
const CALLS = 100

/**
 * What the ticker does for messages. Sending comes last, so that what the others tell goes out with it; the others go
 * side by side, since most minutes each finds nothing. Each is safe to repeat, and bounded in one run.
 */
export async function settleMessages(now: number): Promise<Record<string, number>> {
  const hourly = now % HOUR < MINUTE
  const [changes, checked, reminded, calls, stillToCall] = await together([
    part('changes', followPeople(now)),
    part('checked', checkQuestions(now)),
    part('reminded', remindOfQuestions(now)),
    part('calls', decideCalls('maybe', now, CALLS)),
    part('stillToCall', hourly ? decideCalls('open', now, CALLS) : Promise.resolve(0)),
  ])
  const [group, sent] = await together([
    part('group', tellStaffGroup(now)),
    part('sent', sendPushes(now)),
  ])
  return { changes, checked, reminded, calls, stillToCall, group, sent }
}

/** One part's failure is logged, and holds up no other: an emergency goes out whatever else is broken. */
async function part(name: string, work: Promise<number>): Promise<number> {
  try {
    return await work
  } catch (error) {
    log('error', 'part failed', { part: name, ...describeError(error) })
    return 0
  }
}
