import { LIMITS } from '../../types/contract/limits'
import type { Account } from './actor'
import { _, collection } from './db'
import { refuse } from './errors'
import { type Tap, tapSeen } from './taps'
import { DAY } from './time'

const accounts = collection<Account>('accounts')

/**
 * Counts in the caller's account that they look for somebody whom they know by name and number: so many times within
 * any 24 hours, found or not, since each try that finds nobody says something too. A repeated tap counts once. Whoever
 * reads meanwhile looks at nothing of it before this is over. Refuses LOOKUPS_USED, and TAP_REUSED.
 */
export async function countLookup(openid: string, account: Account, tap: Tap): Promise<void> {
  const seen = tapSeen(account.lookups ?? [], tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'same') return
  const last = LIMITS.lookupsADay - 1
  const counted = await accounts.updateOne(
    openid,
    {
      'lookups.tapId': _.neq(tap.tapId),
      // Newest first: the last that is kept is the first that counts.
      [`lookups.${last}.at`]: _.not(_.gt(tap.at - DAY)),
    },
    { lookups: _.push({ each: [tap], position: 0, slice: LIMITS.lookupsADay }) },
  )
  if (counted) return
  const now = tapSeen((await accounts.find(openid))?.lookups ?? [], tap)
  if (now !== 'same') refuse(now === 'reused' ? 'TAP_REUSED' : 'LOOKUPS_USED')
}
