import { LIMITS } from '../../types/contract/limits'
import { type Account, newAccount } from './actor'
import { _, collection } from './db'
import { refuse } from './errors'
import { type Bucket, overflows } from './flood.rules'
import { newId } from './ids'
import { MINUTE } from './time'

/** How long commands of a caller who flooded are refused. */
const PAUSE = 5 * MINUTE

const accounts = collection<Account>('accounts')

/** Of this instance alone: it costs nobody a request, and so it is approximate. */
const buckets = new Map<string, Bucket>()

/**
 * Refuses a command of someone who sends more than a person can tap. What one instance sees overflow is
 * marked in the account, which every instance reads anyway.
 */
export async function stopFlood(
  openid: string,
  account: Account | null,
  now: number,
): Promise<void> {
  if ((account?.floodedUntil ?? 0) > now) refuse('TOO_MANY')
  if (!overflows(buckets, openid, now, LIMITS.commandsAMinute)) return
  const floodedUntil = now + PAUSE
  const marked = await accounts.updateOne(openid, { ref: _.exists(true) }, { floodedUntil })
  // A stranger has no account to be marked in: one with nothing in it but the mark.
  if (!marked) await accounts.insert({ ...newAccount(openid, newId(), ''), floodedUntil })
  refuse('TOO_MANY')
}
