import type { KeyRing } from '../../shared/keys'
import type { ResidentDoc } from '../account.docs'
import type { PlannedRow } from './import.docs'
import type { Found } from './imports.store'
import { everybody, knownFrom } from './known.store'
import { byLine, type RosterList, rowsWith, summed } from './list.rules'
import {
  KnownPeople,
  type KnownPerson,
  type ListedPerson,
  type Plan,
  planRow,
} from './roster-plan.rules'
import type { RosterPerson } from './roster-rows.rules'

/** A row with what its phone is found by. */
export const listedWith = (ring: KeyRing, person: RosterPerson): ListedPerson => ({
  ...person,
  phoneFinds: person.phone === undefined ? [] : ring.findAny('phone', person.phone),
})

/** What applying a list would do to the people of the community as they are now. */
export async function planList(
  communityId: string,
  { rows, ignored, people, faults }: RosterList,
  ring: KeyRing,
): Promise<Found> {
  const listed = people.map((person) => listedWith(ring, person))
  const known = new KnownPeople(await comparable(communityId, listed, ring))
  const plans = listed.map((person) => ({ line: person.line, plan: planRow(person, known) }))
  const { counts, doubts } = summed(plans)
  return {
    rows,
    ignored,
    counts: { ...counts, bad: rowsWith(faults) },
    problems: byLine([...faults, ...doubts]),
    planned: plannedOf(
      people,
      plans.map(({ plan }) => plan),
    ),
  }
}

const plannedOf = (people: readonly RosterPerson[], plans: readonly Plan[]): PlannedRow[] =>
  people.flatMap((person, i) => {
    const plan = plans[i]
    return plan && plan.kind !== 'unsure' ? [{ person, plan }] : []
  })

/** Whoever has a name, a phone or a key of the list. Nobody else's data is opened. */
async function comparable(
  communityId: string,
  listed: readonly ListedPerson[],
  ring: KeyRing,
): Promise<KnownPerson[]> {
  const names = new Set(listed.map(({ name }) => name))
  const keys = new Set(listed.map(({ key }) => key))
  const phones = new Set(listed.flatMap(({ phoneFinds }) => phoneFinds))
  const concerned = ({ name, rosterKey, phoneFind }: ResidentDoc) =>
    names.has(name) ||
    (rosterKey !== undefined && keys.has(rosterKey)) ||
    (!!phoneFind && phones.has(phoneFind))
  const found: KnownPerson[] = []
  for await (const page of everybody(communityId)) {
    for (const resident of page) if (concerned(resident)) found.push(knownFrom(resident, ring))
  }
  return found
}
