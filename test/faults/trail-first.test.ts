import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FactDoc } from '../../cloudfunctions/shared/audit.docs'
import { INPUTS } from '../permissions/inputs'
import { addCallers, addThings, CALLERS, ELDER, PLACES } from '../permissions/people'
import { type Listed, OPERATIONS } from '../permissions/try-all'
import { type Fault, MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'

/**
 * What is done for somebody else or by a role's power stands in the audit trail before it is done or shown. The work
 * reads while its fact is written; here the fact is late, or comes to nothing, in every operation that has one.
 */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  await addCallers(cloud)
  await addThings(cloud)
}, 60_000)
afterAll(() => cloud.close())

const isTraced = ({ declared: { kind, access } }: Listed) => kind === 'command' || access.traced

/** A call that leaves a fact: by a role, or by the desk for the elder. */
function callOf({ name, declared: { access } }: Listed) {
  const event = { op: name, input: INPUTS[name]({ place: 'chunxiao', region: PLACES.chunxiao }) }
  if (access.who === 'role') {
    const caller = CALLERS.find(({ role }) => role && access.roles.includes(role))
    return { caller: caller?.openid ?? '', event: { ...event, at: PLACES.chunxiao } }
  }
  return { caller: 'demo-staff', event: { ...event, onBehalfOf: ELDER } }
}

const TRACED = OPERATIONS.filter(
  (one) => isTraced(one) && (one.declared.access.who === 'role' || one.declared.access.desk),
)

const factsNow = async () => (await allOf<FactDoc>(cloud, 'auditFacts')).length

/** One call, with a fault at its fact, or without. */
async function called(listed: Listed, fault?: Pick<Fault, 'mode' | 'ms'>) {
  const { caller, event } = callOf(listed)
  if (fault)
    await cloud.setFault({ op: listed.name, collections: ['auditFacts'], nth: 1, ...fault })
  const sent = await cloud.send(
    listed.name.split('.')[0] ?? '',
    { ...event, tapId: newTap() },
    caller,
  )
  const fired = (await cloud.faults()).some((one) => one.fired)
  await cloud.clearFaults()
  const { writes = -1 } = (await cloud.calls()).at(-1) ?? {}
  const error = 'result' in sent ? sent.result.error?.code : 'killed'
  return { fired, writes, error }
}

test('nothing is changed, and nothing shown, without its fact', async () => {
  const changed: string[] = []
  for (const [n, listed] of TRACED.entries()) {
    // Nobody is taken for flooding.
    if (n % 12 === 11) await cloud.sleep(2 * MINUTE)
    const before = await factsNow()
    const without = await called(listed, { mode: 'error' })
    if (!without.fired) {
      // Refused before the fact: to this caller the place is none of theirs.
      expect(without.error, listed.name).toBeDefined()
      continue
    }
    expect(without, listed.name).toMatchObject({ error: 'INTERNAL', writes: 1 })
    expect(await factsNow(), listed.name).toBe(before)
    const late = await called(listed, { mode: 'delay', ms: 40 })
    expect(late.error, listed.name).not.toBe('INTERNAL')
    expect(await factsNow(), listed.name).toBeGreaterThan(before)
    if (late.writes > 1) changed.push(listed.name)
  }
  // Most of what is tried does change something once its fact stands.
  expect(TRACED.length).toBeGreaterThan(80)
  expect(changed.length).toBeGreaterThan(40)
}, 120_000)
