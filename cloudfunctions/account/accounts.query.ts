import { EVERYWHERE } from '../shared/access.rules'
import type { Account } from '../shared/actor'
import { _, readCollection } from '../shared/db'

const accounts = readCollection<Account>('accounts')

export async function findAccountByRef(ref: string): Promise<Account | null> {
  const [found] = await accounts.list({ where: { ref }, limit: 1 })
  return found ?? null
}

/** Names by the accounts' refs, in one request; those of accounts that were erased are not there. */
export async function namesByRef(refs: readonly string[]): Promise<Map<string, string>> {
  const unique = [...new Set(refs)].slice(0, 1_000)
  if (unique.length === 0) return new Map()
  const found = await accounts.list({
    where: { ref: _.in(unique) },
    limit: unique.length,
    fields: ['ref', 'name'],
  })
  return new Map(found.filter(({ name }) => name !== '').map(({ ref, name }) => [ref, name]))
}

/** The accounts that may, or could once, act for a resident. */
export const listHelpersOf = (residentId: string): Promise<Account[]> =>
  accounts.list({ where: { 'grants.residentId': residentId }, limit: 100 })

/** Whoever holds, or held, a role in a region or below, by account. */
export const listHolders = (region: string, after: string, limit: number): Promise<Account[]> =>
  accounts.list({
    where: {
      'roles.region': region === EVERYWHERE ? _.gt('') : _.and(_.gte(region), _.lt(`${region}0`)),
      ref: _.gt(after),
    },
    orderBy: [['ref', 'asc']],
    limit,
  })
