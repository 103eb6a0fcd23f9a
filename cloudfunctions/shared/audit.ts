import { refusalOf, whyUnrecordable } from './audit-fact.rules'
import type { AuditFact, FactDoc } from './audit.docs'
import { collection } from './db'
import { listKeyOf } from './list-key.rules'

export type { AuditFact }
export { refusalOf }

const facts = collection<FactDoc>('auditFacts')

/**
 * Records a fact, before the act runs or the data is returned: one insert. `known` when a fact of this
 * id stands already (a tap sent again). The ticker seals it (audit.jobs.ts); nobody changes it again.
 * A fact that could hold personal data is a fault of ours and throws.
 */
export async function recordFact(fact: AuditFact): Promise<'recorded' | 'known'> {
  const problem = whyUnrecordable(fact)
  if (problem !== null) throw new TypeError(`A fact must not be recorded: ${problem}`)
  const outcome = await facts.insert({
    ...fact,
    listKey: listKeyOf(fact.at, fact._id),
    waiting: true,
  })
  return outcome === 'inserted' ? 'recorded' : 'known'
}

/** Records facts of one act on several people, at most 500: one read and one write. Safe to repeat. */
export async function recordFacts(recorded: readonly AuditFact[]): Promise<void> {
  for (const fact of recorded) {
    const problem = whyUnrecordable(fact)
    if (problem !== null) throw new TypeError(`A fact must not be recorded: ${problem}`)
  }
  await facts.insertMissing(
    recorded.map((fact) => ({ ...fact, listKey: listKeyOf(fact.at, fact._id), waiting: true })),
  )
}
