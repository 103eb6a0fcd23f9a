import { _, readCollection } from '../../shared/db'
import { together } from '../../shared/together'
import type { AnnouncementDoc, ReceiptsDoc } from '../announcement.docs'
import { CHUNKS } from './line-pages.rules'
import { type Counts, sumCounts } from './receipts.rules'

const receipts = readCollection<ReceiptsDoc>('receipts')
const announcements = readCollection<AnnouncementDoc>('announcements')

/** The most that one request reads: 300,000 people. */
const PAGE = 1_000

/** Within a region: the whole of what it is about, or the communities of it. */
export type Within = { whole: true } | { region: string }

const inside = (within: Within): Record<string, unknown> =>
  'whole' in within
    ? {}
    : // '0' comes after '/': all paths that begin with the region, and itself.
      { region: _.and(_.gte(within.region), _.lt(`${within.region}0`)) }

/** The sums over everybody, or over those of a region: live. */
export async function countReceipts(announcementId: string, within: Within): Promise<Counts> {
  let sum = sumCounts([])
  let after = ''
  for (;;) {
    const found = await receipts.list({
      where: { announcementId, ...inside(within), order: _.gt(after) },
      orderBy: [['order', 'asc']],
      limit: PAGE,
      fields: ['counts', 'order'],
    })
    sum = sumCounts([sum, ...found.map(({ counts }) => counts)])
    const last = found.at(-1)
    if (found.length < PAGE || !last) return sum
    after = last.order
  }
}

/** The next documents from `from` on, that one included; `counting`: only those in which one of these sums is not 0. */
export const listChunks = (
  announcementId: string,
  within: Within,
  from: string,
  counting?: string,
): Promise<ReceiptsDoc[]> =>
  receipts.list({
    where: {
      announcementId,
      ...inside(within),
      order: _.gte(from),
      ...(counting === undefined ? {} : { [counting]: _.gt(0) }),
    },
    orderBy: [['order', 'asc']],
    limit: CHUNKS,
  })

/** Call lists that began so long ago are over. */
const CALLED_FOR = 30 * 24 * 60 * 60 * 1_000
const LISTS = 20
/** Of the whole environment's, which are few, those of one region are picked. */
const LOOKED_AT = 200

/** Announcements whose call lists stand, of a region, of what it lies in and what lies in it: newest first. */
export async function listStanding(
  paths: readonly string[],
  region: string,
  now: number,
): Promise<AnnouncementDoc[]> {
  const found = await announcements.list({
    where: {
      state: 'published',
      callFrom: _.and(_.gt(now - CALLED_FOR), _.lte(now)),
      region: _.or([_.in([...paths]), _.and(_.gte(region), _.lt(`${region}0`))]),
    },
    orderBy: [['callFrom', 'desc']],
    limit: LOOKED_AT,
    fields: ['region', 'said.title', 'callFrom', 'state', 'must', 'author', 'work'],
  })
  return found.slice(0, LISTS)
}

/** Names, homes and how they are reached, of those on a page. */
interface CalledDoc {
  _id: string
  name: string
  home?: string
  state: string
  phone?: string | null
  accountId?: string
}

interface CalledAccount {
  _id: string
  ref: string
  name: string
}

const residents = readCollection<CalledDoc>('residents')
const accounts = readCollection<CalledAccount>('accounts')

export interface Callee {
  name: string
  home: string
  withoutPhone: boolean
}

/** Those of these who can be called, by residentId and by `w-` and `ref`. The dead, and those who left, are not. */
export async function findCallees(
  residentIds: readonly string[],
  refs: readonly string[],
): Promise<Map<string, Callee>> {
  const [people, workers] = await together([
    residentIds.length === 0 ? Promise.resolve([]) : residents.findMany(residentIds),
    refs.length === 0
      ? Promise.resolve([])
      : accounts.list({
          where: { ref: _.in([...refs]) },
          limit: refs.length,
          fields: ['ref', 'name'],
        }),
  ])
  const callees = new Map<string, Callee>()
  for (const { _id, name, home = '', state, accountId } of people) {
    if (state === 'living') callees.set(_id, { name, home, withoutPhone: accountId === undefined })
  }
  for (const { ref, name } of workers)
    callees.set(`w-${ref}`, { name, home: '', withoutPhone: false })
  return callees
}
