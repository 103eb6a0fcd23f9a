import type { Account } from '../shared/actor'
import { readCollection } from '../shared/db'
import type { Person } from '../shared/personal-read'
import type { ResidentDoc } from './account.docs'

const residents = readCollection<ResidentDoc>('residents')

/** Records of one account: a person has few. */
const MOST = 100

/**
 * Who somebody is in all their communities: the records that name their account, also one whose home never
 * reached it, what went into those, and the records that their homes name.
 */
export async function personOf({ _id, homes }: Pick<Account, '_id' | 'homes'>): Promise<Person> {
  const own = await residents.list({
    where: { accountId: _id },
    limit: MOST,
    fields: ['communityId', 'replaced'],
  })
  const records = new Map(homes.map((home) => [home.residentId, home.communityId]))
  for (const { _id: residentId, communityId, replaced = [] } of own) {
    for (const id of [residentId, ...replaced]) records.set(id, communityId)
  }
  return {
    accountId: _id,
    records: [...records].map(([residentId, communityId]) => ({ residentId, communityId })),
  }
}
