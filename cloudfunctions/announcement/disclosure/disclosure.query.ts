import type { DisclosureRow } from '../../../types/contract/announcement-reading'
import { LIMITS } from '../../../types/contract/limits'
import { _, readCollection } from '../../shared/db'
import { together } from '../../shared/together'
import type { AnnouncementDoc } from '../announcement.docs'
import { published, type Whose } from '../announcement.query'
import { presentDisclosure, yearOf } from './disclosure.rules'
import { isOver } from '../reading.rules'

const announcements = readCollection<AnnouncementDoc>('announcements')

export type DisclosureCategory = 'finance' | 'affairs'

/** The newest so many of each category are known by year. */
const KNOWN = 1_000

/**
 * Disclosures of the categories, newest first, and the years that have any. All of them are gone through by year
 * and time alone; of one page the accounts are read.
 */
export async function listDisclosed(
  whose: Whose,
  categories: readonly DisclosureCategory[],
  { year, after, now }: { year: number | undefined; after: string | undefined; now: number },
): Promise<{ items: DisclosureRow[]; next?: string; years: number[] }> {
  const known = (await together(categories.map((category) => listKnown(whose, category))))
    .flat()
    .filter((doc) => !isOver(doc, now))
    .sort((a, b) => (a.listKey < b.listKey ? 1 : -1))
  const years = [...new Set(known.map(yearOf))].sort((a, b) => b - a)
  const wanted = known.filter(
    (doc) =>
      (year === undefined || yearOf(doc) === year) && (after === undefined || doc.listKey < after),
  )
  const page = wanted.slice(0, LIMITS.announcementPage)
  const docs = new Map(
    (await announcements.findMany(page.map(({ _id }) => _id))).map((doc) => [doc._id, doc]),
  )
  const last = page.at(-1)
  return {
    items: page.flatMap(({ _id }) => {
      const doc = docs.get(_id)
      return doc ? [presentDisclosure(doc)] : []
    }),
    ...(wanted.length > page.length && last ? { next: last.listKey } : {}),
    years,
  }
}

const listKnown = (whose: Whose, category: DisclosureCategory): Promise<AnnouncementDoc[]> =>
  announcements.list({
    where: { ...published(whose), 'said.category': _.eq(category) },
    orderBy: [['listKey', 'desc']],
    limit: KNOWN,
    fields: ['publishedAt', 'expiresAt', 'state', 'listKey', 'said.accounts.period'],
  })
