import type { Access } from '../../types/contract/access'
import type { ErrorCode } from '../../types/contract/errors'
import type { HelpScope } from '../../types/contract/people'
import type { GivenRole } from '../../types/contract/role'
import type { Account, ActsAs, Grant, HeldRole, Post, Subject } from './actor'

/** What a call says of itself, as far as permission goes by it. */
export interface Asked {
  /** The function's name, e.g. `booking`. */
  feature: string
  onBehalfOf?: string | undefined
  /** The region path the role is used in. */
  at?: string | undefined
  /** The region path that the input names. */
  region?: string | undefined
  now: number
}

/** What a caller may go on with. */
export interface Standing {
  subject: Subject | null
  by?: ActsAs
  post?: Post
  /** The desk acts for this resident of its community, whose record is still to be read. */
  desk?: { residentId: string }
  /** The caller named this place, below the one their role is held in: that it lies there is still to be seen. */
  named?: string
}

type Refused = Extract<
  ErrorCode,
  'NOT_JOINED' | 'NOT_ALLOWED' | 'NOT_FOR_OTHERS' | 'NOT_THEIR_HELPER'
>

/** What a helper of each scope may use. */
const FEATURES: Record<HelpScope, readonly string[] | 'all'> = {
  everything: 'all',
  booking: ['account', 'home', 'booking', 'directory'],
}

/** Roles that stand at the desk, and act for whoever comes or calls. */
const AT_THE_DESK: readonly GivenRole[] = ['staff', 'socialWorker']

/** The region of a role that is held over the whole environment. */
export const EVERYWHERE = '*'

/** Does a region take in a place? Every place takes in itself. */
export const covers = (region: string, place: string): boolean =>
  region === EVERYWHERE || place === region || place.startsWith(`${region}/`)

/** Those that have not ended. */
export const liveRoles = (roles: readonly HeldRole[], now: number): HeldRole[] =>
  roles.filter(({ until }) => until === undefined || until > now)

export const liveGrants = (grants: readonly Grant[], now: number): Grant[] =>
  grants.filter(({ until }) => until === undefined || until > now)

/** Whether this caller may make this call, and as whom. Decided from the caller's account alone. */
export function decideAccess(
  access: Access,
  account: Account | null,
  asked: Asked,
): Standing | Refused {
  if (asked.onBehalfOf !== undefined) return decideForAnother(access, account, asked)
  if (access.who === 'anyone') return { subject: subjectOf(account) }
  if (!account) return 'NOT_JOINED'
  switch (access.who) {
    case 'member':
      return { subject: subjectOf(account) }
    case 'resident': {
      const subject = subjectOf(account)
      if (subject) return { subject }
      // Whoever works here has not forgotten to join: it is only not for them.
      return liveRoles(account.roles, asked.now).length > 0 ? 'NOT_ALLOWED' : 'NOT_JOINED'
    }
    case 'role': {
      const post = postFor(access, account, asked)
      if (!post) return 'NOT_ALLOWED'
      // Over a region, it is the input that names the place.
      const place = access.over === 'region' ? (asked.region ?? post.region) : post.region
      const own = account.roles.some(({ region }) => region === place)
      return { subject: null, post, ...(own ? {} : { named: place }) }
    }
  }
}

/** The caller's own affairs, if they live in a community. */
export function subjectOf(account: Account | null): Subject | null {
  if (!account?.residentId || !account.communityId || !account.region) return null
  const { residentId, communityId, region, name, home } = account
  return { residentId, communityId, region, name, ...(home ? { home } : {}) }
}

function decideForAnother(
  access: Access,
  account: Account | null,
  { feature, onBehalfOf = '', at, now }: Asked,
): Standing | Refused {
  if (access.dependents !== true && !access.desk) return 'NOT_FOR_OTHERS'
  if (!account) return 'NOT_THEIR_HELPER'
  const grant = liveGrants(account.grants, now).find(({ residentId }) => residentId === onBehalfOf)
  if (grant) {
    if (access.dependents !== true) return 'NOT_FOR_OTHERS'
    const features = FEATURES[grant.scope]
    if (features !== 'all' && !features.includes(feature)) return 'NOT_THEIR_HELPER'
    const { residentId, communityId, region, name, home, grantId, relation } = grant
    return {
      subject: { residentId, communityId, region, name, home },
      by: { kind: 'helper', ref: account.ref, grantId, relation },
    }
  }
  if (!access.desk) return 'NOT_THEIR_HELPER'
  const post = findPost(AT_THE_DESK, account, at, now)
  if (!post?.communityId) return 'NOT_THEIR_HELPER'
  return {
    subject: null,
    post,
    by: { kind: 'desk', ref: account.ref },
    desk: { residentId: onBehalfOf },
  }
}

/** The role this call can be made by, over what its access says. */
function postFor(
  { roles, over }: Access,
  account: Account,
  { at, region, now }: Asked,
): Post | undefined {
  if (over === 'community') {
    const post = findPost(roles, account, at, now)
    return post?.communityId === undefined ? undefined : post
  }
  if (region === undefined) return undefined
  const held = liveRoles(account.roles, now).filter(({ role }) => roles.includes(role))
  const found = held.find((one) => covers(one.region, region))
  return found && postOf(found)
}

/** A role held in the region named, or the first one held at all. */
function findPost(
  roles: readonly GivenRole[],
  account: Account,
  at: string | undefined,
  now: number,
): Post | undefined {
  const held = liveRoles(account.roles, now).filter(({ role }) => roles.includes(role))
  const here = at === undefined ? held : held.filter(({ region }) => covers(region, at))
  const found = here.find(({ region }) => levelOf(region) === 'community') ?? here[0]
  if (!found) return undefined
  // Whoever stands above a community may use the role in one below, by naming it.
  const place = at !== undefined && levelOf(at) === 'community' ? at : found.region
  return postOf({ role: found.role, region: place })
}

const postOf = ({ role, region }: Pick<HeldRole, 'role' | 'region'>): Post => ({
  role,
  region,
  ...(levelOf(region) === 'community' ? { communityId: lastOf(region) } : {}),
})

const LEVELS = ['district', 'street', 'community', 'building', 'unit', 'room'] as const

/** What kind of place a region path leads to; undefined for EVERYWHERE. */
export const levelOf = (region: string): (typeof LEVELS)[number] | undefined =>
  region === EVERYWHERE ? undefined : LEVELS[region.split('/').length - 1]

/** The id of the place a region path leads to. */
export const lastOf = (region: string): string => region.slice(region.lastIndexOf('/') + 1)
