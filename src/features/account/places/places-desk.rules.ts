import type { Me, Role } from '../../../../types/contract/account'
import type { Place, PlaceLevel } from '../../../../types/contract/account-places'

/** Who keeps the places of the region they work in. */
export const PLACE_ROLES: readonly Role[] = [
  'staff',
  'streetOfficer',
  'districtOfficer',
  'administrator',
]

/** The region of whoever works for the whole environment. */
export const EVERYWHERE = '*'

/** The regions whose places somebody keeps. */
export const keptBy = ({ posts }: Pick<Me, 'posts'>): string[] => [
  ...new Set(posts.filter(({ role }) => PLACE_ROLES.includes(role)).map(({ region }) => region)),
]

/** The region around one; districts lie in `*`. */
export const regionAround = (region: string): string =>
  region.includes('/') ? region.slice(0, region.lastIndexOf('/')) : EVERYWHERE

/** What can be added in a place: rooms come with the roster and with those who join. */
export function levelBelow(level: PlaceLevel | undefined): PlaceLevel | undefined {
  const LEVELS: readonly PlaceLevel[] = ['district', 'street', 'community', 'building', 'unit']
  return level === undefined ? LEVELS[0] : LEVELS[LEVELS.indexOf(level) + 1]
}

/** People turn to the desk of a district, a street or a community. */
export const hasOffice = (level: PlaceLevel): boolean =>
  level === 'district' || level === 'street' || level === 'community'

/** What is typed of a place. */
export interface PlaceTyped {
  name: string
  officeName: string
  officePhone: string
  officeHours: string
}

export const typedOf = (place: Place | undefined): PlaceTyped => ({
  name: place?.name ?? '',
  officeName: place?.office?.name ?? '',
  officePhone: place?.office?.phone ?? '',
  officeHours: place?.office?.hours ?? '',
})

/** Which field is missing: a name always, and of a desk all or nothing. */
export function missingOf(typed: PlaceTyped, level: PlaceLevel): keyof PlaceTyped | undefined {
  if (typed.name.trim() === '') return 'name'
  const office = ['officeName', 'officePhone', 'officeHours'] as const
  if (!hasOffice(level) || office.every((field) => typed[field].trim() === '')) return undefined
  return office.find((field) => typed[field].trim() === '')
}

/** The desk as it is sent; none where nothing was typed. */
export const officeOf = ({ officeName, officePhone, officeHours }: PlaceTyped) =>
  officeName.trim() === ''
    ? {}
    : { office: { name: officeName, phone: officePhone, hours: officeHours } }

/** A list once a place was added to it or changed in it. */
export const withPlace = (places: readonly Place[], saved: Place): Place[] =>
  places.some(({ placeId }) => placeId === saved.placeId)
    ? places.map((one) => (one.placeId === saved.placeId ? saved : one))
    : [...places, saved]
