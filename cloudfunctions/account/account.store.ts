import type { Account } from '../shared/actor'
import { _, collection } from '../shared/db'
import { type Tap, TAPS_KEPT } from '../shared/taps'

const accounts = collection<Account>('accounts')

export const findAccount = (openid: string): Promise<Account | null> => accounts.find(openid)

/** Records the consent, unless this tap already has. */
export function recordConsent(openid: string, version: string, tap: Tap): Promise<boolean> {
  return accounts.updateOne(
    openid,
    { 'taps.tapId': _.neq(tap.tapId) },
    {
      policy: { version, at: tap.at },
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )
}
