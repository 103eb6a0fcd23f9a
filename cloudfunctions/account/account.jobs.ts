import { settleRequests } from './approved'
import { settleTellings } from './told'

/** What the ticker does for accounts: approvals and news whose call died before they reached those concerned. */
export async function settleAccounts(): Promise<Record<string, number>> {
  return { approved: await settleRequests(), told: await settleTellings() }
}
