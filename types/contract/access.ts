import type { GivenRole } from './role'

/**
 * Who may call an operation, over what, and whether for somebody else. Declared beside each operation;
 * `serve` holds every call to it before anything is loaded but the caller's account, and
 * docs/permissions.md is made from it.
 *
 * `dependents`: true when a helper may call it for someone who let them; otherwise the reason why not.
 * `desk`: whether staff may call it for somebody at the counter or on the phone.
 */
export interface Access<W extends Who = Who> {
  who: W
  /** For `role`: any one of these is enough. */
  roles: readonly GivenRole[]
  /**
   * For `role`: over the community the role is held in; or over the region that the input names
   * (`input.region`), which must lie within the role's own.
   */
  over: 'own' | 'community' | 'region'
  dependents: true | string
  desk: boolean
  /** A query that shows people's data by a role's power is written into the audit trail, as commands are. */
  traced: boolean
}

/**
 * `anyone` with a WeChat identity; a `member`, whom the program knows; a `resident` of a community; or
 * someone with a `role`.
 */
export type Who = 'anyone' | 'member' | 'resident' | 'role'

interface ForOthers {
  dependents: true | string
  /** As for dependents when left out. */
  desk?: boolean
}

const own = <W extends Who>(
  who: W,
  { dependents, desk = dependents === true }: ForOthers,
): Access<W> => ({
  who,
  roles: [],
  over: 'own',
  dependents,
  desk,
  traced: false,
})

/** Anyone with a WeChat identity, newcomers too. */
export const anyone = (others: ForOthers) => own('anyone', others)
/** Whoever has an account, with a home here or without. */
export const members = (others: ForOthers) => own('member', others)
/** Whoever lives in a community, over what is their own. */
export const residents = (others: ForOthers) => own('resident', others)

const BY_ROLE = 'A role’s power is not lent: whoever needs it is given the role.'

interface Powers {
  over: 'community' | 'region'
  /** For a query that shows people's data. */
  traced?: boolean
}

/** Whoever holds one of these roles there. */
export const holders = (
  roles: readonly GivenRole[],
  { over, traced = false }: Powers,
): Access<'role'> => ({
  who: 'role',
  roles,
  over,
  dependents: BY_ROLE,
  desk: false,
  traced,
})
