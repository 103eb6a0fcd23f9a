import { account } from '../../types/contract/account'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { endRoleOf } from './account.store'
import { findAccountByRef } from './accounts.query'
import { removeAdministrator } from './administrators.store'
import { placeNames } from './roles.query'
import { canGive } from './roles.rules'
import { tellNow } from './told'

/** Takes a role back in one update of the holder's account: their very next call is refused. */
export const endRole = handle(account.endRole, async ({ actor, now }, { ref, role, region }) => {
  if (!canGive(actor.roles, role, region, now)) return refuse('ROLE_NOT_YOURS')
  const holder = await findAccountByRef(ref)
  const i = lastOf(holder?.roles ?? [], (held) => held.role === role && held.region === region)
  const held = holder?.roles[i]
  if (!holder || !held) return refuse('NOT_FOUND')
  if (role === 'administrator' && held.until === undefined && !(await removeAdministrator(ref))) {
    return refuse('LAST_ADMINISTRATOR')
  }
  // Ended before: the same answer.
  await endRoleOf(holder, i, now, { tell: true })
  await tellNow(holder._id)
  const place = (await placeNames([region]))(region)
  return { ref, name: holder.name, role, region, place, since: held.since, mine: true }
})

/** The place of the last one that fits; -1 when none does. */
function lastOf<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return items.reduce((found, item, i) => (fits(item) ? i : found), -1)
}
