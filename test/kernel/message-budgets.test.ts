import { afterAll, beforeAll, expect, test } from 'vitest'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import {
  type CallFigures,
  MINUTE,
  MONDAY_9,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { addDocs, emptyCollection } from '../support/database'

/** What each operation of messages may cost (budgets.test.ts says how to change a figure). */
const BUDGETS: Record<string, Pick<CallFigures, 'reads' | 'writes' | 'sequential'>> = {
  // The account; and together one's own page and unread, those of many, and what of them was seen.
  'message.listMine': { reads: 6, writes: 0, sequential: 2 },
  'message.markRead': { reads: 4, writes: 1, sequential: 3 },
  'message.markRead, of many': { reads: 6, writes: 1, sequential: 5 },
  'message.markRead, all': { reads: 5, writes: 1, sequential: 3 },
  'message.recordAcceptance': { reads: 4, writes: 1, sequential: 5 },
  // WeChat's check, which is counted by itself, goes beside the reads.
  'message.askStaff': { reads: 3, writes: 1, sequential: 3 },
  'message.listAsked': { reads: 2, writes: 0, sequential: 2 },
  // They show people by a role's power: the fact is written into the audit trail while the call reads.
  'message.listOfficeQuestions': { reads: 3, writes: 1, sequential: 3 },
  'message.answerOfficeQuestion': { reads: 5, writes: 2, sequential: 5 },
  'message.listCalls': { reads: 4, writes: 1, sequential: 3 },
  'message.recordCall': { reads: 6, writes: 2, sequential: 5 },
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 30, latencyMs: 2, templates: DEMO_TEMPLATES })
  // What the demo has told everybody would stand in every inbox.
  await emptyCollection(cloud, 'notices')
})
afterAll(() => cloud.close())

async function within(name: string) {
  const { reads, writes, sequential } = (await cloud.calls()).at(-1) ?? {}
  expect({ reads, writes, sequential }, name).toEqual(BUDGETS[name])
}

const REGION = 'heping/nanhu/chunxiao'
const about = { kind: 'announced', announcementId: 'a', title: '停水', category: 'notice' }

/** A year of messages, of the person's own and of everybody's. */
async function addNotices(accountId: string, count: number) {
  const rows = Array.from({ length: count }, (_, i) => {
    const at = MONDAY_9 - i * 60 * MINUTE
    const row = (_id: string) => ({ _id, region: REGION, about, at, listKey: listKeyOf(at, _id) })
    return [
      { ...row(`n-${i}`), accountId, unread: i < 3 },
      { ...row(`m-${i}`), to: [REGION], group: `g-${i}`, unread: true },
    ]
  })
  await addDocs(cloud, 'notices', rows.flat())
}

test('messages, however many there are', async () => {
  const openid = 'resident-0001'
  const me = cloud.as(openid)
  await addNotices(openid, 400)
  await me.ok('message.listMine', {})
  await within('message.listMine')
  const { documentsExamined = 0 } = (await cloud.calls()).at(-1) ?? {}
  expect(documentsExamined).toBeLessThan(400)
  await me.ok('message.markRead', { noticeIds: ['n-0'] })
  await within('message.markRead')
  await me.ok('message.markRead', { noticeIds: ['m-0'] })
  await me.ok('message.markRead', { noticeIds: ['m-1', 'm-2'] })
  await within('message.markRead, of many')
  await me.ok('message.markRead', { all: true })
  await me.ok('message.markRead', { all: true })
  await within('message.markRead, all')
  const accepted = { accepted: ['reply' as const], refused: [] }
  await me.ok('message.recordAcceptance', accepted)
  await me.ok('message.recordAcceptance', accepted)
  await within('message.recordAcceptance')
})

test('the office', async () => {
  const me = cloud.as('resident-0002')
  const staff = cloud.as('demo-staff')
  const text = '请问几点开门？'
  // The first call of an instance that seals or opens something also reads the canaries of the keys.
  await me.ok('message.askStaff', { text })
  const { questionId } = await me.ok('message.askStaff', { text })
  await within('message.askStaff')
  await me.ok('message.listAsked', {})
  await within('message.listAsked')
  await staff.ok('message.listOfficeQuestions', {})
  await within('message.listOfficeQuestions')
  await staff.ok('message.answerOfficeQuestion', { questionId, text: '八点。' })
  await within('message.answerOfficeQuestion')
  const at = listKeyOf(MONDAY_9, 'c-1')
  const call = { state: 'open', since: MONDAY_9, callFrom: MONDAY_9, listKey: at, taps: [] }
  const whom = { communityId: 'chunxiao', region: REGION, residentId: 'r-resident-0003' }
  await addDocs(cloud, 'calls', [{ _id: 'c-1', ...whom, noticeId: 'm-0', pushId: 'p', ...call }])
  await staff.ok('message.listCalls', {})
  await within('message.listCalls')
  await staff.ok('message.recordCall', { callId: 'c-1', result: 'noAnswer' })
  await within('message.recordCall')
})
