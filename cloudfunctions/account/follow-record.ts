import { refuse } from '../shared/errors'
import type { ResidentDoc } from './account.docs'
import { findAccount, writeHomes } from './account.store'
import { homesFollowing } from './homes.rules'
import { findResident, listBehind, settled } from './residents.store'

/** How often to look again when the account or the record was changed between. */
const TRIES = 5

/**
 * The account of a person follows what staff wrote into their record: where they live, or that they do
 * not any more. Safe to repeat; done by the call that wrote it, or by the ticker where that died.
 */
export async function followRecord(residentId: string): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const resident = await findResident(residentId)
    if (resident?.behind === undefined) return
    if ((await accountFollows(resident)) && (await settled(resident))) return
  }
  refuse('BUSY')
}

async function accountFollows(resident: ResidentDoc): Promise<boolean> {
  const account = resident.accountId ? await findAccount(resident.accountId) : null
  if (!account) return true
  const { _id: residentId, communityId, region, homes, replaced } = resident
  return writeHomes(
    account,
    homesFollowing(account, { residentId, replaced, communityId, region, homes }),
  )
}

/** Records whose accounts were left behind by a call that died. */
export async function followAllRecords(): Promise<number> {
  const behind = await listBehind()
  for (const { _id } of behind) await followRecord(_id)
  return behind.length
}
