import type { GivenRole } from './role'

/**
 * Who may call an operation, over what, and whether for somebody else. Declared beside each operation;
 * `serve` holds every call to it before anything is loaded but the caller's account, and
 * docs/permissions.md is made from it.
 *
 * `dependents`: true when a helper may call it for someone who let them, and the desk for a caller;
 * otherwise the reason why not.
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
  /** A query that shows people's data by a role's power is written into the audit trail, as commands are. */
  traced: boolean
}

/**
 * `anyone` with a WeChat identity; a `member`, whom the program knows; a `resident` of a community; or
 * someone with a `role`.
 */
export type Who = 'anyone' | 'member' | 'resident' | 'role'

type Dependents = { dependents: true | string }

const own = <W extends Who>(who: W, { dependents }: Dependents): Access<W> => ({
  who,
  roles: [],
  over: 'own',
  dependents,
  traced: false,
})

/** Anyone with a WeChat identity, newcomers too. */
export const anyone = (dependents: Dependents) => own('anyone', dependents)
/** Whoever has an account, with a home here or without. */
export const members = (dependents: Dependents) => own('member', dependents)
/** Whoever lives in a community, over what is their own. */
export const residents = (dependents: Dependents) => own('resident', dependents)

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
): Access<'role'> => ({ who: 'role', roles, over, dependents: BY_ROLE, traced })
