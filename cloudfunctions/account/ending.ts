import { liveGrants } from '../shared/access.rules'
import { refuse } from '../shared/errors'
import type { PersonChange } from '../shared/person-changes'
import type { ResidentDoc } from './account.docs'
import { endGrant, endRoles, findAccount } from './account.store'
import { listHelpersOf } from './accounts.query'
import { roleEnds } from './ending.rules'
import { followRecord } from './follow-record'
import { homesEnded } from './resident.rules'
import { changeResident, findResident, takenOut } from './residents.store'

/** How often to look again when the record was changed between. */
const TRIES = 5

/**
 * The account's part when somebody left the community or died: the record is closed, roles and
 * acting-for end on both sides, and the account lives there no more. History stays. Safe to repeat.
 */
export async function followEnded(change: PersonChange): Promise<void> {
  const resident = await closeRecord(change)
  if (!resident) return
  const { reason = 'movedOut', at } = change
  await endGrantsOver(resident._id, at)
  if (resident.accountId) {
    await endRoles(resident.accountId, at, (held) => roleEnds(held, resident.region, reason))
    if (reason === 'death') await endGrantsOf(resident.accountId, at)
  }
  await followRecord(resident._id)
}

async function closeRecord({ residentId, reason, at }: PersonChange): Promise<ResidentDoc | null> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const resident = await findResident(residentId)
    if (resident?.state !== 'living') return resident
    const { homes } = homesEnded(resident.homes, at, () => true)
    const state = reason === 'death' ? 'dead' : 'left'
    const closed = { state, endedAt: at, homes, home: takenOut(), behind: at }
    if (await changeResident(resident, { state: 'living' }, closed)) {
      return findResident(residentId)
    }
  }
  return refuse('BUSY')
}

/** Nobody acts for them any more. */
async function endGrantsOver(residentId: string, at: number): Promise<void> {
  for (const helper of await listHelpersOf(residentId)) {
    for (const grant of liveGrants(helper.grants, at)) {
      if (grant.residentId === residentId) await endGrant(helper, grant.grantId, at)
    }
  }
}

/** They act for nobody any more. */
async function endGrantsOf(openid: string, at: number): Promise<void> {
  const account = await findAccount(openid)
  if (!account) return
  for (const { grantId } of liveGrants(account.grants, at)) await endGrant(account, grantId, at)
}
