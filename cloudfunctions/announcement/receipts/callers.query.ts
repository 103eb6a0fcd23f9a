import { _, readCollection, type Document } from '../../shared/db'

const accounts = readCollection<Document & { ref: string; name: string }>('accounts')

/** Names of those who work here, by `ref`: of one page's. */
export async function namesByRef(refs: readonly string[]): Promise<Map<string, string>> {
  const unique = [...new Set(refs)]
  if (unique.length === 0) return new Map()
  const found = await accounts.list({
    where: { ref: _.in(unique) },
    limit: unique.length,
    fields: ['ref', 'name'],
  })
  return new Map(found.map(({ ref, name }) => [ref, name]))
}
