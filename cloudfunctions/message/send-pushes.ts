import { newId } from '../shared/ids'
import { describeError, log } from '../shared/log'
import { severalWords } from '../shared/notice.text'
import type { PushDoc } from '../shared/pushes'
import { dueAfterQuiet } from '../shared/quiet-hours.rules'
import { templates } from '../shared/templates'
import { HOUR, MINUTE, SECOND } from '../shared/time'
import { eachOf } from '../shared/together'
import { sendToPhone } from '../shared/wechat'
import { within } from '../shared/within'
import { findCredits, noCredit, returnCredit, takeCredit } from './credits.store'
import {
  type Answer,
  answerOf,
  composeMessage,
  decideOutcome,
  hasCome,
  inGroups,
} from './push.rules'
import { findDue, removeOld, settleGroup, takeGroup, takeUpLeft } from './push.store'

/** Messages read at a time, sent at a time, and the time that one run has: the ticker's is for all features. */
const BATCH = 200
const WIDTH = 8
const PATIENCE = 20 * SECOND
/** How long WeChat may take to answer about one. */
const WECHAT_PATIENCE = 5 * SECOND

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
      if (Date.now() < until && (await sendGroup(group, run, now))) sent++
    })
    if (due.length < BATCH || Date.now() >= until) return sent
  }
}

/** Sends some as one message; whether it was sent. What fails is logged, and holds up nothing else. */
async function sendGroup(wanted: readonly PushDoc[], run: string, now: number): Promise<boolean> {
  try {
    const group = await takeGroup(wanted, run, now)
    const [first] = group
    return first !== undefined && (await sendTaken(first, group, run, now))
  } catch (error) {
    log('error', 'message not sent', { push: wanted[0]?._id, ...describeError(error) })
    return false
  }
}

async function sendTaken(
  first: PushDoc,
  group: readonly PushDoc[],
  run: string,
  now: number,
): Promise<boolean> {
  const { _id, accountId, template } = first
  const known = templates().get(template)
  if (await cameAllTheSame(first)) {
    await settleGroup(group, run, { state: 'sent', now })
    return true
  }
  if (!known || !(await takeCredit(accountId, template, _id))) {
    await settleGroup(group, run, { state: 'nocredit', now })
    return false
  }
  const message = composeMessage(known, group, severalWords)
  const answer = await ask({ touser: accountId, templateId: known.id, ...message }, _id)
  const outcome = decideOutcome(answer, first)
  if (outcome.state === 'nocredit') await noCredit(accountId, template)
  if (outcome.state === 'failed' && !outcome.used) await returnCredit(accountId, template, _id)
  if (outcome.state === 'waiting')
    await settleGroup(group, run, { again: now + outcome.again, now })
  else await settleGroup(group, run, { state: outcome.state, now })
  return outcome.state === 'sent'
}

/** Asks the ledger only about what WeChat was too busy for. */
async function cameAllTheSame(first: PushDoc): Promise<boolean> {
  const { accountId, template, askedAt } = first
  if (askedAt === undefined) return false
  return hasCome(first, (await findCredits(accountId))?.reached?.[template])
}

async function ask(message: Parameters<typeof sendToPhone>[0], pushId: string): Promise<Answer> {
  try {
    await within(WECHAT_PATIENCE, sendToPhone(message))
    return {}
  } catch (error) {
    const answer = answerOf(error)
    log('warn', 'WeChat did not send', {
      push: pushId,
      ...describeError(error),
      code: answer.errCode,
    })
    return answer
  }
}
