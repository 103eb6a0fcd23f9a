import { settleRequests } from './approved'

/** What the ticker does for accounts: approvals whose call died before they reached the asker. */
export async function settleAccounts(): Promise<Record<string, number>> {
  return { approved: await settleRequests() }
}
