import { countChange, countRoom, forgetCounts } from './counts'
import { addTo, type CountersByMonth, type Counts, passedBy, totalOf } from './counts.rules'
import { _, collection, type Document } from './db'
import type { Claim } from './diary.rules'
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
}

/** Counts these shares of one household, each once; answers the names of those for which there was room. */
export async function takeShares(shares: readonly Share[], by: Counting): Promise<Set<string>> {
  const [first] = shares
  if (!first || (await count(shares, by))) return new Set(shares.map(({ hold }) => hold))
  const doc = await households.find(first.householdId)
  if (!doc && (await begin(shares, by))) return new Set(shares.map(({ hold }) => hold))
  const taken = new Set(doc?.holds.map(({ id }) => id))
  for (const share of shares) {
    // There is no room for the only one, as was seen; of several there may be for some.
    const again = !doc || shares.length > 1
    if (!taken.has(share.hold) && again && (await count([share], by))) taken.add(share.hold)
  }
  return taken
}

/** The first that a home uses up; false where others came first, or there is not room for all of it. */
async function begin(shares: readonly Share[], { communityId, limits, now }: Counting) {
  const [first] = shares
  const counts = totalOf(shares.map((share) => share.counts))
  const fits = passedBy(undefined, counts, limits) === undefined
  if (!first) return true
  const doc = {
    _id: first.householdId,
    communityId,
    holds: fits ? shares.map(({ hold }) => ({ id: hold, at: now })) : [],
    counts: fits ? addTo(undefined, counts) : {},
  }
  return (await households.insert(doc)) === 'inserted' && fits
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
