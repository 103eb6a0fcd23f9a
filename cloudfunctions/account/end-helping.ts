import { account } from '../../types/contract/account'
import type { Account } from '../shared/actor'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { endGrant } from './account.store'
import { findHelperBy } from './accounts.query'
import { viewHelping } from './helping.query'

/**
 * Ends acting for another: one update of the helper's account, where the grant stands and nowhere else,
 * so that the very next call of the helper is refused. Ending it again changes nothing.
 */
export const endHelping = handle(account.endHelping, async (call, { grantId }) => {
  const { actor, subject, by, now } = call
  const own = by ? undefined : actor?.grants.find((grant) => grant.grantId === grantId)
  const helper = own ? actor : subject && (await findHelperBy(subject.residentId, grantId))
  if (!helper) return refuse('NOT_FOUND')
  await endGrant(helper, grantId, now)
  const after = own && actor ? { ...actor, grants: ended(actor, grantId, now) } : actor
  return viewHelping({ actor: after, subject, desk: by?.kind === 'desk', now })
})

const ended = ({ grants }: Account, grantId: string, now: number) =>
  grants.map((grant) => (grant.grantId === grantId ? { ...grant, until: now } : grant))
