import { followChanges, type PersonChange } from '../shared/person-changes'
import { settleRequests } from './approved'
import { followEnded } from './ending'
import { finishErasures } from './erasure'
import { followAllRecords } from './follow-record'
import { followMerged } from './merging'

/** What the ticker does for accounts: whatever a call that died left half done. */
export async function settleAccounts(now: number): Promise<Record<string, number>> {
  return {
    approved: await settleRequests(),
    changes: await followChanges('account', follow),
    behind: await followAllRecords(),
    erased: await finishErasures(now),
  }
}

function follow(change: PersonChange): Promise<void> {
  switch (change.kind) {
    case 'ended':
      return followEnded(change)
    case 'merged':
      return followMerged(change)
    case 'erased':
      // Led by the mark in the account (erasure.ts), which no change waits for.
      return Promise.resolve()
  }
}
