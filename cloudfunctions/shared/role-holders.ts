import type { GivenRole } from '../../types/contract/role'
import { liveRoles } from './access.rules'
import type { Account, HeldRole } from './actor'
import { _, readCollection } from './db'

const accounts = readCollection<Account>('accounts')

/** Accounts read at a time, and the most rounds: more people than hold roles in any district. */
const PAGE = 500
const ROUNDS = 10

/** Somebody who works in one of some places, with the roles among those asked for that they hold there now. */
export interface RoleHolder {
  accountId: string
  held: HeldRole[]
}

/**
 * All who hold one of these roles over one of these regions, page by page: whoever holds others there, and however
 * many they are, is not looked at.
 */
export async function listRoleHolders(
  regions: readonly string[],
  roles: readonly GivenRole[],
  now: number,
): Promise<RoleHolder[]> {
  const holders: RoleHolder[] = []
  let after = ''
  for (let round = 1; round <= ROUNDS; round++) {
    const found = await accounts.list({
      where: {
        roles: _.elemMatch({ region: _.in([...regions]), role: _.in([...roles]) }),
        _id: _.gt(after),
      },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
      fields: ['roles'],
    })
    for (const { _id, roles: all } of found) {
      const held = liveRoles(all, now).filter(
        ({ role, region }) => roles.includes(role) && regions.includes(region),
      )
      if (held.length > 0) holders.push({ accountId: _id, held })
    }
    const last = found.at(-1)
    if (found.length < PAGE || !last) break
    after = last._id
  }
  return holders
}
