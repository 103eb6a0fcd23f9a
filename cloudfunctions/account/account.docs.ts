import type { Document } from '../shared/db'

/** A place of the tree district > street > community > building. */
export interface RegionDoc extends Document {
  level: 'district' | 'street' | 'community' | 'building'
  name: string
  /** Ids from district to this place, joined by '/'. */
  path: string
  /** The names along the path, from the district to this place. */
  names: string[]
  /** The service desk people can turn to. */
  office?: { name: string; phone: string; hours: string }
}

/** A home (户). */
export interface HouseholdDoc extends Document {
  communityId: string
  region: string
  buildingId: string
  unit: number
  room: string
  residentIds: string[]
}

/** A person of a community, with or without WeChat. */
export interface ResidentDoc extends Document {
  communityId: string
  region: string
  householdId: string
  name: string
  birthDay: string
  livesAlone: boolean
}
