import type { Account, ActsAs, Subject } from '../shared/actor'
import type { CountersByMonth } from '../shared/counts.rules'
import { findHomeCounts } from '../shared/household-counts'
import type { PersonFacts } from '../shared/person-facts.rules'

/** A home, and what its people have used up together. */
export interface HomeCounts {
  householdId: string
  counts: CountersByMonth | undefined
}

interface Asking {
  actor: Account
  subject: Subject
  by?: ActsAs | undefined
}

/**
 * What the person's home has used up, read beside all else: whose home it is stands in the account that asks, or in the
 * grant by which it acts, or in the record that the desk has read already. Null where none of them says.
 */
export async function readHomeCounts(asking: Asking): Promise<HomeCounts | null> {
  const householdId = homeOf(asking)
  return householdId === undefined
    ? null
    : { householdId, counts: await findHomeCounts(householdId) }
}

function homeOf({ actor, subject, by }: Asking): string | undefined {
  if (subject.record)
    return subject.record.homes.find(({ until }) => until === undefined)?.householdId
  if (by?.kind === 'helper')
    return actor.grants.find(({ grantId }) => grantId === by.grantId)?.householdId
  return actor.residentId === subject.residentId ? actor.householdId : undefined
}

/** Only where it is the home that a booking would count for: who moved may be known elsewhere by their old one. */
export const sameHome = (
  home: HomeCounts | null,
  { householdId }: Pick<PersonFacts, 'householdId'>,
): CountersByMonth | undefined =>
  home && home.householdId === householdId ? home.counts : undefined
