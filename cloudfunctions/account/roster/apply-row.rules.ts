import type { ResidentDoc } from '../account.docs'
import { homeName } from '../places.rules'
import type { PlannedRow } from './import.docs'
import type { Change, KnownPeople, ListedPerson } from './roster-plan.rules'
import { planRow } from './roster-plan.rules'
import { type Mark, type RosterPerson } from './roster-rows.rules'
import { BASIS_OF_LIST } from './roster-words.text'

/** What to do with a row now, after people may have changed since it was planned. */
export type Step =
  | { do: 'nothing' }
  | { do: 'enter' }
  | { do: 'change'; changes: Change[] }
  /** Somebody changed the person meanwhile: theirs stands. */
  | { do: 'leave' }

/**
 * Plans the row anew and does what was planned, as long as nobody has touched the person since. A row
 * that says what is kept already needs nothing: it was applied before, or staff entered the same.
 */
export function nextStep(
  { plan: planned }: PlannedRow,
  row: ListedPerson,
  known: KnownPeople,
): Step {
  if (planned.kind === 'same') return { do: 'nothing' }
  const now = planRow(row, known)
  if (now.kind === 'same') return { do: 'nothing' }
  if (planned.kind === 'new') return now.kind === 'new' ? { do: 'enter' } : { do: 'leave' }
  const untouched =
    now.kind === 'changed' &&
    now.residentId === planned.residentId &&
    now.version === planned.version
  return untouched ? { do: 'change', changes: now.changes } : { do: 'leave' }
}

/** Who sets what is set, and when. */
export interface SetBy {
  ref: string
  at: number
}

/** What a row says of a new person, besides what is sealed. */
export function enteredFields(
  { name, key, relation = 'family', marks }: RosterPerson,
  household: { _id: string; home: string },
  by: SetBy,
): Pick<ResidentDoc, 'name' | 'homes' | 'home' | 'attributes' | 'rosterKey'> {
  const { _id: householdId, home } = household
  return {
    name,
    homes: [{ householdId, home, relation, since: by.at }],
    home,
    attributes: marks.filter(({ value }) => value).map((mark) => attributeOf(mark, undefined, by)),
    ...(key === undefined ? {} : { rosterKey: key }),
  }
}

/** The fields of a person that a row changes, besides what is sealed: each whole. */
export function changedFields(
  { name, key, room, relation, marks }: RosterPerson,
  changes: readonly Change[],
  resident: Pick<ResidentDoc, 'homes' | 'attributes'>,
  by: SetBy,
): Partial<Pick<ResidentDoc, 'name' | 'homes' | 'attributes' | 'rosterKey' | 'phoneVerified'>> {
  const home = homeName(room)
  const changed = marks.filter((mark) => changes.includes(`attributes.${mark.name}`))
  const others = resident.attributes.filter((kept) => !changed.some((m) => m.name === kept.name))
  const before = (mark: Mark) => resident.attributes.find((kept) => kept.name === mark.name)
  return {
    ...(changes.includes('name') ? { name } : {}),
    ...(changes.includes('rosterKey') && key !== undefined ? { rosterKey: key } : {}),
    ...(changes.includes('phone') ? { phoneVerified: false } : {}),
    ...(changes.includes('relation') && relation
      ? {
          homes: resident.homes.map((one) =>
            one.home === home && one.until === undefined ? { ...one, relation } : one,
          ),
        }
      : {}),
    ...(changed.length > 0
      ? { attributes: [...others, ...changed.map((m) => attributeOf(m, before(m), by))] }
      : {}),
  }
}

/** What stood there is kept where the row says nothing of it and means the same. */
function attributeOf(
  { name, value, basis, reviewDay }: Mark,
  before: ResidentDoc['attributes'][number] | undefined,
  { ref, at }: SetBy,
): ResidentDoc['attributes'][number] {
  const kept = before?.value === value ? before : undefined
  const review = reviewDay ?? kept?.reviewDay
  return {
    name,
    value,
    basis: basis ?? kept?.basis ?? BASIS_OF_LIST,
    setBy: ref,
    setAt: at,
    ...(review === undefined ? {} : { reviewDay: review }),
  }
}

/** The names of what a row gives of a new person, for the audit trail. */
export const fieldsOf = ({ phone, birthDay, relation, key, marks }: RosterPerson): string[] => [
  'name',
  'home',
  ...(phone === undefined ? [] : ['phone']),
  ...(birthDay === undefined ? [] : ['birthDay']),
  ...(relation === undefined ? [] : ['relation']),
  ...(key === undefined ? [] : ['rosterKey']),
  ...marks.filter(({ value }) => value).map(({ name }) => `attributes.${name}`),
]
