import cloudSdk from 'wx-server-sdk'
import { expect } from 'vitest'
import type { AuditFact, BlockDoc, FactDoc } from '../../cloudfunctions/shared/audit.docs'
import { type Verdict, verifyChain } from '../../cloudfunctions/shared/audit.rules'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'
import { type Database, readChains, readTrail } from '../../config/audit-trail.mts'
import type { TestCloud } from './cloud'
import { addDocs, allOf, pointSdkAt } from './database'

/** A fact as recordFact stores it. */
export function waitingFact(id: string, chain: string, at: number): FactDoc {
  const fact: AuditFact = {
    _id: id,
    chain,
    at,
    by: 'account-1',
    as: 'staff',
    op: 'account.revealPhone',
    whom: `resident-of-${id}`,
    fields: ['phone'],
    reason: 'asked-by-phone',
  }
  return { ...fact, listKey: listKeyOf(at, id), waiting: true }
}

export const addFacts = (cloud: TestCloud, facts: readonly FactDoc[]): Promise<void> =>
  addDocs(cloud, 'auditFacts', [...facts])

/** The database as `npm run audit:verify` reads it. */
export function sdkDatabase(cloud: TestCloud): Database {
  pointSdkAt(cloud.url)
  return cloudSdk.database() as unknown as Database
}

/** What `npm run audit:verify` finds, for every chain. */
export async function verdicts(cloud: TestCloud, now: number): Promise<Verdict[]> {
  const database = sdkDatabase(cloud)
  const found: Verdict[] = []
  for (const chain of await readChains(database))
    found.push(verifyChain(await readTrail(database, chain), now))
  return found
}

/** All chains are whole, nothing waits, and every fact there is stands in them exactly once. */
export async function holdsForTrail(cloud: TestCloud, now: number): Promise<number> {
  for (const verdict of await verdicts(cloud, now)) {
    expect(verdict).toMatchObject({ ok: true, waiting: 0 })
  }
  const facts = await allOf<FactDoc>(cloud, 'auditFacts')
  const sealed = (await allOf<BlockDoc>(cloud, 'auditChain')).flatMap(({ entries }) =>
    entries.map(({ fact }) => fact),
  )
  expect(sealed.sort()).toEqual(facts.map(({ _id }) => _id).sort())
  expect(facts.filter(({ waiting }) => waiting)).toEqual([])
  return facts.length
}
