import { newId } from '../shared/ids'
import { sendGroup } from '../shared/pushing/send-group'
import { inGroups } from '../shared/pushing/push.rules'
import { dueAfterQuiet } from '../shared/quiet-hours.rules'
import { HOUR, MINUTE, SECOND } from '../shared/time'
import { eachOf } from '../shared/together'
import { findDue } from './push.query'
import { removeOld, takeUpLeft } from './push.store'

/** Messages read at a time, sent at a time, and the time that one run has: the ticker's is for all features. */
const BATCH = 200
const WIDTH = 8
const PATIENCE = 20 * SECOND

/**
 * Sends what is due, the urgent first, and at night nothing else. Two runs at once send each message once. A run
 * that dies leaves what it had taken to a later one (push.store.ts).
 */
export async function sendPushes(now: number): Promise<number> {
  await takeUpLeft(now, BATCH)
  if (now % HOUR < MINUTE) await removeOld(now, BATCH)
  const run = newId()
  const until = Date.now() + PATIENCE
  const night = dueAfterQuiet(now) > now
  let sent = 0
  for (;;) {
    const due = await findDue(now, BATCH, night)
    await eachOf(inGroups(due), WIDTH, async (group) => {
      if (Date.now() < until && (await sendGroup(group, { run, now }))) sent++
    })
    if (due.length < BATCH || Date.now() >= until) return sent
  }
}
