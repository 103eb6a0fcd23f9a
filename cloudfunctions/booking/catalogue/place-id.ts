import { sha256 } from '../../shared/digest'

/** What the same words for a place always give: services that take place there have it in common. */
export const placeIdOf = (place: string): string =>
  `p${sha256(place.replace(/\s/g, '')).slice(0, 12)}`
