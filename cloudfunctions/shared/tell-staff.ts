import type { GivenRole } from '../../types/contract/role'
import { pushOf, tellMany, type ToldToMany } from './notices'
import { pushTo, PUSHED_AT_ONCE } from './pushes'
import { roleKey } from './reader-keys.rules'
import { listRoleHolders } from './role-holders'
import { templates } from './templates'
import { together } from './together'
import { tellGroup } from './wecom-queue'

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
  const working = await listRoleHolders([region], roles, at)
  const wanted = working.map(({ accountId }) => pushOf({ accountId, about, fact: group, at }))
  for (let from = 0; from < wanted.length; from += PUSHED_AT_ONCE) {
    await pushTo(wanted.slice(from, from + PUSHED_AT_ONCE))
  }
}
