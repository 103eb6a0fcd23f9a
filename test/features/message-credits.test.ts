import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '../../cloudfunctions/shared/collections'
import type { CreditsDoc } from '../../cloudfunctions/shared/pushes'
import { LIMITS } from '../../types/contract/limits'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import { newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf, snapshot } from '../support/database'

/** How many messages WeChat lets us send somebody is counted from its own events; the phone's word is second best. */

let cloud: TestCloud
let without: TestCloud
beforeAll(async () => {
  const options = { residents: 20, templates: DEMO_TEMPLATES }
  ;[cloud, without] = await Promise.all([
    startTestCloud({ ...options, env: { LINLI_WECHAT_EVENTS: '1' } }),
    startTestCloud(options),
  ])
})
afterAll(() => Promise.all([cloud.close(), without.close()]))

let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`
const leftOf = async (openid: string, at = cloud) =>
  (await allOf<CreditsDoc>(at, 'credits')).find(({ _id }) => _id === openid)?.left
const templatesOf = async (openid: string, at = cloud) =>
  (await at.as(openid).ok('home.view', {})).message?.templates

describe('where WeChat’s events come', () => {
  test('each yes is one message, and for good where the template is', async () => {
    const me = someone()
    expect(await templatesOf(me)).toContainEqual({
      name: 'reply',
      templateId: 'demo-reply',
      kind: 'once',
      left: 0,
    })
    await cloud.answer(me, 'demo-reply')
    await cloud.advance(1_000)
    await cloud.answer(me, 'demo-reply')
    await cloud.answer(me, 'demo-work')
    await cloud.advance(1_000)
    await cloud.answer(me, 'demo-work')
    await expect.poll(() => leftOf(me), { timeout: 10_000 }).toEqual({ reply: 2, work: 1 })
    expect(await templatesOf(me)).toContainEqual({
      name: 'work',
      templateId: 'demo-work',
      kind: 'always',
      left: 1,
    })
  })

  test('no keeps what was there, and for good it ends it; to turn it off ends everything', async () => {
    const me = someone()
    for (const template of ['demo-reply', 'demo-work']) await cloud.answer(me, template)
    await cloud.advance(1_000)
    for (const template of ['demo-reply', 'demo-work']) await cloud.answer(me, template, false)
    await expect.poll(() => leftOf(me), { timeout: 10_000 }).toEqual({ reply: 1, work: 0 })
    await cloud.answer(me, 'demo-reply', 'ban')
    await expect.poll(() => leftOf(me), { timeout: 10_000 }).toEqual({ reply: 0, work: 0 })
  })

  test('the phone’s word counts for nothing', async () => {
    const me = someone()
    const input = { accepted: ['reply' as const], refused: [] }
    const { templates } = await cloud.as(me).ok('message.recordAcceptance', input)
    expect(templates.find(({ name }) => name === 'reply')?.left).toBe(0)
    expect(await leftOf(me)).toBeUndefined()
  })

  test('nobody makes up an event, for themselves or for others', async () => {
    const [me, other] = [someone(), someone()]
    const before = await snapshot(cloud, Object.keys(COLLECTIONS))
    const item = { TemplateId: 'demo-reply', SubscribeStatusString: 'accept' }
    for (const FromUserName of [me, other]) {
      const event = {
        ...{ ToUserName: 'gh_1', FromUserName, CreateTime: 1, MsgType: 'event' },
        ...{ Event: 'subscribe_msg_popup_event', List: [item] },
      }
      const answer = await cloud.send('message', event, me)
      expect(answer).toMatchObject({ result: { error: { code: 'BAD_EVENT' } } })
    }
    expect(await snapshot(cloud, Object.keys(COLLECTIONS))).toEqual(before)
  })
})

describe('where they do not come', () => {
  test('the phone’s word counts, once a tap and up to a limit', async () => {
    const me = without.as('resident-0001')
    const tap = newTap()
    const input = { accepted: ['reply', 'work'] as ('reply' | 'work')[], refused: [] }
    for (let i = 0; i < 2; i++) await me.ok('message.recordAcceptance', input, tap)
    expect(await leftOf('resident-0001', without)).toEqual({ reply: 1, work: 1 })
    const other = { accepted: [], refused: ['work' as const] }
    expect(await me.refused('message.recordAcceptance', other, tap)).toBe('TAP_REUSED')
    await me.ok('message.recordAcceptance', other)
    expect(await leftOf('resident-0001', without)).toEqual({ reply: 1, work: 0 })
    for (let i = 0; i < 22; i++)
      await me.ok('message.recordAcceptance', { accepted: ['reply'], refused: [] })
    expect(await leftOf('resident-0001', without)).toEqual({
      reply: LIMITS.messageCredits,
      work: 0,
    })
  })

  test('two taps at once are two', async () => {
    const me = without.as('resident-0002')
    const input = { accepted: ['reply' as const], refused: [] }
    await Promise.all([1, 2, 3].map(() => me.ok('message.recordAcceptance', input)))
    expect(await leftOf('resident-0002', without)).toEqual({ reply: 3 })
  })

  test.each([
    ['four at a time', { accepted: ['reply', 'work', 'result', 'booking'], refused: [] }],
    ['a template that is none', { accepted: ['lottery'], refused: [] }],
    ['nothing said', {}],
  ])('%s is refused', async (_case, input) => {
    const me = without.as('resident-0003')
    expect(await me.refused('message.recordAcceptance', input as never)).toMatch(
      /BAD_INPUT|TOO_LARGE/,
    )
  })
})
