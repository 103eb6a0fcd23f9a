import { bareName } from '../places.rules'
import { findHeading } from './roster-heading.rules'
import type { Plan } from './roster-plan.rules'
import { type HeadingProblem, PROBLEM_TEXT } from './roster-problems.text'
import { faultOf, readRows, type RosterPerson, type RowFault } from './roster-rows.rules'
import type { SheetRow } from './sheet'

/** A file as a list of people: who stands in it, and what is wrong with the other rows. */
export interface RosterList {
  rows: number
  ignored: string[]
  people: RosterPerson[]
  faults: RowFault[]
}

/** Reads a whole file, or says why none of it can be taken over. */
export function readList(
  sheet: readonly SheetRow[],
  { today, buildings }: { today: string; buildings: readonly string[] },
): RosterList | HeadingProblem {
  const heading = findHeading(sheet)
  if (typeof heading === 'string') return heading
  const { people, faults } = readRows(heading.columns, heading.rows, today)
  const here = new Set(buildings.map((name) => bareName('building', name)))
  const isHere = ({ room }: RosterPerson) => here.has(room.building)
  const strays = people
    .filter((person) => !isHere(person))
    .map(({ line }) => faultOf(line, PROBLEM_TEXT.noBuildingHere, 'building'))
  return {
    rows: heading.rows.length,
    ignored: heading.ignored,
    people: people.filter(isHere),
    faults: byLine([...faults, ...strays]),
  }
}

export const byLine = (faults: RowFault[]): RowFault[] => faults.sort((a, b) => a.line - b.line)

/** How many rows have something wrong: one row may have several things. */
export const rowsWith = (faults: readonly RowFault[]): number =>
  new Set(faults.map(({ line }) => line)).size

/** What is to be counted and told of the plans for a list. */
export function summed(plans: readonly { line: number; plan: Plan }[]): {
  counts: Record<Plan['kind'], number>
  doubts: RowFault[]
} {
  const counts = { new: 0, changed: 0, same: 0, unsure: 0 }
  const doubts: RowFault[] = []
  for (const { line, plan } of plans) {
    counts[plan.kind]++
    if (plan.kind === 'unsure') doubts.push(faultOf(line, PROBLEM_TEXT[plan.doubt]))
  }
  return { counts, doubts }
}
