import { LIMITS } from '../../../../types/contract/limits'
import { AFTER_TEXT as TEXT } from './after.text'

/** How many stars, from 1 to 5. */
export const STARS = [5, 4, 3, 2, 1] as const
export type Stars = (typeof STARS)[number]

/** A rating as it is being made. `stars`: 0 while none are chosen; `chosen`: what was tapped, as it will be sent. */
export interface RatingDraft extends Record<string, string> {
  stars: string
  chosen: string
  typed: string
}

export const NOT_RATED: RatingDraft = { stars: '', chosen: '', typed: '' }

/** What was said before, to be changed: what was tapped then is words now. */
export const draftOf = (rating: { stars: number; words?: string | undefined }): RatingDraft => ({
  stars: String(rating.stars),
  chosen: '',
  typed: rating.words ?? '',
})

export const starsOf = ({ stars }: RatingDraft): Stars | undefined =>
  STARS.find((n) => String(n) === stars)

/** What may be tapped instead of typed: praise for many stars, complaints for few, both in between. */
export function choicesOf(stars: Stars): readonly string[] {
  if (stars >= 4) return TEXT.good
  return stars === 3 ? [...TEXT.good, ...TEXT.bad] : TEXT.bad
}

export const chosenOf = ({ chosen }: RatingDraft): string[] =>
  chosen === '' ? [] : chosen.split(TEXT.join)

/** Other stars: what was tapped goes where it is not offered with them. */
export function withStars(draft: RatingDraft, stars: Stars): RatingDraft {
  const offered = choicesOf(stars)
  const chosen = chosenOf(draft).filter((choice) => offered.includes(choice))
  return { ...draft, stars: String(stars), chosen: chosen.join(TEXT.join) }
}

/** How many characters may be typed beside what is tapped. */
export const typedRoom = ({ chosen }: RatingDraft): number =>
  LIMITS.ratingChars - (chosen === '' ? 0 : chosen.length + TEXT.join.length)

/** A choice taken, or taken back. One for which there is no room changes nothing. */
export function withChoice(draft: RatingDraft, choice: string): RatingDraft {
  const before = chosenOf(draft)
  const after = before.includes(choice)
    ? before.filter((one) => one !== choice)
    : [...before, choice]
  const next = { ...draft, chosen: after.join(TEXT.join) }
  return next.typed.trim().length <= typedRoom(next) ? next : draft
}

/** The words as they are sent; nothing where nothing was said. */
export function wordsOf(draft: RatingDraft): string | undefined {
  const parts = [...chosenOf(draft), draft.typed.trim()].filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts.join(TEXT.join)
}
