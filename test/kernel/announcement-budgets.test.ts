import { afterAll, beforeAll, expect, test } from 'vitest'
import { asRead, COMMUNITY, draft, planOf } from '../support/announcements'
import { announce, announced } from '../support/announced'
import { type CallFigures, DAY, startTestCloud, type TestCloud } from '../support/cloud'

/**
 * What announcements may cost: reads, writes, and the longest chain of actions that wait for each other. A
 * reviewed line with a reason changes the table.
 */
const BUDGETS: Record<string, readonly [reads: number, writes: number, sequential: number]> = {
  'announcement.answer': [4, 4, 7],
  'announcement.ask': [5, 3, 7],
  'announcement.callList': [4, 1, 4],
  // The account; what was read, the line and the announcement together; then the reading, the line, the entry.
  'announcement.confirm': [4, 3, 5],
  // The fact of the audit trail, and the person's record, which is read beside the account.
  'announcement.confirm, by the desk': [6, 4, 5],
  'announcement.correct': [3, 8, 8],
  'announcement.countReach, a community': [3, 0, 2],
  'announcement.countReach, by age': [2, 0, 2],
  'announcement.downloadDisclosure': [4, 2, 5],
  // The sums of each call list that stands, four of the demo's among them.
  'announcement.listCalling': [7, 0, 3],
  'announcement.listDisclosures': [4, 0, 3],
  // The account; then the page, what is pinned, the newest and what was read together.
  'announcement.listPublished': [5, 0, 2],
  'announcement.listQuestions': [3, 1, 3],
  // Beside the fact of the trail the announcement; then five documents of people, and a page of them.
  'announcement.listReaders': [4, 1, 4],
  'announcement.listWritten': [3, 0, 3],
  'announcement.markOpened': [4, 3, 5],
  'announcement.pin': [3, 2, 4],
  'announcement.publish': [3, 5, 6],
  'announcement.receipts': [3, 0, 2],
  'announcement.recordCall': [4, 2, 4],
  'announcement.revealPhone': [4, 1, 3],
  'announcement.reviewQuestion': [4, 4, 7],
  'announcement.saveDraft, changed': [3, 2, 4],
  'announcement.saveDraft, new': [4, 2, 5],
  'announcement.schedule': [3, 2, 4],
  'announcement.search': [4, 0, 4],
  'announcement.view': [6, 0, 2],
  'announcement.viewWritten': [3, 0, 3],
  'announcement.withdraw': [3, 5, 6],
}

const ACCOUNTS = {
  ...announced({ id: 'by-all' }).said,
  category: 'finance' as const,
  accounts: { period: '2026-Q3', income: [{ name: '停车费', fen: 100 }], spending: [] },
}

const ELDERS = { ...planOf().audience, ages: { from: 60 } }

/** Numbered residents who all live in the community: what is written for them may not grow with them. */
const RESIDENTS = 600

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: RESIDENTS, latencyMs: 3 })
  // The first call of an instance loads what later ones have.
  await staff().ok('announcement.countReach', { region: COMMUNITY, audience: ELDERS })
})
afterAll(() => cloud.close())

const staff = () => cloud.as('demo-staff')
const lastCall = async (): Promise<CallFigures> => {
  const last = (await cloud.calls()).at(-1)
  if (!last) throw new Error('No call was made.')
  return last
}

const measured: Record<string, readonly [number, number, number]> = {}
async function costs(name: string): Promise<CallFigures> {
  const figures = await lastCall()
  measured[name] = [figures.reads, figures.writes, figures.sequential]
  return figures
}

test('writing', async () => {
  const written = await draft(cloud, 'demo-staff', { must: { do: 'confirm', callAfterHours: 24 } })
  await costs('announcement.saveDraft, new')
  const saved = await staff().ok('announcement.saveDraft', {
    ...asRead(written),
    plan: planOf({ must: { do: 'confirm', callAfterHours: 24 } }),
  })
  await costs('announcement.saveDraft, changed')
  const { now } = await cloud.advance(0)
  const planned = await staff().ok('announcement.schedule', {
    ...asRead(saved),
    publishAt: now + DAY,
  })
  await costs('announcement.schedule')
  const back = await staff().ok('announcement.unschedule', asRead(planned))
  const live = await staff().ok('announcement.publish', asRead(back))
  const { writes, documentsExamined } = await costs('announcement.publish')
  // To publish is as much work for 20,000 people as for one.
  expect(writes).toBeLessThanOrEqual(5)
  expect(documentsExamined).toBeLessThanOrEqual(20)
  const pinned = await staff().ok('announcement.pin', { ...asRead(live), pinnedUntil: now + DAY })
  await costs('announcement.pin')
  const { content } = planOf({ content: { title: '改了' } })
  const corrected = await staff().ok('announcement.correct', {
    ...asRead(pinned),
    content,
    reason: '错字',
  })
  await costs('announcement.correct')
  await staff().ok('announcement.viewWritten', asRead(corrected))
  await costs('announcement.viewWritten')
  await staff().ok('announcement.withdraw', { ...asRead(corrected), reason: '不办了' })
  await costs('announcement.withdraw')
  await staff().ok('announcement.listWritten', { region: COMMUNITY })
  await costs('announcement.listWritten')
  const { region, audience } = { region: COMMUNITY, audience: planOf().audience }
  const { people } = await staff().ok('announcement.countReach', { region, audience })
  await costs('announcement.countReach, a community')
  expect(people).toBeGreaterThan(RESIDENTS)
  await staff().ok('announcement.countReach', {
    region,
    audience: ELDERS,
  })
  await costs('announcement.countReach, by age')
})

test('reading', async () => {
  const me = cloud.as('demo-resident')
  const must = { do: 'choose' as const, choices: ['参加', '不参加'], callAfterHours: 1 }
  await announce(cloud, [{ id: 'budget', must, audience: { public: true } }])
  await announce(cloud, [{ id: 'by-all', category: 'finance', more: { said: ACCOUNTS } }])
  await cloud.runTimer('ticker')
  const which = { region: COMMUNITY, announcementId: 'budget' }
  const { announcementId } = which
  for (let warm = 0; warm < 2; warm++) {
    await me.ok('announcement.listPublished', {})
    await costs('announcement.listPublished')
    await me.ok('announcement.view', { announcementId })
    await costs('announcement.view')
    await me.ok('announcement.search', { text: '公告' })
    await costs('announcement.search')
    await me.ok('announcement.listDisclosures', {})
    await costs('announcement.listDisclosures')
    await me.ok('announcement.downloadDisclosure', { announcementId: 'by-all' })
    await costs('announcement.downloadDisclosure')
  }
  await me.ok('announcement.markOpened', { announcementId })
  await costs('announcement.markOpened')
  await me.ok('announcement.confirm', { announcementId, choice: '参加' })
  await costs('announcement.confirm')
  const { questionId } = await me.ok('announcement.ask', { announcementId, text: '几点？' })
  await costs('announcement.ask')
  const unsure = { announcementId, text: '加微信吗？' }
  const held = await me.ok('announcement.ask', unsure)
  const asHer = cloud.as('demo-staff', { onBehalfOf: 'r-demo-elder' })
  await asHer.ok('announcement.confirm', { announcementId, choice: '参加' })
  await costs('announcement.confirm, by the desk')
  await staff().ok('announcement.listQuestions', { region: COMMUNITY })
  await costs('announcement.listQuestions')
  await staff().ok('announcement.reviewQuestion', {
    region: COMMUNITY,
    questionId: held.questionId,
    verdict: 'allow',
  })
  await costs('announcement.reviewQuestion')
  await staff().ok('announcement.answer', {
    region: COMMUNITY,
    questionId,
    text: '八点。',
    show: true,
  })
  await costs('announcement.answer')
  await staff().ok('announcement.receipts', which)
  await costs('announcement.receipts')
  await staff().ok('announcement.listReaders', { ...which, which: 'unopened' })
  await costs('announcement.listReaders')
  await cloud.sleep(DAY)
  await staff().ok('announcement.callList', which)
  await costs('announcement.callList')
  await staff().ok('announcement.listCalling', { region: COMMUNITY })
  await costs('announcement.listCalling')
  const residentId = 'r-demo-child'
  await staff().ok('announcement.revealPhone', { ...which, residentId })
  await costs('announcement.revealPhone')
  await staff().ok('announcement.recordCall', { ...which, residentId, result: 'told' })
  await costs('announcement.recordCall')
})

test('costs what the table says', () => {
  expect(measured).toEqual(BUDGETS)
})
