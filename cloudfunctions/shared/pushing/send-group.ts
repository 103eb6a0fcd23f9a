import { describeError, log } from '../log'
import { severalWords } from '../notice.text'
import type { PushDoc } from '../pushes'
import { templates } from '../templates'
import { SECOND } from '../time'
import { sendToPhone } from '../wechat'
import { within } from '../within'
import { findCredits } from './credits.query'
import { noCredit, returnCredit, takeCredit } from './credits.store'
import { type Answer, answerOf, composeMessage, decideOutcome, hasCome } from './push.rules'
import { settleGroup, takeGroup } from './taking.store'

/** One attempt to send something. */
export interface Sending {
  /** Whose it is: the ticker's run, or the call's. */
  run: string
  now: number
  /** How long WeChat may take to answer about one, in ms. */
  patience?: number
}

const WECHAT_PATIENCE = 5 * SECOND

/** Sends some as one message; whether it was sent. What fails is logged, and holds up nothing else. */
export async function sendGroup(wanted: readonly PushDoc[], sending: Sending): Promise<boolean> {
  try {
    const group = await takeGroup(wanted, sending.run, sending.now)
    const [first] = group
    return first !== undefined && (await sendTaken(first, group, sending))
  } catch (error) {
    log('error', 'message not sent', { push: wanted[0]?._id, ...describeError(error) })
    return false
  }
}

async function sendTaken(
  first: PushDoc,
  group: readonly PushDoc[],
  { run, now, patience = WECHAT_PATIENCE }: Sending,
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
  const answer = await ask({ touser: accountId, templateId: known.id, ...message }, _id, patience)
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

async function ask(
  message: Parameters<typeof sendToPhone>[0],
  pushId: string,
  patience: number,
): Promise<Answer> {
  try {
    await within(patience, sendToPhone(message))
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
