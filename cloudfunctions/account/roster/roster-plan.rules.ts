import type { AttributeName, HomeRelation } from '../../../types/contract/people'
import { homeName } from '../places.rules'
import type { RosterPerson } from './roster-rows.rules'

/** Somebody who is kept already, as far as a list can say the same or another thing of them. */
export interface KnownPerson {
  residentId: string
  name: string
  /** Homes not ended. */
  homes: readonly { home: string; relation: HomeRelation }[]
  /** The column that the phone is found by, and whether the person proved that it is theirs. */
  phoneFind?: string | null
  phoneVerified: boolean
  birthDay?: string | null
  attributes: readonly {
    name: AttributeName
    value: boolean
    basis: string
    reviewDay?: string
  }[]
  rosterKey?: string
  /** Has a WeChat account of their own. */
  joined: boolean
  living: boolean
  version: number
}

/** A row with what its phone would be found by, under every key of the ring. */
export interface ListedPerson extends RosterPerson {
  phoneFinds: readonly string[]
}

export type Change =
  'name' | 'phone' | 'birthDay' | 'relation' | 'rosterKey' | `attributes.${AttributeName}`

/** Why staff must look at a row first. */
export type Doubt = 'gone' | 'moved' | 'otherKey' | 'twoAlike' | 'alikeElsewhere'

/** What applying a row does. */
export type Plan =
  | { kind: 'new' }
  | { kind: 'same'; residentId: string; version: number }
  | { kind: 'changed'; residentId: string; version: number; changes: Change[] }
  | { kind: 'unsure'; doubt: Doubt }

/** People by what a row can be compared with. */
export class KnownPeople {
  private readonly byKey = new Map<string, KnownPerson>()
  private readonly byName = new Map<string, KnownPerson[]>()
  private readonly byPhone = new Map<string, KnownPerson[]>()

  constructor(people: Iterable<KnownPerson>) {
    for (const person of people) {
      if (person.rosterKey !== undefined) this.byKey.set(person.rosterKey, person)
      if (!person.living) continue
      push(this.byName, person.name, person)
      if (person.phoneFind) push(this.byPhone, person.phoneFind, person)
    }
  }

  withKey = (key: string): KnownPerson | undefined => this.byKey.get(key)
  called = (name: string): readonly KnownPerson[] => this.byName.get(name) ?? []
  withPhone = (finds: readonly string[]): readonly KnownPerson[] =>
    finds.flatMap((find) => this.byPhone.get(find) ?? [])
}

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/**
 * What a row does to those who are kept. A person is known by the list's own key; without one, by name
 * and room, and by the day of birth where two in a room have that name. Whoever only looks like somebody
 * else is left to staff: two records of one person are easier to prevent than to merge.
 */
export function planRow(row: ListedPerson, known: KnownPeople): Plan {
  const home = homeName(row.room)
  const keyed = row.key === undefined ? undefined : known.withKey(row.key)
  if (keyed) {
    if (!keyed.living) return unsure('gone')
    if (!keyed.homes.some((one) => one.home === home)) return unsure('moved')
    return compare(row, keyed, home)
  }
  const inRoom = known.called(row.name).filter(({ homes }) => homes.some((h) => h.home === home))
  const maybe = inRoom.filter(({ birthDay }) => !differ(row.birthDay, birthDay))
  const exact = maybe.filter(({ birthDay }) => row.birthDay && birthDay === row.birthDay)
  const [one, ...others] = exact.length > 0 ? exact : maybe
  if (one && others.length > 0) return unsure('twoAlike')
  if (one) {
    const { rosterKey } = one
    const otherKey = row.key !== undefined && rosterKey !== undefined && rosterKey !== row.key
    return otherKey ? unsure('otherKey') : compare(row, one, home)
  }
  return looksLikeSomebody(row, known) ? unsure('alikeElsewhere') : { kind: 'new' }
}

const unsure = (doubt: Doubt): Plan => ({ kind: 'unsure', doubt })

/** Both are known, and not the same. */
const differ = (a: string | null | undefined, b: string | null | undefined): boolean =>
  !!a && !!b && a !== b

/** Two of name, day of birth and phone are somebody's: a move, or a name mended. */
function looksLikeSomebody(row: ListedPerson, known: KnownPeople): boolean {
  const sameDay = ({ birthDay }: KnownPerson) => !!birthDay && birthDay === row.birthDay
  const samePhone = ({ phoneFind }: KnownPerson) =>
    !!phoneFind && row.phoneFinds.includes(phoneFind)
  return (
    known
      .called(row.name)
      .some((one) => !differ(row.birthDay, one.birthDay) && (sameDay(one) || samePhone(one))) ||
    known.withPhone(row.phoneFinds).some(sameDay)
  )
}

function compare(row: ListedPerson, known: KnownPerson, home: string): Plan {
  const { residentId, version } = known
  const changes = changesOf(row, known, home)
  return changes.length > 0
    ? { kind: 'changed', residentId, version, changes }
    : { kind: 'same', residentId, version }
}

/** What a row says differently. An empty cell says nothing; what a person proved or said themselves stands. */
function changesOf(row: ListedPerson, known: KnownPerson, home: string): Change[] {
  const relation = known.homes.find((one) => one.home === home)?.relation
  const changes: Change[] = []
  if (row.name !== known.name) changes.push('name')
  if (row.key !== undefined && row.key !== known.rosterKey) changes.push('rosterKey')
  if (row.phone && !known.phoneVerified && !row.phoneFinds.includes(known.phoneFind ?? '')) {
    changes.push('phone')
  }
  if (row.birthDay && row.birthDay !== known.birthDay) changes.push('birthDay')
  if (row.relation && !known.joined && row.relation !== relation) changes.push('relation')
  for (const { name, value, basis, reviewDay } of row.marks) {
    const kept = known.attributes.find((attribute) => attribute.name === name)
    // That somebody is not what nobody said they were is no news.
    const differs = kept
      ? kept.value !== value ||
        (basis !== undefined && kept.basis !== basis) ||
        (reviewDay !== undefined && kept.reviewDay !== reviewDay)
      : value
    if (differs) changes.push(`attributes.${name}`)
  }
  return changes
}
