import type { PlaceLevel } from '../../types/contract/account-places'
import type {
  AttributeName,
  HelperRelation,
  HelpScope,
  HomeRelation,
  RoomGiven,
} from '../../types/contract/people'
import type { GivenRole } from '../../types/contract/role'
import type { Document } from '../shared/db'
import type { OutboxEntry } from '../shared/outbox'
import type { Tap } from '../shared/taps'

/** A place of the tree district > street > community > building > unit > room. */
export interface RegionDoc extends Document {
  level: PlaceLevel
  name: string
  /** Ids from the district to this place, joined by '/'. */
  path: string
  /** The path of the place above; '' for a district. */
  parent: string
  /** The names along the path, from the district to this place. */
  names: string[]
  /** `listKeyOf` its number and its id: the order among its neighbours. */
  listKey: string
  /** The service desk people can turn to. */
  office?: { name: string; phone: string; hours: string }
}

/** A home (户): the people who live in a room as one. */
export interface HouseholdDoc extends Document {
  communityId: string
  /** The community's path, as in every document of a community. */
  region: string
  /** The path of the room. */
  room: string
  /** The room as people say it, e.g. 3号楼2单元501室. */
  home: string
  /** The code that lets people join, if one was made. */
  codeId?: string
}

/** Someone lives, or lived, in a household. */
export interface ResidentHome {
  householdId: string
  /** The room as people say it. */
  home: string
  relation: HomeRelation
  since: number
  until?: number
}

/** What staff note of a person: with what it rests on, who set it, and when it is looked at again. */
export interface Attribute {
  name: AttributeName
  value: boolean
  basis: string
  /** `ref` of the account that set it. */
  setBy: string
  setAt: number
  reviewDay?: string
}

/** A person of a community, with or without WeChat. */
export interface ResidentDoc extends Document {
  communityId: string
  region: string
  name: string
  homes: ResidentHome[]
  /** The room of the first home not ended, as people say it; absent for someone who left. */
  home?: string
  /** Sealed (shared/sealed-fields.ts). */
  phone?: string | null
  phoneFind?: string | null
  phoneVerified: boolean
  /** Sealed: a calendar day. */
  birthDay?: string | null
  keyId?: string
  attributes: Attribute[]
  /** As in the account (shared/actor.ts): whoever acts for the person reads by them. */
  lists?: string[]
  /** The key of this person in the community's own list. */
  rosterKey?: string
  /** The WeChat account (openid) of the person. */
  accountId?: string
  /** The person entered the record by joining; see `isSelfEntered`. */
  selfEntered?: true
  state: 'living' | 'left' | 'dead' | 'merged'
  endedAt?: number
  mergedInto?: string
  /** Records that went into this one. */
  replaced?: string[]
  /** Since when the person's account has yet to follow this record; absent when it does. */
  behind?: number
  /** One more with each change: two who edit do not undo each other. */
  version: number
  taps: Tap[]
}

/** What a request leads to once it is approved: applied to the asker's account by whoever comes first. */
export interface RequestEntry extends OutboxEntry {
  kind: 'joined' | 'helps' | 'refused'
}

/** What changed in an account, of which somebody must still be told. */
export interface AccountEntry extends OutboxEntry {
  kind: 'helpingEnded' | 'roleGiven' | 'roleEnded'
  /** Of `helpingEnded`: which, and who ended it. */
  grantId?: string
  endedBy?: 'helper' | 'person'
  /** Of the others: which role, and where. */
  role?: GivenRole
  region?: string
}

/** Somebody waits to be let into a home (`join`), or to act for a resident (`help`). */
export interface RequestDoc extends Document {
  kind: 'join' | 'help'
  communityId: string
  region: string
  /** The asker's account (openid), and its `ref`. */
  accountId: string
  ref: string
  name: string
  /** Sealed. */
  phone?: string | null
  keyId?: string
  room: RoomGiven
  /** The room as people say it, with the community's name before it. */
  place: string
  relation: HomeRelation | HelperRelation
  /** For `help`: whom, by name; and the resident, once it is known who that is. */
  forName?: string
  scope?: HelpScope
  residentId?: string
  householdId?: string
  state: 'waiting' | 'approved' | 'refused' | 'withdrawn'
  /** For `help`: the six digits, sealed, how often they were tried, and until when they are good. */
  digits?: string | null
  tries: number
  expiresAt: number
  /** Why it was refused, in staff's words. */
  say?: string
  answeredAt?: number
  /** `ref` of whoever answered: staff, or the person themselves. */
  answeredBy?: string
  askedAt: number
  /** `listKeyOf` the time and the id. */
  listKey: string
  taps: Tap[]
  outbox: RequestEntry[]
}

/** What lets people in: a household's code, or an invitation to a role. `_id` is its public half. */
export interface CodeDoc extends Document {
  kind: 'household' | 'invitation'
  communityId?: string
  region: string
  /** The private half, sealed. */
  secret: string
  keyId?: string
  expiresAt: number
  /** Wrong tries on the day that runs. */
  tries: number
  day: string
  householdId?: string
  /** Of an invitation. */
  role?: GivenRole
  place?: string
  madeBy: string
  madeAt: number
  /** The tap that made it, which finds it again. */
  madeByTap: string
  endedAt?: number
  /** Of an invitation: the account (openid) that used it. */
  usedBy?: string
  usedAt?: number
}
