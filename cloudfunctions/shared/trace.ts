import type { Operation } from '../../types/contract/operation'
import { type AuditFact, recordFact, refusalOf } from './audit'
import type { Account, ActsAs, Post, Subject } from './actor'
import { Refusal } from './errors'
import { newId } from './ids'
import { changingAfter, changingAtOnce } from './invocation'
import { EVERYWHERE, lastOf } from './access.rules'
import type { Tap } from './taps'

interface Traced {
  declared: Operation
  op: string
  input: unknown
  actor: Account | null
  subject: Subject | null
  by: ActsAs | undefined
  post: Post | undefined
  tap: Tap
}

/**
 * Does the work, and writes into the audit trail who does it, when it is done for somebody else or by a
 * role's power. The work may read while the fact is being written, but it changes nothing before the fact
 * stands (`changingAfter`), and nothing is answered before: so nothing is done, and nothing shown, unseen. A
 * refusal adds a fact of its own. A query is written only where the contract says so.
 */
export async function traced<T>(call: Traced, work: () => Promise<T>): Promise<T> {
  const fact = factOf(call)
  if (!fact) return work()
  const standing = changingAtOnce(() => recorded(fact))
  const [stands, done] = await Promise.allSettled([
    standing,
    changingAfter(standing, async () => work()),
  ])
  // Whatever the work made of it: without its fact it has not been.
  if (stands.status === 'rejected') throw stands.reason
  if (done.status === 'fulfilled') return done.value
  if (done.reason instanceof Refusal)
    await recordFact(refusalOf(stands.value, done.reason.code, stands.value.at))
  throw done.reason
}

/** The fact as it stands in the trail. */
async function recorded(fact: AuditFact): Promise<AuditFact> {
  if ((await recordFact(fact)) === 'recorded') return fact
  // The same tap again may end otherwise than the first time: that it came again is a fact of its own.
  const again: AuditFact = { ...fact, _id: `${fact._id}:again:${newId()}`, of: fact._id }
  await recordFact(again)
  return again
}

function factOf({ declared, op, input, actor, subject, by, post, tap }: Traced): AuditFact | null {
  const { kind, access } = declared
  if (!actor || (!by && !post)) return null
  if (kind === 'query' && !access.traced) return null
  const given = (input ?? {}) as Record<string, unknown>
  const { residentId, reason } = given
  const whom = subject?.residentId ?? (typeof residentId === 'string' ? residentId : undefined)
  return {
    // The same tap again is the same act; looking again is not the same look.
    _id: `${actor.ref}_${kind === 'query' ? newId() : tap.tapId}_${tap.of}`,
    chain: chainOf(subject, post),
    at: tap.at,
    by: actor.ref,
    as: by?.kind ?? post?.role ?? 'helper',
    op,
    ...(whom === undefined ? {} : { whom }),
    fields: namesOf(given),
    ...(typeof reason === 'string' && /^[a-zA-Z]{1,20}$/.test(reason) ? { reason } : {}),
  }
}

/** The community's own chain, or that of the street or district the act stands above. */
function chainOf(subject: Subject | null, post: Post | undefined): string {
  const communityId = subject?.communityId ?? post?.communityId
  if (communityId !== undefined) return communityId
  return post && post.region !== EVERYWHERE ? lastOf(post.region) : 'everywhere'
}

/** Names of what was given, and of nothing in it: a name says which fields, a value whose. */
const namesOf = (given: Record<string, unknown>): string[] => {
  const { fields } = given
  return Array.isArray(fields) && fields.every((field) => typeof field === 'string')
    ? fields
    : Object.keys(given).sort()
}
