import type { Category } from '../../../types/contract/announcement-content'
import type { GivenRole } from '../../../types/contract/role'
import { covers, liveRoles } from '../../shared/access.rules'
import type { HeldRole } from '../../shared/actor'
import type { AnnouncementDoc } from '../announcement.docs'

/** Whoever writes for all readers; a property manager only tells of outages and works. */
const OFFICES: readonly GivenRole[] = ['staff', 'socialWorker', 'streetOfficer', 'districtOfficer']
const OF_MANAGERS: readonly Category[] = ['notice', 'emergency']

/** The role by which somebody writes for a region: that of an office, where they hold one. */
export function writerRole(
  roles: readonly HeldRole[],
  region: string,
  now: number,
): GivenRole | undefined {
  const here = liveRoles(roles, now).filter((held) => covers(held.region, region))
  const office = here.find(({ role }) => OFFICES.includes(role))
  return office?.role ?? here.find(({ role }) => role === 'propertyManager')?.role
}

export const mayWrite = (role: GivenRole, category: Category): boolean =>
  role !== 'propertyManager' || OF_MANAGERS.includes(category)

/** Does a writer see and change this one? Property managers those of property managers alone. */
export const isTheirs = (role: GivenRole, { author }: Pick<AnnouncementDoc, 'author'>): boolean =>
  role !== 'propertyManager' || author.role === 'propertyManager'
