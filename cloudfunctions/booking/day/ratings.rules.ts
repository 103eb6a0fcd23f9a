import type { Rated } from '../../../types/contract/booking-visits'
import type { Verdict } from '../../shared/content-check'
import { dayOf } from '../../shared/time'
import type { BookingDoc, Rating } from '../booking.docs'
import { RATING_CHANGES_FOR } from './marks.rules'

/** A rating as whoever gave it sees it: with its words, held or not. */
export const presentRating = ({ stars, words, first }: Rating) => ({
  stars,
  ...(words === undefined ? {} : { words }),
  until: first + RATING_CHANGES_FOR,
})

/** The rating as it stands after the check; undefined where the words are refused. */
export function newRating(
  { stars, words, verdict }: { stars: number; words?: string | undefined; verdict: Verdict },
  first: number,
): Rating | undefined {
  if (words === undefined) return { stars, first }
  if (verdict === 'risky') return undefined
  // What nobody could check in time is for people to look at, as what the check was unsure of.
  return { stars, words, first, ...(verdict === 'pass' ? {} : { held: true }) }
}

/** What others see of it: no day, and words that are held only for those who decide. */
export function presentRated(
  {
    _id,
    serviceName,
    startsAt,
    rating,
  }: Pick<BookingDoc, '_id' | 'serviceName' | 'startsAt' | 'rating'>,
  { decides }: { decides: boolean },
): Rated[] {
  if (!rating) return []
  const { stars, words, held } = rating
  const read = words !== undefined && (!held || decides)
  return [
    {
      ratingId: _id,
      serviceName,
      month: dayOf(startsAt).slice(0, 7),
      stars,
      ...(read ? { words } : {}),
      ...(held && decides ? { held } : {}),
    },
  ]
}
