import type { ListedEntry } from '../../types/contract/directory'
import { LIMITS } from '../../types/contract/limits'
import type { Account } from '../shared/actor'
import { _, readCollection } from '../shared/db'
import { pageOf } from '../shared/list-key.rules'
import type { EntryDoc } from './directory.docs'
import { presentListed, regionsFor } from './directory.rules'

const entries = readCollection<EntryDoc>('directory')

/** One page of whom the caller can turn to; `null` is someone without an account. */
export async function listEntries(
  account: Account | null,
  now: number,
  after = '',
): Promise<{ items: ListedEntry[]; next?: string }> {
  const found = await entries.list({
    where: { region: _.in(regionsFor(account?.region)), listKey: _.gt(after) },
    orderBy: [['listKey', 'asc']],
    limit: LIMITS.directoryPage + 1,
    fields: ['kind', 'name', 'summary', 'phones', 'hours', 'listKey'],
  })
  return pageOf(found, LIMITS.directoryPage, (entry) => presentListed(entry, now))
}

/** The entry, if it is there for the caller; null otherwise. */
export async function findEntry(
  account: Account | null,
  entryId: string,
): Promise<EntryDoc | null> {
  const entry = await entries.find(entryId)
  return entry && regionsFor(account?.region).includes(entry.region) ? entry : null
}

/** The entry at whose counter this code is printed, of whichever region. */
export async function findByCode(code: string): Promise<EntryDoc | null> {
  const [entry] = await entries.list({ where: { code }, limit: 1 })
  return entry ?? null
}
