import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnnouncementDoc } from '../../cloudfunctions/announcement/announcement.docs'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import { asRead, draft, planOf, published } from '../support/announcements'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'

/** What several of an office do at once to one announcement. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ latencyMs: 4 })
})
afterAll(() => cloud.close())

const STAFF = 'demo-staff'
const AT_ONCE = 6

const codesOf = (replies: readonly { error?: { code: string } }[]): string[] =>
  replies.map(({ error }) => error?.code ?? 'done').sort()

test('published by several at once: once, and told once', async () => {
  const written = await draft(cloud, STAFF)
  const replies = await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      cloud.as(STAFF).call('announcement.publish', asRead(written)),
    ),
  )
  expect(codesOf(replies)).toEqual([
    ...Array.from({ length: AT_ONCE - 1 }, () => 'ALREADY_PUBLISHED'),
    'done',
  ])
  const notices = await allOf<NoticeDoc>(cloud, 'notices')
  expect(notices.filter(({ group }) => group === written.announcementId)).toHaveLength(1)
})

test('changed by several at once: one stands, and the others are told', async () => {
  const written = await draft(cloud, STAFF)
  const titles = Array.from({ length: AT_ONCE }, (_, i) => `第${i}稿`)
  const replies = await Promise.all(
    titles.map((title) =>
      cloud.as(STAFF).call('announcement.saveDraft', {
        ...asRead(written),
        plan: planOf({ content: { title } }),
      }),
    ),
  )
  expect(codesOf(replies)).toEqual([
    ...Array.from({ length: AT_ONCE - 1 }, () => 'CHANGED'),
    'done',
  ])
  const won = replies.find(({ error }) => !error)
  const docs = await allOf<AnnouncementDoc>(cloud, 'announcements')
  const doc = docs.find(({ _id }) => _id === written.announcementId)
  expect(won && 'data' in won && won.data).toMatchObject({ title: doc?.said.title, version: 2 })
})

test('corrected while it is withdrawn: nothing tells of what was taken back', async () => {
  const live = await published(cloud, STAFF)
  const { content } = planOf({ content: { title: '改了' } })
  const replies = await Promise.all([
    cloud.as(STAFF).call('announcement.correct', { ...asRead(live), content, reason: '错字' }),
    cloud.as(STAFF).call('announcement.withdraw', { ...asRead(live), reason: '不办了' }),
  ])
  expect(codesOf(replies)).toContain('done')
  const docs = await allOf<AnnouncementDoc>(cloud, 'announcements')
  const doc = docs.find(({ _id }) => _id === live.announcementId)
  const notices = (await allOf<NoticeDoc>(cloud, 'notices')).filter(
    ({ group }) => group === live.announcementId,
  )
  expect(notices).toHaveLength(doc?.state === 'published' ? 1 : 0)
})
