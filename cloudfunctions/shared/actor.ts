import type { HelperRelation, HelpScope, HomeRelation } from '../../types/contract/people'
import type { GivenRole } from '../../types/contract/role'
import { readCollection } from './db'
import type { Document } from './db'
import type { OutboxEntry } from './outbox'
import type { PersonRecord } from './person-record.docs'
import type { Tap } from './taps'

/** A home of the person, and who they are on its community's roster. */
export interface AccountHome {
  residentId: string
  householdId: string
  communityId: string
  /** Ids from district to community, joined by '/'. */
  region: string
  /** The room as people say it, e.g. 3号楼2单元501室. */
  home: string
  relation: HomeRelation
}

/** A role in a place. One taken back stays, with its end. */
export interface HeldRole {
  role: GivenRole
  /** Ids from the district to the place, joined by '/'. */
  region: string
  since: number
  until?: number
  /** `ref` of the account that gave it. */
  by: string
  /** The invitation it came by. */
  invitationId?: string
}

/**
 * The caller may act for a resident. It stands here and nowhere else, so that it is read with the caller
 * and ends in one update. One that ended stays, with its end, so that nothing late gives it again.
 */
export interface Grant {
  grantId: string
  residentId: string
  communityId: string
  region: string
  /** As the caller knows the person, and where they live. */
  name: string
  home: string
  relation: HelperRelation
  scope: HelpScope
  since: number
  until?: number
}

/** An erasure: when and by which tap it was asked for. */
export interface Erasure {
  at: number
  tapId: string
  parts: string[]
}

/** A WeChat identity; `_id` is the openid. */
export interface Account extends Document {
  /** A random name of this account for other documents and the audit trail: the openid stays here. */
  ref: string
  name: string
  roles: HeldRole[]
  homes: AccountHome[]
  grants: Grant[]
  /**
   * The home in use, repeated from `homes`: absent for those who live in no community here.
   */
  residentId?: string
  householdId?: string
  communityId?: string
  region?: string
  home?: string
  /** Sealed (sealed-fields.ts). */
  phone?: string | null
  phoneFind?: string | null
  keyId?: string
  phoneVerified?: boolean
  /** Audiences made of lists (shared/reader-keys.rules.ts) that the person stands on, the last 50. */
  lists?: string[]
  /** The request to join that waits or was refused last. */
  requestId?: string
  policy?: { version: string; at: number }
  /**
   * The person asked to be erased: what is left to do is done by that call, or by the ticker where it
   * died. `parts`: what there was, by the keys of personal-data.ts.
   */
  erasing?: Erasure
  /** It is done: nothing of the person is left here, under another `ref`. They may begin anew. */
  erased?: Erasure
  /** Commands are refused until then: more came than a person can tap. */
  floodedUntil?: number
  /** The last times they looked for somebody by name and number (lookups.ts), newest first. */
  lookups?: Tap[]
  taps: Tap[]
  outbox: OutboxEntry[]
}

/** Whose affairs a call is about: the caller's own, or those of the person acted for. */
export interface Subject {
  residentId: string
  communityId: string
  region: string
  name: string
  /** The room as people say it; absent where it is not known. */
  home?: string
  /** The person's record, where the call has read it already. */
  record?: PersonRecord
}

/** How a caller stands in for the subject; absent when it is themselves. */
export type ActsAs =
  | { kind: 'helper'; ref: string; grantId: string; relation: HelperRelation }
  | { kind: 'desk'; ref: string }

/** The role by which a caller may do this, and where they hold it. */
export interface Post {
  role: GivenRole
  region: string
  /** Of a role held in a community. */
  communityId?: string
}

const accounts = readCollection<Account>('accounts')

/** Loads the caller: one read, on every operation. */
export const loadAccount = (openid: string): Promise<Account | null> => accounts.find(openid)

/** An account as it begins, with nothing yet. */
export const newAccount = (openid: string, ref: string, name: string): Account => ({
  _id: openid,
  ref,
  name,
  roles: [],
  homes: [],
  grants: [],
  taps: [],
  outbox: [],
})
