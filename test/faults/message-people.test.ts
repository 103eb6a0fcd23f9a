import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficeQuestionDoc } from '../../cloudfunctions/message/office.docs'
import type { PersonChange } from '../../cloudfunctions/shared/person-changes'
import type { PushDoc } from '../../cloudfunctions/shared/pushes'
import type { CallDoc } from '../../cloudfunctions/shared/to-call'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import { type Fault, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf } from '../support/database'
import { isTried } from '../support/fault-modes'

/**
 * What becomes of a person reaches what they were to be sent, what they asked and whom staff were to call, whatever
 * dies on the way: the ticker fails at each of its actions in turn.
 */

let cloud: TestCloud
let clock = MONDAY_9
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 400, templates: DEMO_TEMPLATES })
})
afterAll(() => cloud.close())

const MODES = ['error', 'kill'] as const
const PLACE = { communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }

let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`
const at = (name: string) => `000000000000001_${name}`

/** Somebody with something of every kind that waits: sent in the morning, so that nothing of it goes out by itself. */
async function somebody(): Promise<{ openid: string; residentId: string; helper: string }> {
  const openid = someone()
  const [residentId, helper] = [`r-${openid}`, `helper-of-${openid}`]
  const later = clock + 60 * 60 * MINUTE
  const push = (_id: string, more: object) => ({
    ...{ _id, template: 'result', fact: _id, values: { title: openid }, page: 'x', tries: 0 },
    ...{ urgent: false, at: clock, dueAt: later, state: 'waiting' },
    ...more,
  })
  await addDocs(cloud, 'pushes', [
    push(`to-${openid}`, { accountId: openid }),
    push(`of-${openid}`, { accountId: helper, whom: residentId }),
  ])
  await addDocs(cloud, 'officeQuestions', [
    {
      ...{ _id: `q-${openid}`, ...PLACE, residentId, typedBy: openid, text: null, taps: [] },
      ...{ askedAt: clock, dueAt: later, state: 'waiting', listKey: at(openid) },
    },
  ])
  await addDocs(cloud, 'calls', [
    {
      ...{ _id: `c-${openid}`, ...PLACE, residentId, noticeId: 'n', pushId: 'p', state: 'maybe' },
      ...{ since: clock, callFrom: later, listKey: at(openid), taps: [] },
    },
  ])
  return { openid, residentId, helper }
}

async function become(openid: string, change: Partial<PersonChange>) {
  const base = { kind: 'ended', residentId: `r-${openid}`, communityId: 'chunxiao', by: 'a-staff' }
  await addDocs(cloud, 'personChanges', [
    { _id: `change-${openid}`, ...base, at: clock, pending: ['message'], ...change },
  ])
}

async function tickWithFault(nth: number, mode: Fault['mode']): Promise<boolean> {
  await cloud.setFault({ function: 'ticker', nth, mode })
  clock = (await cloud.advance(MINUTE)).now
  const fired = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  clock = (await cloud.advance(3 * MINUTE)).now
  return fired
}

const statesOf = async (openid: string) => {
  const rows = await allOf<PushDoc>(cloud, 'pushes')
  const state = (_id: string) => rows.find((row) => row._id === _id)?.state
  return [state(`to-${openid}`), state(`of-${openid}`)]
}
const questionOf = async (openid: string) =>
  (await allOf<OfficeQuestionDoc>(cloud, 'officeQuestions')).find(
    ({ _id }) => _id === `q-${openid}`,
  )
const callOf = async (openid: string) =>
  (await allOf<CallDoc>(cloud, 'calls')).find(({ _id }) => _id === `c-${openid}`)
const isDone = async (openid: string) => {
  const changes = await allOf<PersonChange>(cloud, 'personChanges')
  return changes.find(({ _id }) => _id === `change-${openid}`)?.pending.length === 0
}

describe.each(MODES)('%s at every action of the ticker', (mode) => {
  /** Tries one change until a run of the ticker meets no fault any more. */
  async function followed(
    change: () => Promise<{ openid: string; check: (where: string) => Promise<void> }>,
  ) {
    for (let nth = 1; nth < 60; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const { openid, check } = await change()
      const fired = await tickWithFault(nth, mode)
      const where = `${mode} at ${nth}`
      expect(await isDone(openid), where).toBe(true)
      await check(where)
      if (!fired) return expect(nth).toBeGreaterThan(10)
    }
  }

  test(
    'after a death nothing is sent to the person, or about them, and nobody calls',
    () =>
      followed(async () => {
        const { openid } = await somebody()
        await become(openid, { reason: 'death' })
        return {
          openid,
          check: async (where) => {
            expect(await statesOf(openid), where).toEqual(['dropped', 'dropped'])
            expect(await callOf(openid), where).toBeUndefined()
          },
        }
      }),
    120_000,
  )

  test(
    'what was one record’s is the other’s',
    () =>
      followed(async () => {
        const [{ openid }, into] = [await somebody(), `r-${someone()}`]
        await become(openid, { kind: 'merged', into })
        return {
          openid,
          check: async (where) => {
            expect((await questionOf(openid))?.residentId, where).toBe(into)
            expect((await callOf(openid))?.residentId, where).toBe(into)
            expect(await statesOf(openid), where).toEqual(['waiting', 'waiting'])
          },
        }
      }),
    120_000,
  )

  test(
    'of whoever is erased nothing is left',
    () =>
      followed(async () => {
        const { openid, residentId } = await somebody()
        await become(openid, { kind: 'erased' })
        return {
          openid,
          check: async (where) => {
            const rows = await allOf<PushDoc>(cloud, 'pushes')
            expect(
              rows.some(({ whom }) => whom === residentId),
              where,
            ).toBe(false)
            expect([await questionOf(openid), await callOf(openid)]).toEqual([undefined, undefined])
          },
        }
      }),
    120_000,
  )
})

test('where staff chose so, helpers still hear of a visit that a death ends', async () => {
  const { openid } = await somebody()
  await become(openid, { reason: 'death', tellHelpers: true })
  clock = (await cloud.advance(3 * MINUTE)).now
  expect(await statesOf(openid)).toEqual(['dropped', 'waiting'])
})

test('who moved away is sent what waits, and is called by nobody here', async () => {
  const { openid } = await somebody()
  await become(openid, { reason: 'movedOut' })
  clock = (await cloud.advance(3 * MINUTE)).now
  expect(await statesOf(openid)).toEqual(['waiting', 'waiting'])
  expect(await callOf(openid)).toBeUndefined()
})
