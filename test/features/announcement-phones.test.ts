import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PushDoc } from '../../cloudfunctions/shared/pushes'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import { asRead, BUILDING_3, published } from '../support/announcements'
import { HOUR, MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import { accept } from '../support/accept'
import { addDocs, allOf } from '../support/database'

/** What must be read reaches the phones of those it is for who let WeChat tell them. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ templates: DEMO_TEMPLATES })
  // Accepted before: both on the phone, and as the ledger counts it.
  for (const openid of ['demo-elder', 'demo-resident', 'demo-volunteer']) {
    for (let given = 0; given < 3; given++) await accept(cloud, openid, 'announcement')
  }
})
afterAll(() => cloud.close())

const MUST = { do: 'confirm' as const, callAfterHours: 24 }
const shownTo = async (openid: string) =>
  (await cloud.phone(openid)).map(({ page, data }) => [page, data.thing1?.value])

test('within a minute, to whom it is for; an ordinary one is not sent', async () => {
  await published(cloud, 'demo-staff', { content: { title: '看看就行' } })
  const { announcementId } = await published(cloud, 'demo-staff', {
    content: { title: '3号楼请确认' },
    audience: { places: [BUILDING_3] },
    must: MUST,
  })
  await cloud.advance(MINUTE)
  expect(await shownTo('demo-elder')).toEqual([
    [`pages/announcement/index?id=${announcementId}`, '3号楼请确认'],
  ])
  expect(await shownTo('demo-resident')).toEqual([])
  // Nobody is asked of WeChat who has not let it.
  const pushes = await allOf<PushDoc>(cloud, 'pushes')
  expect(pushes.filter(({ values }) => values.title === '3号楼请确认').length).toBe(1)
  await cloud.advance(2 * MINUTE)
  expect((await shownTo('demo-elder')).length).toBe(1)
})

test('at night an emergency is sent, and anything else in the morning', async () => {
  // 23:00 of the same day.
  await cloud.sleep(14 * HOUR)
  await published(cloud, 'demo-staff', { content: { title: '明天再看' }, must: MUST })
  await published(cloud, 'demo-staff', {
    content: { title: '马上关煤气', category: 'emergency' },
  })
  const wrong = await published(cloud, 'demo-staff', { content: { title: '写错了' }, must: MUST })
  await cloud.advance(2 * MINUTE)
  // It waits for the morning, and is taken back before.
  await cloud.as('demo-staff').ok('announcement.withdraw', { ...asRead(wrong), reason: '写错了。' })
  await cloud.advance(MINUTE)
  const waiting = (await allOf<PushDoc>(cloud, 'pushes')).filter(
    ({ group }) => group === wrong.announcementId,
  )
  expect(new Set(waiting.map(({ state }) => state))).toEqual(new Set(['dropped']))
  const titles = async () => (await shownTo('demo-volunteer')).map(([, title]) => title)
  expect(await titles()).toEqual(['马上关煤气'])
  await cloud.sleep(9 * HOUR)
  expect(await titles()).toEqual(['马上关煤气', '明天再看'])
})

test('one that was withdrawn before the ticker came is not sent', async () => {
  await addDocs(cloud, 'credits', [{ _id: 'demo-owner', left: { announcement: 1 }, events: [] }])
  const written = await published(cloud, 'demo-staff', { content: { title: '发错了' }, must: MUST })
  await cloud
    .as('demo-staff')
    .ok('announcement.withdraw', { ...asRead(written), reason: '发错了。' })
  await cloud.advance(2 * MINUTE)
  expect((await shownTo('demo-owner')).map(([, title]) => title)).not.toContain('发错了')
})
