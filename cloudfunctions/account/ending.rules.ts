import type { GivenRole } from '../../types/contract/role'
import { covers } from '../shared/access.rules'
import type { Grant, HeldRole } from '../shared/actor'

/** Roles that somebody has because they live there, and not because they work there. */
const OF_NEIGHBOURS: readonly GivenRole[] = [
  'volunteer',
  'ownersCommittee',
  'assemblyRepresentative',
]

/** Does a role end when its holder leaves the community, or dies? */
export const roleEnds = (
  { role, region }: Pick<HeldRole, 'role' | 'region'>,
  communityRegion: string,
  reason: 'movedOut' | 'death',
): boolean =>
  reason === 'death' || (OF_NEIGHBOURS.includes(role) && covers(communityRegion, region))

/**
 * Does a grant over somebody end when they get a household of their own? Those they lived with acted for
 * them as family of that home; a child grown up is let in anew by the child alone.
 */
export const grantEndsWithHome = (
  grant: Pick<Grant, 'relation'>,
  livedTogether: boolean,
  reason: 'split' | 'grownUp',
): boolean => livedTogether || (reason === 'grownUp' && grant.relation === 'parent')
