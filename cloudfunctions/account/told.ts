import type { Account } from '../shared/actor'
import { eachOf } from '../shared/together'
import type { AccountEntry } from './account.docs'
import { tellOfEntry } from './account.notices'
import { drainAccounts, findAccount, settleTold } from './account.store'

/** Entries and accounts worked on at a time. */
const WIDTH = 4

const tellAllOf = (account: Account): Promise<void> =>
  eachOf(account.outbox as AccountEntry[], WIDTH, (entry) => tellOfEntry(account, entry))

/** Tells what an account has yet to tell: by the call that changed it, or by the ticker where that died. */
export async function tellNow(openid: string): Promise<void> {
  const account = await findAccount(openid)
  if (!account || account.outbox.length === 0) return
  await tellAllOf(account)
  await settleTold(
    openid,
    account.outbox.map(({ id }) => id),
  )
}

/** What calls left untold. */
export const settleTellings = (): Promise<number> =>
  drainAccounts((accounts) => eachOf(accounts, WIDTH, tellAllOf))
