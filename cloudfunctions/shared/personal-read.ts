import type { CollectionName } from './collections'
import { _, type Document, readCollection } from './db'
import { keyRing } from './keys'
import { log } from './log'
import { type Finder, PERSONAL_COLLECTIONS, type PersonalPart, personalOf } from './personal-data'
import { allSealings, openField } from './sealed-fields'
import { together } from './together'

/** Everything that is held of one person, found as personal-data.ts declares. */

export interface Person {
  /** The account (openid). */
  accountId: string
  /** Their records, each in its community. */
  records: readonly { residentId: string; communityId: string }[]
}

export type Found = Document & Record<string, unknown>

/** The documents of one collection, with how they were found. */
export interface FoundIn {
  name: CollectionName
  by: Finder['by']
  docs: Found[]
}

/** The most that one request reads. */
const PAGE = 1_000

/** All documents about a person, collection by collection, with sealed fields opened. */
export async function readPerson(person: Person): Promise<FoundIn[]> {
  const found = await together(finders().map((one) => readAll(one, person)))
  return openSealed(found)
}

/** What is held of a person at all, by the parts that personal-data.ts names: whether each has a document. */
export async function partsHeld(person: Person): Promise<(PersonalPart & { key: string })[]> {
  const found = await together(finders().map((one) => readAll(one, person, ONLY_TO_TELL)))
  return found.flatMap(({ name, by, docs }) =>
    personalOf(name).parts.filter(
      (part) =>
        (part.by === undefined || part.by === by) &&
        docs.some((doc) => part.only === undefined || part.only(doc)),
    ),
  )
}

/** Enough to tell which parts there are. */
const ONLY_TO_TELL = { fields: ['selfEntered', 'rosterKey', 'attributes'], most: 20 }

interface Where {
  name: CollectionName
  finder: Finder
}

const finders = (): Where[] =>
  PERSONAL_COLLECTIONS.flatMap((name) =>
    personalOf(name).finders.map((finder) => ({ name, finder })),
  )

async function readAll(
  { name, finder }: Where,
  person: Person,
  some?: { fields: readonly string[]; most: number },
): Promise<FoundIn> {
  const docs: Found[] = []
  for (const where of filtersOf(finder, person)) {
    docs.push(...(await readOne(name, where, finder, some)))
  }
  return { name, by: finder.by, docs }
}

/** One filter that an index answers; of records in several communities one for each community. */
function filtersOf({ by, field, inCommunity }: Finder, { accountId, records }: Person) {
  if (by === 'account') return [{ [field]: accountId }]
  const isOf = (ids: readonly string[]) => ({ [field]: _.in([...ids]) })
  if (records.length === 0) return []
  if (!inCommunity) return [isOf(records.map(({ residentId }) => residentId))]
  return [...new Set(records.map(({ communityId }) => communityId))].map((communityId) => ({
    communityId,
    ...isOf(
      records.filter((one) => one.communityId === communityId).map(({ residentId }) => residentId),
    ),
  }))
}

async function readOne(
  name: CollectionName,
  where: Record<string, unknown>,
  { pagedBy }: Finder,
  some?: { fields: readonly string[]; most: number },
): Promise<Found[]> {
  const from = readCollection<Found>(name)
  if (some) return from.list({ where, limit: some.most, fields: some.fields })
  const docs: Found[] = []
  for (;;) {
    const last = docs.at(-1)
    const page = await from.list({
      where: pagedBy && last ? { ...where, [pagedBy]: _.gt(last[pagedBy]) } : where,
      ...(pagedBy ? { orderBy: [[pagedBy, 'asc'] as const] } : {}),
      limit: PAGE,
    })
    docs.push(...page)
    if (page.length < PAGE) return docs
    if (!pagedBy) throw new Error(`more of ${name} about one person than one page holds`)
  }
}

/** With the sealed fields of each document opened; one whose key is gone is left out. */
async function openSealed(found: readonly FoundIn[]): Promise<FoundIn[]> {
  const sealings = new Map(allSealings().map((sealing) => [sealing.name, sealing]))
  if (!found.some(({ name, docs }) => docs.length > 0 && sealings.has(name))) return [...found]
  const ring = await keyRing()
  return found.map(({ name, by, docs }) => {
    const sealing = sealings.get(name)
    if (!sealing) return { name, by, docs }
    const open = (doc: Found, field: string): string | null => {
      try {
        return openField(ring, sealing, doc, field)
      } catch {
        log('error', 'cannot be opened', { collection: name, field })
        return null
      }
    }
    const opened = (doc: Found): Found => ({
      ...doc,
      ...Object.fromEntries(sealing.sealed.map((field) => [field, open(doc, field)])),
    })
    return { name, by, docs: docs.map(opened) }
  })
}
