import { _, readCollection } from '../../shared/db'
import { together } from '../../shared/together'
import type { AnnouncementDoc, TermsDoc } from '../announcement.docs'
import { ROW_FIELDS } from '../reading.rules'
import { type Found, someOf, type Way, wayOf } from './search.rules'
import { queryTermsOf } from './terms.rules'

const announcements = readCollection<AnnouncementDoc>('announcements')
const terms = readCollection<TermsDoc>('announcementTerms')

/** By which terms what was typed is looked for: as text, as initials. None where it can be found nowhere. */
export async function waysOf(text: string): Promise<Way[]> {
  const query = queryTermsOf(text)
  const lists = [query.text, query.initials].filter((list) => list !== undefined)
  const ways = await together(
    lists.map(async (list) => {
      const some = someOf(list)
      // A single term needs no choice, and no count.
      const counts =
        some.length === 1 ? [1] : await together(some.map((term) => terms.count({ terms: term })))
      return wayOf(
        list,
        some.map((term, i) => [term, counts[i] ?? 0] as const),
      )
    }),
  )
  return ways.filter((way) => way !== undefined)
}

/** What each way finds, newest first. `regions`: where it may have been published; everywhere without. */
export const listRound = (
  ways: readonly Way[],
  {
    regions,
    after,
    size,
  }: { regions: readonly string[] | undefined; after: string | undefined; size: number },
): Promise<Found[]> =>
  together(
    ways.map(async (way) => ({
      way,
      rows: await terms.list({
        where: {
          terms: way.rarest,
          ...(regions ? { region: _.in([...regions]) } : {}),
          ...(after === undefined ? {} : { listKey: _.lt(after) }),
        },
        orderBy: [['listKey', 'desc']],
        limit: size,
      }),
    })),
  )

/** The announcements themselves, as far as a hit and its row need them. */
export const listFound = (ids: readonly string[]): Promise<AnnouncementDoc[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : announcements.list({
        where: { _id: _.in([...ids]) },
        limit: ids.length,
        fields: [...ROW_FIELDS, 'public', 'said.blocks'],
      })
