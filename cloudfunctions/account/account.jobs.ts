import { settleRequests } from './approved'
import { finishErasures } from './erasure'

/** What the ticker does for accounts: approvals and erasures whose call died before all was done. */
export async function settleAccounts(now: number): Promise<Record<string, number>> {
  return { approved: await settleRequests(), erased: await finishErasures(now) }
}
