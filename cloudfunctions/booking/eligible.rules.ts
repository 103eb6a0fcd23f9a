import type { WhoMayBook } from '../../types/contract/booking-terms'
import type { ErrorCode } from '../../types/contract/errors'
import { ageOn, type PersonFacts } from '../shared/person-facts.rules'

export type NotEligible = Extract<
  ErrorCode,
  'AGE_UNKNOWN' | 'TOO_YOUNG' | 'TOO_OLD' | 'GROUP_ONLY' | 'PLACE_ONLY'
>

/** Does anybody have to look at a person's birth day to know whether they may book? */
export const asksAge = ({ ageFrom, ageTo }: WhoMayBook): boolean =>
  ageFrom !== undefined || ageTo !== undefined

/** Why this person may not book a visit on that day, whoever asks for them; null when they may. */
export function decideEligible(
  who: WhoMayBook,
  { birthDay, attributes, places }: Omit<PersonFacts, 'householdId'>,
  day: string,
): NotEligible | null {
  if (who.places && !who.places.some((place) => places.includes(place))) return 'PLACE_ONLY'
  if (who.anyOf && who.anyOf.length > 0 && !who.anyOf.some((name) => attributes.includes(name)))
    return 'GROUP_ONLY'
  if (!asksAge(who)) return null
  if (birthDay === undefined) return 'AGE_UNKNOWN'
  const age = ageOn(birthDay, day)
  if (age < (who.ageFrom ?? 0)) return 'TOO_YOUNG'
  return age > (who.ageTo ?? Infinity) ? 'TOO_OLD' : null
}
