import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../types/contract'
import { announce, auditReceipts, MUST_CHOOSE, receiptsOf } from '../support/announced'
import {
  type Fault,
  MINUTE,
  MONDAY_9,
  newTap,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { addDocs, allOf, changeDoc } from '../support/database'
import { isTried } from '../support/fault-modes'
import { CHUNXIAO } from '../support/people'

/**
 * Every database action of what readers and callers do, and of what the ticker does for them, fails in turn.
 * The same tap again does what it asked, once; after the ticker the sums are those of the lines, and these are as
 * the readers' own documents say.
 */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 60 })
  await announce(cloud, [
    { id: 'made', must: MUST_CHOOSE, more: { callFrom: MONDAY_9 } },
    // Not made yet when it is read: its lines come after.
    { id: 'late', must: MUST_CHOOSE, more: { work: { at: 1, left: ['people'], until: 9e12 } } },
  ])
  await cloud.runTimer('ticker')
})
afterAll(() => cloud.close())

const MODES: readonly Fault['mode'][] = ['error', 'error-after', 'kill']

let count = 0
const someone = () => `resident-${String((count++ % 60) + 1).padStart(4, '0')}`

type Op = 'announcement.markOpened' | 'announcement.confirm' | 'announcement.recordCall'
interface Attempt {
  openid: string
  op: Op
  input: Contract[Op]['input']
}
const attempt = (openid: string, op: Op, input: Contract[Op]['input']): Attempt => ({
  openid,
  op,
  input,
})
const choice = (n: number) => (n % 2 === 0 ? '参加' : '不参加')

const COMMANDS: Record<string, (n: number) => Promise<Attempt>> = {
  'opening, for the first time': () =>
    Promise.resolve(attempt(someone(), 'announcement.markOpened', { announcementId: 'made' })),
  'choosing, for the first time': (n) =>
    Promise.resolve(
      attempt(someone(), 'announcement.confirm', { announcementId: 'made', choice: choice(n) }),
    ),
  'choosing otherwise': async (n) => {
    const openid = someone()
    const first = { announcementId: 'made', choice: choice(n + 1) }
    await cloud.as(openid).ok('announcement.confirm', first)
    return attempt(openid, 'announcement.confirm', { ...first, choice: choice(n) })
  },
  'choosing before there are lines': (n) =>
    Promise.resolve(
      attempt(someone(), 'announcement.confirm', { announcementId: 'late', choice: choice(n) }),
    ),
  'recording a call': () =>
    Promise.resolve(
      attempt('demo-volunteer', 'announcement.recordCall', {
        region: CHUNXIAO,
        announcementId: 'made',
        residentId: `r-${['demo-elder', 'demo-child', 'demo-worker', 'demo-owner'][count++ % 4] ?? ''}`,
        result: 'told',
      }),
    ),
}

const sound = async (_id: string) => {
  const { counts, faults } = await auditReceipts(cloud, { _id, must: MUST_CHOOSE })
  expect(faults).toEqual([])
  return counts
}

describe.each(Object.entries(COMMANDS))('%s', (_name, prepare) => {
  test.each(MODES)('each action: %s', async (mode) => {
    for (let nth = 1; nth <= 12; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const { openid, op, input } = await prepare(nth)
      const event = { op, input, tapId: newTap() }
      await cloud.setFault({ op, nth, mode })
      await cloud.send('announcement', event, openid)
      const fired = (await cloud.faults()).some((fault) => fault.fired)
      await cloud.clearFaults()
      const again = await cloud.as(openid).call(op, input, event.tapId)
      expect(again.error?.code, `retry after ${mode} at action ${nth}`).toBeUndefined()
      if (!fired) break
    }
    await cloud.runTimer('ticker')
    await sound('made')
  })
})

test('the lines that came late are as the readers say', async () => {
  await changeDoc(cloud, 'announcements', 'late', { work: { until: 0 } })
  await cloud.runTimer('ticker')
  const { confirmed } = await sound('late')
  expect(confirmed).toBeGreaterThan(3)
})

test.each(MODES)('the ticker itself, each action: %s', async (mode) => {
  for (let nth = 1; nth <= 36; nth++) {
    if (!isTried(MODES, mode, nth)) continue
    const id = `ticks-${mode}-${nth}`
    await announce(cloud, [{ id, must: MUST_CHOOSE, at: MONDAY_9 + nth }])
    const reader = someone()
    await cloud.as(reader).ok('announcement.confirm', { announcementId: id, choice: '参加' })
    await cloud.setFault({ function: 'ticker', nth, mode })
    await cloud.runTimer('ticker')
    const fired = (await cloud.faults()).some((fault) => fault.fired)
    await cloud.clearFaults()
    await cloud.sleep(3 * MINUTE)
    await cloud.runTimer('ticker')
    expect(await sound(id), `${mode} at action ${nth}`).toMatchObject({ confirmed: 1 })
    await changeDoc(cloud, 'announcements', id, { state: 'withdrawn' })
    if (!fired) break
  }
})

test.each(['merged', 'erased', 'ended'] as const)('%s, each action fails once', async (kind) => {
  const id = `follows-${kind}`
  await announce(cloud, [{ id, must: MUST_CHOOSE }])
  await cloud.runTimer('ticker')
  const ids = [someone(), someone()]
  for (const openid of ids) {
    await cloud.as(openid).ok('announcement.confirm', { announcementId: id, choice: '参加' })
  }
  const before = await sound(id)
  const [gone = '', into = ''] = ids.map((openid) => `r-${openid}`)
  const change = { _id: `change-${id}`, kind, residentId: gone, communityId: 'chunxiao', by: 'a' }
  const rest = { at: MONDAY_9 - 60 * MINUTE, pending: ['announcement'] }
  await addDocs(cloud, 'personChanges', [
    { ...change, ...rest, ...(kind === 'merged' ? { into } : {}) },
  ])
  for (let nth = 1; nth <= 30; nth++) {
    const mode = MODES[nth % MODES.length] ?? 'kill'
    await cloud.setFault({ function: 'ticker', action: 'database.modifyDocument', nth, mode })
    await cloud.runTimer('ticker')
    const fired = (await cloud.faults()).some((fault) => fault.fired)
    await cloud.clearFaults()
    if (!fired) break
  }
  await cloud.sleep(3 * MINUTE)
  const people = (await receiptsOf(cloud, id)).flatMap((chunk) => Object.keys(chunk.people))
  const { counts } = await auditReceipts(cloud, { _id: id, must: MUST_CHOOSE })
  if (kind === 'merged') await sound(id)
  expect(people.includes(gone)).toBe(kind === 'ended')
  expect(counts.confirmed).toBe(kind === 'merged' ? before.confirmed - 1 : before.confirmed)
  const [left] = (await allOf<{ _id: string; pending: string[] }>(cloud, 'personChanges')).filter(
    ({ _id }) => _id === change._id,
  )
  expect(left?.pending).toEqual([])
})
