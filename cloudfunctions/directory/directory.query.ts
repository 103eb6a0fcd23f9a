import type { ListedEntry } from '../../types/contract/directory'
import { LIMITS } from '../../types/contract/limits'
import { _, readCollection } from '../shared/db'
import { pageOf } from '../shared/list-key.rules'
import type { EntryDoc } from './directory.docs'
import { presentListed, regionsFor } from './directory.rules'

const entries = readCollection<EntryDoc>('directory')

/** One page of whom someone of a region can turn to; without a region, of whom everybody can. */
export async function listEntries(
  region: string | undefined,
  now: number,
  after = '',
): Promise<{ items: ListedEntry[]; next?: string }> {
  const found = await entries.list({
    where: { region: _.in(regionsFor(region)), listKey: _.gt(after) },
    orderBy: [['listKey', 'asc']],
    limit: LIMITS.directoryPage + 1,
    fields: ['kind', 'name', 'summary', 'phones', 'hours', 'listKey'],
  })
  return pageOf(found, LIMITS.directoryPage, (entry) => presentListed(entry, now))
}

/** The entry, if it is there for someone of this region; null otherwise. */
export async function findEntry(
  region: string | undefined,
  entryId: string,
): Promise<EntryDoc | null> {
  const entry = await entries.find(entryId)
  return entry && regionsFor(region).includes(entry.region) ? entry : null
}

/** The entry at whose counter this code is printed, of whichever region. */
export async function findByCode(code: string): Promise<EntryDoc | null> {
  const [entry] = await entries.list({ where: { code }, limit: 1 })
  return entry ?? null
}
