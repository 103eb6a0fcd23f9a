import type { AttributeName } from '../../types/contract/people'

/** What is known of a person, as far as who may have something goes by it. */
export interface PersonFacts {
  /** '1952-03-02'; absent where nobody has noted it, or nobody asked. */
  birthDay?: string
  /** What staff noted of them. */
  attributes: readonly AttributeName[]
  householdId?: string
  /** The paths of the building and the unit where they live. */
  places: readonly string[]
}

/** Age in whole years on a day. Whoever was born on 29 February is a year older on 1 March. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4))
  return day.slice(5) >= birthDay.slice(5) ? years : years - 1
}
