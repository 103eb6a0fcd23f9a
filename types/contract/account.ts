import { accountData } from './account-data'
import { accountHelping } from './account-helping'
import { accountJoining } from './account-joining'
import { accountMe } from './account-me'
import { accountPlaces } from './account-places'
import { accountRoles } from './account-roles'
import { accountRoster } from './account-roster'

export { me, type Me } from './account-me'
export { role, type Role } from './role'

/** People, places and permissions. */
export const account = {
  ...accountMe,
  ...accountJoining,
  ...accountHelping,
  ...accountRoles,
  ...accountPlaces,
  ...accountRoster,
  ...accountData,
}
