import type { HomeRelation } from '../../types/contract/people'
import type { Attribute, HouseholdDoc, ResidentDoc, ResidentHome } from './account.docs'

const isLive = ({ until }: ResidentHome): boolean => until === undefined

/** The homes and the room in use, after ending some: for writing into the record. */
export function homesEnded(
  homes: readonly ResidentHome[],
  now: number,
  which: (home: ResidentHome) => boolean,
): { homes: ResidentHome[]; home: string | null } {
  const after = homes.map((home) =>
    isLive(home) && which(home) ? { ...home, until: now } : { ...home },
  )
  return { homes: after, home: after.find(isLive)?.home ?? null }
}

/**
 * What becomes of somebody's homes when staff write a room or a relation: another room takes the place of
 * the first one, which is kept with its end; the relation is that in the room in use.
 */
export function homesAfter(
  { homes }: Pick<ResidentDoc, 'homes'>,
  household: HouseholdDoc | undefined,
  relation: HomeRelation | undefined,
  now: number,
): { homes: ResidentHome[]; home: string } | Record<string, never> {
  const first = homes.find(isLive)
  if (!household || household._id === first?.householdId) {
    if (!first || relation === undefined) return {}
    return {
      homes: homes.map((home) => (home === first ? { ...home, relation } : { ...home })),
      home: first.home,
    }
  }
  const moved: ResidentHome = {
    householdId: household._id,
    home: household.home,
    relation: relation ?? first?.relation ?? 'family',
    since: now,
  }
  const others = homes.map((home) => (home === first ? { ...home, until: now } : { ...home }))
  return { homes: [moved, ...others], home: household.home }
}

/** The attributes after some were set: each with what it rests on, who set it and when. */
export function attributesAfter(
  before: readonly Attribute[],
  set: readonly {
    name: Attribute['name']
    value: boolean
    basis: string
    reviewDay?: string | undefined
  }[],
  setBy: string,
  setAt: number,
): Attribute[] {
  const given = set.map(({ name, value, basis, reviewDay }): Attribute => {
    return { name, value, basis, setBy, setAt, ...(reviewDay ? { reviewDay } : {}) }
  })
  return [...before.filter(({ name }) => !given.some((one) => one.name === name)), ...given]
}
