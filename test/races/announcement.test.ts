import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce, auditReceipts, MUST_CHOOSE } from '../support/announced'
import { MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { changeDoc } from '../support/database'
import { CHUNXIAO } from '../support/people'

const READERS = 200

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: READERS, latencyMs: 3 })
  await announce(cloud, [{ id: 'race', must: MUST_CHOOSE }])
  await cloud.runTimer('ticker')
}, 60_000)
afterAll(() => cloud.close())

const everyone = Array.from(
  { length: READERS },
  (_, i) => `resident-${String(i + 1).padStart(4, '0')}`,
)

test('200 people confirm at once, some from two phones and some twice over: 200 are counted', async () => {
  const confirm = (openid: string, choice: string) =>
    cloud.as(openid).ok('announcement.confirm', { announcementId: 'race', choice })
  await Promise.all(everyone.slice(0, 40).map((openid) => cloud.as(openid).ok('home.view', {})))
  await cloud.resetStats()
  await Promise.all(
    everyone.flatMap((openid, i) => [
      confirm(openid, i % 2 === 0 ? '参加' : '不参加'),
      ...(i % 5 === 0
        ? [cloud.as(openid).ok('announcement.markOpened', { announcementId: 'race' })]
        : []),
      ...(i % 10 === 0 ? [confirm(openid, '不参加')] : []),
    ]),
  )
  const { functions, afterReturn } = await cloud.stats()
  expect(
    functions.find((one) => one.function === 'announcement')?.maxOverlap,
  ).toBeGreaterThanOrEqual(16)
  expect(afterReturn).toBe(0)
  await cloud.runTimer('ticker')
  const { counts, faults } = await auditReceipts(cloud, { _id: 'race', must: MUST_CHOOSE })
  expect(faults).toEqual([])
  expect([counts.opened, counts.confirmed]).toEqual([READERS, READERS])
  expect((counts.choices[0] ?? 0) + (counts.choices[1] ?? 0)).toBe(READERS)
}, 120_000)

test('callers who record calls while people confirm, and two ticks at once, keep the sums', async () => {
  await announce(cloud, [{ id: 'calls', must: MUST_CHOOSE }])
  await Promise.all([cloud.runTimer('ticker'), cloud.runTimer('ticker'), cloud.runTimer('ticker')])
  await changeDoc(cloud, 'announcements', 'calls', { callFrom: MONDAY_9 })
  const which = { region: CHUNXIAO, announcementId: 'calls' }
  await Promise.all(
    everyone.slice(0, 30).flatMap((openid) => [
      cloud.as(openid).ok('announcement.confirm', { announcementId: 'calls', choice: '参加' }),
      ...['demo-staff', 'demo-volunteer'].map((caller) =>
        // Whoever has confirmed by then is on the list no longer.
        cloud.as(caller).call('announcement.recordCall', {
          ...which,
          residentId: `r-${openid}`,
          result: 'told',
        }),
      ),
    ]),
  )
  await cloud.runTimer('ticker')
  const { counts, faults } = await auditReceipts(cloud, { _id: 'calls', must: MUST_CHOOSE })
  expect(faults).toEqual([])
  expect(counts.confirmed).toBe(30)
  expect(counts.called).toBeLessThanOrEqual(30)
}, 120_000)
