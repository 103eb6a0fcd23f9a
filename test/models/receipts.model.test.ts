import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../cloudfunctions/shared/demo-world'
import { announce, auditReceipts, MUST_CHOOSE } from '../support/announced'
import { MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf } from '../support/database'
import { CHUNXIAO } from '../support/people'

/**
 * People open, choose and choose otherwise, callers call, records are merged, people die and the ticker runs, in an
 * order that a seed gives, several at once. Whenever the ticker has run, every sum is that of its lines, and
 * every line as its reader's own document says.
 */

const RESIDENTS = 40
const STEPS = 8
/** Those that ever failed stay. */
const SEEDS = process.env.LINLI_LONG === '1' ? Array.from({ length: 100 }, (_, i) => i + 1) : [1, 2]

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: RESIDENTS * 2 })
})
afterAll(() => cloud.close())

test.each(SEEDS)('seed %i', async (seed) => {
  const random = randomFrom(seed)
  const announcementId = `model-${seed}`
  await announce(cloud, [{ id: announcementId, must: MUST_CHOOSE, more: { callFrom: MONDAY_9 } }])
  const openidOf = (n: number) => `resident-${String(n).padStart(4, '0')}`
  // Each seed has people of its own, as far as somebody dies or is merged in it.
  const someone = () => openidOf(random.int(1, RESIDENTS) + (seed % 2) * RESIDENTS)
  const gone = new Set<string>()
  let changes = 0
  const change = (more: object) =>
    addDocs(cloud, 'personChanges', [
      {
        _id: `model-${seed}-${++changes}`,
        communityId: 'chunxiao',
        by: 'a',
        at: MONDAY_9 - 3_600_000,
        pending: ['announcement'],
        ...more,
      },
    ])
  const act = async (): Promise<void> => {
    const openid = someone()
    if (gone.has(openid)) return
    const me = cloud.as(openid)
    const choice = random.pick(['参加', '不参加'])
    switch (random.int(1, 10)) {
      case 1:
      case 2:
        await me.ok('announcement.markOpened', { announcementId })
        return
      case 3:
      case 4:
      case 5:
      case 6:
        await me.ok('announcement.confirm', { announcementId, choice })
        return
      case 7:
      case 8: {
        const result = random.pick(['told', 'visited', 'noAnswer', 'refused'] as const)
        const call = { region: CHUNXIAO, announcementId, residentId: `r-${openid}`, result }
        const reply = await cloud.as('demo-volunteer').call('announcement.recordCall', call)
        expect([undefined, 'NOT_FOUND']).toContain(reply.error?.code)
        return
      }
      case 9: {
        const into = someone()
        if (into === openid || gone.has(into)) return
        gone.add(openid)
        return change({ kind: 'merged', residentId: `r-${openid}`, into: `r-${into}` })
      }
      default:
        await cloud.runTimer('ticker')
    }
  }
  for (let step = 1; step <= STEPS; step++) {
    await Promise.all(Array.from({ length: random.int(1, 8) }, act))
    // Twice: what was followed first may leave word that is delivered then.
    await cloud.runTimer('ticker')
    await cloud.runTimer('ticker')
    const { counts, faults } = await auditReceipts(cloud, {
      _id: announcementId,
      must: MUST_CHOOSE,
    })
    expect(faults, `step ${step}`).toEqual([])
    expect(counts.left).toBeGreaterThanOrEqual(0)
  }
  const waiting = (await allOf<{ outbox?: unknown[] }>(cloud, 'readings')).filter(
    ({ outbox = [] }) => outbox.length > 0,
  )
  expect(waiting).toEqual([])
})
