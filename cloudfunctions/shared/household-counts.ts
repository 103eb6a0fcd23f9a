import { countChange, countRoom, forgetCounts } from './counts'
import { addTo, type CountersByMonth, type Counts, passedBy, totalOf } from './counts.rules'
import { _, collection, type Document } from './db'
import type { Claim, Diary } from './diary.rules'
import { together } from './together'

/**
 * What the people of one home use up together of limits that hold for a household; `_id` is the householdId. The
 * claim in a person's diary is made first and says what is counted here, so that whoever ends the claim ends this
 * too.
 */
export interface HouseholdCountsDoc extends Document {
  communityId: string
  /** What has been counted, by the name that the claim gives it: each once. */
  holds: { id: string; at: number }[]
  counts: CountersByMonth
}

const households = collection<HouseholdCountsDoc>('householdCounts')

/** What one claim counts for in its household. */
export type Share = NonNullable<Claim['household']>

/** The oldest are forgotten: one home has fewer visits ahead. */
const HOLDS_KEPT = 400

interface Counting {
  communityId: string
  limits: Counts
  now: number
  /** The home's counters are known to be there (`hasCounted`). */
  begun: boolean
}

/** Has this person's home used up anything before, as far as their diary remembers? Then its counters are there. */
export const hasCounted = ({ kept, ended }: Diary, householdId: string): boolean =>
  [...kept, ...ended].some(({ household }) => household?.householdId === householdId)

/**
 * Counts these shares of one household, each once; answers the names of those for which there was room. Where the
 * counters may not be there yet, they are begun with the shares in them while the shares are added to those that are:
 * each share is counted by its name, so that of the two only one comes to something.
 */
export async function takeShares(shares: readonly Share[], by: Counting): Promise<Set<string>> {
  const [first] = shares
  const names = shares.map(({ hold }) => hold)
  if (!first) return new Set()
  const counted = await together([
    count(shares, by),
    by.begun || !fits(shares, by) ? Promise.resolve(false) : begin(shares, by),
  ])
  if (counted.includes(true)) return new Set(names)
  const doc = await households.find(first.householdId)
  if (!doc && (await begin(shares, by))) return new Set(names)
  const taken = new Set(doc?.holds.map(({ id }) => id))
  for (const share of shares) {
    // There may be room for some, or by now for all.
    const room = passedBy(doc?.counts, share.counts, by.limits) === undefined
    if (!taken.has(share.hold) && room && (await count([share], by))) taken.add(share.hold)
  }
  return taken
}

const fits = (shares: readonly Share[], { limits }: Counting): boolean =>
  passedBy(undefined, totalOf(shares.map(({ counts }) => counts)), limits) === undefined

/** The first that a home uses up; false where others came first, or there is not room for all of it. */
async function begin(shares: readonly Share[], by: Counting): Promise<boolean> {
  const [first] = shares
  if (!first) return true
  const { communityId, now } = by
  const counted = fits(shares, by) ? shares : []
  const doc = {
    _id: first.householdId,
    communityId,
    holds: counted.map(({ hold }) => ({ id: hold, at: now })),
    counts: addTo(undefined, totalOf(counted.map(({ counts }) => counts))),
  }
  return (await households.insert(doc)) === 'inserted' && counted.length > 0
}

async function count(shares: readonly Share[], { limits, now }: Counting): Promise<boolean> {
  const [first] = shares
  if (!first) return true
  const counts = totalOf(shares.map((share) => share.counts))
  const ids = shares.map(({ hold }) => hold)
  return households.updateOne(
    first.householdId,
    { 'holds.id': _.nin(ids), ...countRoom(counts, limits) },
    {
      holds: _.push({ each: ids.map((id) => ({ id, at: now })), slice: -HOLDS_KEPT }),
      ...countChange(counts, 1),
      ...forgetCounts(now),
    },
  )
}

/** What ended claims counted for is free again. Safe to repeat. */
export async function giveSharesBack(claims: readonly Pick<Claim, 'household'>[]): Promise<void> {
  await together(
    claims.flatMap(({ household }) =>
      household
        ? [
            households.updateOne(
              household.householdId,
              { 'holds.id': household.hold },
              { holds: _.pull({ id: household.hold }), ...countChange(household.counts, -1) },
            ),
          ]
        : [],
    ),
  )
}

/** Whether a share is counted. */
export async function holdsShare({ householdId, hold }: Share): Promise<boolean> {
  const doc = await households.find(householdId)
  return doc?.holds.some(({ id }) => id === hold) ?? false
}

/** What the people of a home have used up, for what is shown before the tap; nothing where that is nothing yet. */
export async function findHomeCounts(householdId: string): Promise<CountersByMonth | undefined> {
  return (await households.find(householdId))?.counts
}
