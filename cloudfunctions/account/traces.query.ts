import type { Trace } from '../../types/contract/account-data'
import type { FactView } from '../shared/audit.query'
import { namesByRef } from './accounts.query'

/** Facts as people read them, with the names of those who acted, where their accounts are still there. */
export async function presentTraces(facts: readonly FactView[]): Promise<Trace[]> {
  const names = await namesByRef(facts.map(({ by }) => by))
  return facts.map(({ _id, at, as, by, op, fields, reason, refused }) => {
    const byName = names.get(by)
    return {
      factId: _id,
      at,
      as,
      ...(byName === undefined ? {} : { byName }),
      op,
      fields,
      ...(reason === undefined ? {} : { reason }),
      ...(refused === undefined ? {} : { refused }),
    }
  })
}
