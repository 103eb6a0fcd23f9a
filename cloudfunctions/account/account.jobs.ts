import { followChanges, type PersonChange } from '../shared/person-changes'
import { settleRequests } from './approved'
import { settleTellings } from './told'
import { followEnded } from './ending'
import { finishErasures, followErased } from './erasure'
import { followAllRecords } from './follow-record'
import { followMerged } from './merging'

/** What the ticker does for accounts: whatever a call that died left half done. */
export async function settleAccounts(now: number): Promise<Record<string, number>> {
  return {
    approved: await settleRequests(),
    told: await settleTellings(),
    erased: await finishErasures(now),
    changes: await followChanges('account', follow),
    behind: await followAllRecords(),
  }
}

function follow(change: PersonChange): Promise<'later' | void> {
  switch (change.kind) {
    case 'ended':
      return followEnded(change)
    case 'merged':
      return followMerged(change)
    case 'erased':
      return followErased(change)
  }
}
