import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RequestDoc } from '../../cloudfunctions/account/account.docs'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import type { CallDoc } from '../../cloudfunctions/shared/to-call'
import { newAccount } from '../../cloudfunctions/shared/actor'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import { MINUTE, MONDAY_9, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { accept } from '../support/accept'
import { addDocs, allOf, changeDoc } from '../support/database'

/** Who must hear of something and did not read it within a day is called by staff. */

const PLACE = { communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }

let cloud: TestCloud
let clock = MONDAY_9
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 40, templates: DEMO_TEMPLATES })
})
afterAll(() => cloud.close())

async function advance(ms: number) {
  clock = (await cloud.advance(ms)).now
}
let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`

/** Staff let somebody act for this person, who is told so. Answers the call that may come of it. */
async function helperBegins(openid: string): Promise<CallDoc> {
  const asker = `asks-for-${openid}`
  await addDocs(cloud, 'accounts', [newAccount(asker, `a-${asker}`, '小王')])
  const _id = `help-${openid}`
  const request: RequestDoc = {
    ...{ _id, kind: 'help', ...PLACE, accountId: asker, ref: `a-${asker}`, name: '小王' },
    ...{ room: { communityId: 'chunxiao', building: '1', room: '1' }, place: '1号楼' },
    ...{ residentId: `r-${openid}`, forName: '奶奶', relation: 'grandchild', scope: 'everything' },
    ...{ state: 'waiting', tries: 0, expiresAt: clock * 2, askedAt: clock, listKey: _id },
    ...{ taps: [], outbox: [] },
  }
  await addDocs(cloud, 'requests', [request])
  await cloud.as('demo-staff').ok('account.answerRequest', { requestId: _id, answer: 'approve' })
  const call = await callOf(openid)
  if (!call) throw new Error('nobody would be called')
  return call
}
const callOf = async (openid: string) =>
  (await allOf<CallDoc>(cloud, 'calls')).find(({ residentId }) => residentId === `r-${openid}`)
/** A day has passed since. */
async function dayPasses({ _id }: CallDoc) {
  await changeDoc(cloud, 'calls', _id, { callFrom: clock - 1 })
  await advance(MINUTE)
}
const listed = async (by = 'demo-staff') =>
  (await cloud.as(by).ok('message.listCalls', {})).items.map(({ callId }) => callId)

describe('somebody may act for a person from now on', () => {
  test('who has not read it and was sent nothing is called, and can be told', async () => {
    const me = someone()
    const call = await helperBegins(me)
    expect(call.callFrom - call.since).toBe(24 * 60 * MINUTE)
    await advance(MINUTE)
    expect(await listed()).toEqual([])
    await dayPasses(call)
    const { items } = await cloud.as('demo-staff').ok('message.listCalls', {})
    expect(items).toMatchObject([
      {
        callId: call._id,
        residentId: `r-${me}`,
        name: expect.stringMatching(/./) as string,
        about: { kind: 'helperBegan', name: '小王', relation: 'grandchild' },
      },
    ])
    const staff = cloud.as('demo-staff')
    const tap = newTap()
    const note = '下午再打'
    const input = { callId: call._id, result: 'noAnswer' as const, note }
    const once = await staff.ok('message.recordCall', input, tap)
    expect(once.call).toMatchObject({ result: 'noAnswer', note })
    expect(once.call?.by).not.toBe('')
    expect(await staff.ok('message.recordCall', input, tap)).toEqual(once)
    expect(
      await staff.refused('message.recordCall', { callId: call._id, result: 'told' }, tap),
    ).toBe('TAP_REUSED')
    expect(await listed()).toEqual([call._id])
    await staff.ok('message.recordCall', { callId: call._id, result: 'told' })
    expect(await listed()).toEqual([])
    // What somebody else has ended stays so.
    const late = await staff.ok('message.recordCall', { callId: call._id, result: 'noAnswer' })
    expect(late.call?.result).toBe('told')
  })

  test('who has read it is not called', async () => {
    const me = someone()
    const call = await helperBegins(me)
    await cloud.as(me).ok('message.markRead', { all: true })
    await dayPasses(call)
    expect([await listed(), await callOf(me)]).toEqual([[], undefined])
  })

  test('who was sent a message is not called', async () => {
    const me = someone()
    await accept(cloud, me, 'result')
    const call = await helperBegins(me)
    await advance(MINUTE)
    expect((await cloud.phone(me)).length).toBe(1)
    await dayPasses(call)
    expect([await listed(), await callOf(me)]).toEqual([[], undefined])
  })

  test('who can be sent a message has it when the call answers, and once', async () => {
    const me = someone()
    await accept(cloud, me, 'result')
    await helperBegins(me)
    expect((await cloud.phone(me)).length).toBe(1)
    await advance(MINUTE)
    expect((await cloud.phone(me)).length).toBe(1)
  })

  test.each([
    ['refuses for now', { mode: 'error' as const }],
    ['does not answer', { mode: 'delay' as const, ms: 8_000 }],
  ])('where WeChat %s the call answers in time, and the ticker sends it', async (_what, fault) => {
    const me = someone()
    await accept(cloud, me, 'result')
    await cloud.setFault({ function: 'account', action: 'openapi.subscribeMessage.send', ...fault })
    const began = performance.now()
    await helperBegins(me)
    expect(performance.now() - began).toBeLessThan(4_000)
    const { faults } = await cloud.request<{ faults: { fired: boolean }[] }>('GET', '/faults')
    expect(faults).toMatchObject([{ fired: true }])
    await cloud.clearFaults()
    expect(await cloud.phone(me)).toEqual([])
    await advance(3 * MINUTE)
    expect((await cloud.phone(me)).length).toBeGreaterThan(0)
  })

  test('who reads it before staff call is taken off the list within the hour', async () => {
    const me = someone()
    const call = await helperBegins(me)
    await dayPasses(call)
    expect(await listed()).toEqual([call._id])
    await cloud.as(me).ok('message.markRead', { all: true })
    await advance(60 * MINUTE)
    expect(await listed()).toEqual([])
  })

  test('staff of another community call nobody here', async () => {
    const call = await helperBegins(someone())
    await dayPasses(call)
    expect(await listed('demo-neighbour')).toEqual([])
    const input = { callId: call._id, result: 'told' as const }
    expect(await cloud.as('demo-neighbour').refused('message.recordCall', input)).toBe('NOT_FOUND')
    expect(await cloud.as(someone()).refused('message.recordCall', input)).toBe('NOT_ALLOWED')
  })

  test('nobody is called about what nobody was told any more', async () => {
    const call = await helperBegins(someone())
    const notices = await allOf<NoticeDoc>(cloud, 'notices')
    expect(notices.map(({ _id }) => _id)).toContain(call.noticeId)
    await changeDoc(cloud, 'calls', call._id, { noticeId: 'n-gone' })
    await dayPasses(call)
    expect(await listed()).not.toContain(call._id)
  })
})
