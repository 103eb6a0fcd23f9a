import { isFinal } from './audit-seal.rules'
import type { AuditFact, FactDoc, Head, HeadDoc } from './audit.docs'
import { _, readCollection } from './db'
import { pageOf } from './list-key.rules'

const facts = readCollection<FactDoc>('auditFacts')
const heads = readCollection<HeadDoc>('auditHeads')

/** Where in a list to go on (`next` of the page before), and how many. */
export interface Page {
  after?: string | undefined
  limit: number
}

/** A day's head; `final` once the day is over and nothing is added to it any more. */
export interface PublishedHead extends Head {
  final: boolean
}

/** The heads of a chain, newest day first. A day on which nothing was sealed has none. */
export async function listHeads(
  chain: string,
  { after, limit }: Page,
  now: number,
): Promise<{ items: PublishedHead[]; next?: string }> {
  const found = await heads.list({
    where: { chain, ...(after === undefined ? {} : { day: _.lt(after) }) },
    orderBy: [['day', 'desc']],
    limit: limit + 1,
  })
  return pageOf(
    found.map((head) => ({ ...head, listKey: head.day })),
    limit,
    ({ day, count, hash }) => ({ chain, day, count, hash, final: isFinal(day, now) }),
  )
}

/** What is shown of a fact; `sealed` once it stands in its chain. */
export interface FactView extends AuditFact {
  sealed: boolean
}

/** What was done with a person's data, under whichever of their records, and by whom; newest first. */
export function listFactsOf(
  residentIds: readonly string[],
  page: Page,
): Promise<{ items: FactView[]; next?: string }> {
  return listFacts({ whom: _.in([...residentIds]) }, page)
}

/** What was done in a region; newest first. */
export function listFactsBy(
  chain: string,
  page: Page,
): Promise<{ items: FactView[]; next?: string }> {
  return listFacts({ chain }, page)
}

async function listFacts(
  which: { whom: unknown } | { chain: string },
  { after, limit }: Page,
): Promise<{ items: FactView[]; next?: string }> {
  const found = await facts.list({
    where: { ...which, ...(after === undefined ? {} : { listKey: _.lt(after) }) },
    orderBy: [['listKey', 'desc']],
    limit: limit + 1,
  })
  return pageOf(found, limit, presentFact)
}

function presentFact({
  listKey: _listKey,
  waiting,
  sealedIn: _sealedIn,
  ...fact
}: FactDoc): FactView {
  return { ...fact, sealed: !waiting }
}
