import type { Account, Subject } from '../shared/actor'
import type { CountersByMonth } from '../shared/counts.rules'
import { findHomeCounts } from '../shared/household-counts'
import type { PersonFacts } from '../shared/person-facts.rules'

/** A home, and what its people have used up together. */
export interface HomeCounts {
  householdId: string
  counts: CountersByMonth | undefined
}

/**
 * What the person's home has used up, read beside all else: whose home it is stands in the account that asks, or in the
 * record of the person it acts for, which serve has read with the account. Null where neither says.
 */
export async function readHomeCounts(asking: {
  actor: Account
  subject: Subject
}): Promise<HomeCounts | null> {
  const householdId = homeOf(asking)
  return householdId === undefined
    ? null
    : { householdId, counts: await findHomeCounts(householdId) }
}

function homeOf({ actor, subject }: { actor: Account; subject: Subject }): string | undefined {
  if (subject.record)
    return subject.record.homes.find(({ until }) => until === undefined)?.householdId
  return actor.residentId === subject.residentId ? actor.householdId : undefined
}

/** Only where it is the home that a booking would count for: who moved may be known elsewhere by their old one. */
export const sameHome = (
  home: HomeCounts | null,
  { householdId }: Pick<PersonFacts, 'householdId'>,
): CountersByMonth | undefined =>
  home && home.householdId === householdId ? home.counts : undefined
