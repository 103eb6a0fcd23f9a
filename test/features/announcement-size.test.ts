import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../types/contract/limits'
import { newAccount } from '../../cloudfunctions/shared/actor'
import { announce, MUST_CONFIRM, receiptsOf } from '../support/announced'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, changeDoc } from '../support/database'

/** An announcement to a community of 20,000. */

const RESIDENTS = 20_000
const BATCH = 1_000
const PLACE = { communityId: 'large', region: 'heping/nanhu/large' }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  const place = { _id: 'large', level: 'community', name: '大社区', path: PLACE.region }
  const above = { parent: 'heping/nanhu', names: ['大社区'], listKey: '000000000000009_large' }
  await addDocs(cloud, 'regions', [{ ...place, ...above }])
  const role = { role: 'staff' as const, region: PLACE.region, since: 1, by: 'a' }
  await addDocs(cloud, 'accounts', [
    { ...newAccount('large-staff', 'a-large', '小王'), roles: [role] },
  ])
  for (let from = 0; from < RESIDENTS; from += BATCH) {
    await addDocs(
      cloud,
      'residents',
      Array.from({ length: BATCH }, (_, i) => residentOf(from + i)),
    )
  }
}, 60_000)
afterAll(() => cloud.close())

/** Every hundredth lives alone. */
const residentOf = (n: number) => {
  const householdId = `h-large-b${n % 50}-u1-r${n}`
  return {
    _id: `r-large-${String(n).padStart(5, '0')}`,
    ...PLACE,
    name: `居民${n}`,
    homes: [{ householdId, home: `${n % 50}号楼`, relation: 'owner', since: 1 }],
    home: `${n % 50}号楼`,
    phoneVerified: false,
    attributes: n % 100 === 0 ? [{ name: 'livesAlone', value: true }] : [],
    state: 'living',
    version: 1,
    taps: [],
  }
}

test('its receipts are made in a few runs of the ticker, and cost no more to open', async () => {
  await announce(cloud, [{ id: 'large', region: PLACE.region, must: MUST_CONFIRM }])
  const staff = cloud.as('large-staff')
  const which = { region: PLACE.region, announcementId: 'large' }
  let ticks = 0
  for (; ticks < 10; ticks++) {
    await cloud.runTimer('ticker')
    if (!(await staff.ok('announcement.receipts', which)).making) break
  }
  expect(ticks).toBeGreaterThan(0)
  expect(ticks).toBeLessThan(5)
  await staff.ok('announcement.receipts', which)
  const last = (await cloud.calls()).at(-1)
  expect(last?.sequential).toBeLessThanOrEqual(3)
  expect(await staff.ok('announcement.receipts', which)).toMatchObject({
    people: RESIDENTS,
    withPhone: 0,
    opened: 0,
  })
  const chunks = await receiptsOf(cloud, 'large')
  expect(Math.max(...chunks.map(({ people }) => Object.keys(people).length))).toBeLessThanOrEqual(
    300,
  )
  expect(new Set(chunks.flatMap(({ ids }) => ids)).size).toBe(RESIDENTS)

  await changeDoc(cloud, 'announcements', 'large', { callFrom: 1 })
  const first = await staff.ok('announcement.callList', which)
  expect(first.items).toHaveLength(LIMITS.callPage)
  expect(first.items.every(({ why, withoutPhone }) => why.includes('alone') && withoutPhone)).toBe(
    true,
  )
  // The account, the announcement, five documents of people, a page of them; and the fact in the trail.
  expect((await cloud.calls()).at(-1)?.documentsExamined).toBeLessThanOrEqual(
    2 + 5 + 2 * LIMITS.callPage,
  )
}, 120_000)
