import type { Account } from '../../shared/actor'
import { _, readCollection } from '../../shared/db'

const accounts = readCollection<Account>('accounts')

/** Names of whoever wrote, by the accounts' refs, in one request; of somebody erased there is none. */
export async function authorNames(refs: readonly string[]): Promise<(ref: string) => string> {
  const unique = [...new Set(refs)].slice(0, 1_000)
  const found =
    unique.length === 0
      ? []
      : await accounts.list({
          where: { ref: _.in(unique) },
          limit: unique.length,
          fields: ['ref', 'name'],
        })
  const names = new Map(found.map(({ ref, name }) => [ref, name]))
  return (ref) => names.get(ref) ?? ''
}
