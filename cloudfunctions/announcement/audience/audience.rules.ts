import type { Audience } from '../../../types/contract/announcement-content'
import { FIELD_TEXT } from '../../../types/contract/fields.text'
import { LIMITS } from '../../../types/contract/limits'
import type { AttributeName } from '../../../types/contract/people'
import type { GivenRole } from '../../../types/contract/role'
import { covers } from '../../shared/access.rules'
import { listKeyOfAudience, placesOfHousehold, roleKey } from '../../shared/reader-keys.rules'

/** Whom an announcement is for: as keys, and person by person. */

/** Sentences by the field of the audience that must be mended, e.g. `{ places: '…' }`. */
export type AudienceFaults = Partial<Record<keyof Audience, string>>

/** Is it for some of those who live there, so that the ticker must find out who they are? */
export const isResolved = ({ ages, livesAlone, people }: Audience): boolean =>
  ages !== undefined || livesAlone === true || people !== undefined

/**
 * The keys by which its readers find an announcement (shared/reader-keys.rules.ts), or what is wrong with its
 * audience. `region` is where it is published: nobody outside is addressed.
 */
export function compileAudience(
  audience: Audience,
  { announcementId, region }: { announcementId: string; region: string },
): { keys: string[] } | { faults: AudienceFaults } {
  const faults = faultsOf(audience, region)
  if (Object.keys(faults).length > 0) return { faults }
  if (isResolved(audience)) return { keys: [listKeyOfAudience(announcementId)] }
  const places = widest(audience.places)
  const keys = audience.roles
    ? places.flatMap((place) => rolesOf(audience).map((role) => roleKey(role, place)))
    : places
  if (keys.length > LIMITS.audienceKeys) return { faults: { places: FIELD_TEXT.tooManyPlaces } }
  return { keys }
}

function faultsOf({ places, ages }: Audience, region: string): AudienceFaults {
  const { from = 0, to = Infinity } = ages ?? {}
  return {
    ...(places.every(isAddressable) ? {} : { places: FIELD_TEXT.chooseAgain }),
    ...(places.every((place) => covers(region, place)) ? {} : { places: FIELD_TEXT.outsideRegion }),
    ...(from > to ? { ages: FIELD_TEXT.ageOrder } : {}),
  }
}

const rolesOf = ({ roles = [] }: Audience): GivenRole[] => [...new Set(roles)]

/** Without the places that lie in another one of them, or stand there twice. */
const widest = (places: readonly string[]): string[] =>
  [...new Set(places)].filter(
    (place) => !places.some((other) => other !== place && covers(other, place)),
  )

/**
 * Is it a district, a street, a community, or a building or a unit by the id that its homes lead to
 * (account/places.rules.ts)? A single room is nobody's key.
 */
export function isAddressable(path: string): boolean {
  const [, , community, building, unit, ...more] = path.split('/')
  if (path === '*' || more.length > 0) return false
  return (
    (building === undefined || building.startsWith(`${String(community)}-b`)) &&
    (unit === undefined || unit.startsWith(`${String(building)}-u`))
  )
}

/** The community that a place is or lies in; undefined for a street or a district. */
export function communityOfPlace(place: string): string | undefined {
  const ids = place.split('/')
  return ids.length < 3 ? undefined : ids.slice(0, 3).join('/')
}

/** What of somebody it goes by whether something is for them. */
export interface Person {
  /** Of somebody with a record here; such a person lives in `region`, the community. */
  residentId?: string | undefined
  region?: string | undefined
  /** The homes they live in now. */
  householdIds: readonly string[]
  /** '1941-03-05'; absent or null where it is not known, or does not matter. */
  birthDay?: string | null | undefined
  /** What holds for them now. */
  attributes: readonly AttributeName[]
  /** The roles they hold now, and where. */
  roles: readonly { role: GivenRole; region: string }[]
}

/**
 * Is an announcement for this person? `day` is the day on which ages count, that of publishing. Whoever only
 * works in one of the places may read what is for the whole of it, and is not meant by it.
 */
export function isAddressed(person: Person, audience: Audience, day: string): boolean {
  const { ages, livesAlone, people } = audience
  if (people && !(person.residentId !== undefined && people.includes(person.residentId)))
    return false
  if (livesAlone && !person.attributes.includes('livesAlone')) return false
  if (ages && !isBetween(person.birthDay, ages, day)) return false
  return audience.roles ? worksThere(person, audience) : livesThere(person, audience.places)
}

const worksThere = ({ roles }: Person, audience: Audience): boolean =>
  roles.some(
    ({ role, region }) =>
      rolesOf(audience).includes(role) && audience.places.some((place) => covers(place, region)),
  )

function livesThere({ region, householdIds }: Person, places: readonly string[]): boolean {
  if (region === undefined || householdIds.length === 0) return false
  const paths = [region, ...householdIds.flatMap((id) => placesOfHousehold(region, id))]
  return places.some((place) => paths.some((path) => covers(place, path)))
}

function isBetween(
  birthDay: string | null | undefined,
  { from = 0, to = Infinity }: NonNullable<Audience['ages']>,
  day: string,
): boolean {
  if (!birthDay) return false
  const age = ageOn(birthDay, day)
  return age >= from && age <= to
}

/** Full years on a calendar day; whoever was born on 29 February is a year older on 1 March. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4))
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years
}
