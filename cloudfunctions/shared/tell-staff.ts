import type { GivenRole } from '../../types/contract/role'
import { liveRoles } from './access.rules'
import type { Account } from './actor'
import { readCollection } from './db'
import { pushOf, tellMany, type ToldToMany } from './notices'
import { pushTo } from './pushes'
import { roleKey } from './reader-keys.rules'
import { templates } from './templates'
import { together } from './together'
import { tellGroup } from './wecom-queue'

const accounts = readCollection<Account>('accounts')

/** Whoever works in a place is told by phone up to so many; the inbox has it for all of them. */
const MOST = 100

/**
 * Tells whoever has one of these roles in a place: one row in the inbox for all of them, a message to those who
 * accept them, and a line in their group of 企业微信 where there is one. Safe to repeat. For the ticker: what staff
 * are told can wait the minute.
 */
export async function tellStaff(
  told: Omit<ToldToMany, 'to'> & { roles: readonly GivenRole[] },
): Promise<void> {
  const { roles, ...fact } = told
  const to = roles.map((role) => roleKey(role, fact.region))
  await together([tellMany({ ...fact, to }), tellPhones(told), tellGroup(fact)])
}

async function tellPhones({
  roles,
  region,
  about,
  group,
  at,
}: Parameters<typeof tellStaff>[0]): Promise<void> {
  if (!templates().has('work')) return
  const found = await accounts.list({ where: { 'roles.region': region }, limit: MOST })
  const working = found.filter((account) =>
    liveRoles(account.roles, at).some(
      (held) => held.region === region && roles.includes(held.role),
    ),
  )
  await pushTo(working.map(({ _id }) => pushOf({ accountId: _id, about, fact: group, at })))
}
