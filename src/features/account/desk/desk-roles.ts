import type { Role } from '../../../../types/contract/account'
import { GIVERS } from '../roles/roles.rules'

/** Who works with the people of a community. */
export const ROSTER_ROLES: readonly Role[] = ['staff', 'socialWorker']
/** Who answers for what is done in the community they work in. */
export const ANSWERING_ROLES: readonly Role[] = ['staff']
/** Whoever has something to do at the desk, volunteers their calls, providers their visits; the cloud decides again at each screen. */
export const DESK_ROLES: readonly Role[] = [
  ...new Set<Role>([...ROSTER_ROLES, ...ANSWERING_ROLES, ...GIVERS, 'volunteer', 'provider']),
]
