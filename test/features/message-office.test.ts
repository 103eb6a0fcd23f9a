import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficeQuestionDoc } from '../../cloudfunctions/message/office.docs'
import { type Grant, newAccount } from '../../cloudfunctions/shared/actor'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import {
  DAY,
  HOUR,
  MINUTE,
  MONDAY_9,
  newTap,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { accept } from '../support/accept'
import { addDocs, allOf, changeDoc, emptyCollection } from '../support/database'

/** A private question to the office: checked, answered in time, and heard of by whoever should. */

const PLACE = { communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }

let cloud: TestCloud
let clock = MONDAY_9
/** What the staff's group was told. */
const group: string[] = []
let robot: Server
let robotSays = '{"errcode":0}'
beforeAll(async () => {
  robot = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      group.push((JSON.parse(body) as { text: { content: string } }).text.content)
      response.end(robotSays)
    })
  })
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve))
  const { port } = robot.address() as AddressInfo
  cloud = await startTestCloud({
    residents: 40,
    templates: DEMO_TEMPLATES,
    env: { LINLI_WECOM_WEBHOOK: `http://127.0.0.1:${port}/send?key=x` },
  })
  // What the demo has told everybody would stand in every inbox.
  await emptyCollection(cloud, 'notices')
  // The check has its time: the first call of an instance takes longer than a warm one.
  await cloud.as('demo-elder').ok('message.askStaff', { text: '在吗？' })
})
afterAll(async () => {
  await cloud.close()
  robot.close()
})

async function advance(ms: number) {
  clock = (await cloud.advance(ms)).now
}
let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`
const staff = () => cloud.as('demo-staff')
const docOf = async (id: string) =>
  (await allOf<OfficeQuestionDoc>(cloud, 'officeQuestions')).find(({ _id }) => _id === id)
const ask = (openid: string, text = '请问低保怎么申请？') =>
  cloud.as(openid).ok('message.askStaff', { text })
const inbox = async (openid: string) =>
  (await cloud.as(openid).ok('message.listMine', {})).items.map(({ about }) => about)
const waiting = async (questionId: string) =>
  (await staff().ok('message.listOfficeQuestions', {})).items.find(
    (one) => one.questionId === questionId,
  )

describe('a question to the office', () => {
  test('is answered by staff, and the asker hears of it on the phone, once', async () => {
    const me = someone()
    await accept(cloud, me, 'reply')
    const asked = await ask(me)
    expect(asked.state).toBe('waiting')
    // Monday to Wednesday, to the minute.
    expect(Math.floor((asked.dueAt - asked.askedAt + MINUTE) / DAY)).toBe(2)
    expect(await waiting(asked.questionId)).toMatchObject({
      text: '请问低保怎么申请？',
      residentId: `r-${me}`,
      name: expect.stringMatching(/./) as string,
      home: expect.stringMatching(/室/) as string,
      overdue: false,
      state: 'waiting',
    })
    const { questionId } = asked
    const answered = await staff().ok('message.answerOfficeQuestion', {
      questionId,
      text: '请带身份证到服务站。',
    })
    expect(answered).toMatchObject({ state: 'answered', answer: { text: '请带身份证到服务站。' } })
    expect(answered.answer?.by).not.toBe('')
    await Promise.all([advance(MINUTE), cloud.runTimer('ticker')])
    await advance(MINUTE)
    expect(await inbox(me)).toEqual([{ kind: 'officeAnswered' }])
    expect((await cloud.phone(me)).map(({ templateId }) => templateId)).toEqual(['demo-reply'])
    expect((await cloud.as(me).ok('message.listAsked', {})).items).toMatchObject([
      { questionId, state: 'answered', answer: { text: '请带身份证到服务站。' } },
    ])
    expect(await waiting(questionId)).toBeUndefined()
    const { items } = await staff().ok('message.listOfficeQuestions', { state: 'answered' })
    expect(items.map((one) => one.questionId)).toContain(questionId)
  })

  test('stands in the database so that nobody reads it there', async () => {
    const { questionId } = await ask(someone(), '我家老人有糖尿病，能上门吗？')
    await staff().ok('message.answerOfficeQuestion', { questionId, text: '护士明天上门。' })
    const all = JSON.stringify(await allOf(cloud, 'officeQuestions'))
    for (const text of ['糖尿病', '护士']) expect(all).not.toContain(text)
  })

  test('is told to staff: once in the inbox, once in their group, once on a phone that accepts', async () => {
    await advance(MINUTE)
    await accept(cloud, 'demo-staff', 'work')
    group.length = 0
    const before = (await cloud.phone('demo-staff')).length
    await ask(someone())
    await ask(someone())
    await Promise.all([advance(MINUTE), cloud.runTimer('ticker')])
    await advance(MINUTE)
    const told = (await inbox('demo-staff')).slice(0, 2)
    expect(told).toEqual([
      { kind: 'officeAsked', held: false },
      { kind: 'officeAsked', held: false },
    ])
    expect(group).toEqual([
      '【邻里】有事要办，请打开小程序\n春晓社区 居民问社区：等社区回复（2件）',
    ])
    const shown = (await cloud.phone('demo-staff')).slice(before)
    expect(shown.length).toBeGreaterThanOrEqual(1)
    expect(shown.length).toBeLessThanOrEqual(2)
    // Those of another community hear nothing.
    expect(await inbox('demo-neighbour')).toEqual([])
  })

  test('a group that cannot be told stops nothing', async () => {
    robotSays = '{"errcode":93000}'
    group.length = 0
    await ask(someone())
    await advance(2 * MINUTE)
    robotSays = '{"errcode":0}'
    expect(group.length).toBe(1)
    expect((await inbox('demo-staff'))[0]).toEqual({ kind: 'officeAsked', held: false })
  })

  test('staff are told that the time runs out, and that it is over', async () => {
    const { questionId } = await ask(someone())
    await advance(MINUTE)
    const remind = async (dueAt: number) => {
      await changeDoc(cloud, 'officeQuestions', questionId, { dueAt, remindAt: clock - 1 })
      await advance(2 * MINUTE)
      return (await docOf(questionId))?.remind
    }
    const dueAt = clock + HOUR
    expect(await remind(dueAt)).toBe('overdue')
    expect((await inbox('demo-staff'))[0]).toEqual({ kind: 'officeDue', dueAt })
    expect(await remind(clock - 1)).toBeUndefined()
    expect((await waiting(questionId))?.overdue).toBe(true)
    expect((await inbox('demo-staff')).filter(({ kind }) => kind === 'officeDue').length).toBe(2)
  })

  test('of somebody helped is theirs, and the helper hears of the answer too', async () => {
    const [me, daughter] = [someone(), 'office-daughter']
    const grant: Grant = {
      ...{ grantId: 'g-office', residentId: `r-${me}`, ...PLACE, name: '妈妈', home: '1室' },
      ...{ relation: 'daughter', scope: 'everything', since: 1 },
    }
    await addDocs(cloud, 'accounts', [
      { ...newAccount(daughter, 'a-office', '女儿'), grants: [grant] },
    ])
    const helping = cloud.as(daughter, { onBehalfOf: `r-${me}` })
    const { questionId } = await helping.ok('message.askStaff', { text: '能送饭上门吗？' })
    expect((await waiting(questionId))?.by).toBe('helper')
    expect((await cloud.as(me).ok('message.listAsked', {})).items.length).toBe(1)
    await staff().ok('message.answerOfficeQuestion', { questionId, text: '可以。' })
    await advance(MINUTE)
    for (const openid of [me, daughter])
      expect(await inbox(openid)).toContainEqual({ kind: 'officeAnswered' })
  })
})

describe('what residents type is checked', () => {
  test('what WeChat refuses is refused, and nothing is kept', async () => {
    const before = await allOf(cloud, 'officeQuestions')
    const text = '一起来赌博吧'
    expect(await cloud.as(someone()).refused('message.askStaff', { text })).toBe('TEXT_REFUSED')
    expect(await allOf(cloud, 'officeQuestions')).toEqual(before)
  })

  test('of what WeChat is not sure people decide', async () => {
    const [me, other] = [someone(), someone()]
    const { questionId, state } = await ask(me, '可以加微信吗？')
    const refused = await ask(other, '可以加微信吗？')
    expect(state).toBe('checking')
    await advance(MINUTE)
    expect((await inbox('demo-staff')).slice(0, 2)).toContainEqual({
      kind: 'officeAsked',
      held: true,
    })
    const answer = { questionId, text: '好的。' }
    expect(await staff().refused('message.answerOfficeQuestion', answer)).toBe('QUESTION_HELD')
    const review = (id: string, verdict: 'allow' | 'refuse') =>
      staff().ok('message.reviewOfficeQuestion', { questionId: id, verdict })
    expect((await review(questionId, 'allow')).state).toBe('waiting')
    expect((await review(questionId, 'refuse')).state).toBe('waiting')
    expect((await staff().ok('message.answerOfficeQuestion', answer)).state).toBe('answered')
    expect((await review(refused.questionId, 'refuse')).state).toBe('refused')
    await advance(MINUTE)
    expect(await inbox(other)).toEqual([{ kind: 'officeAnswered', refused: true }])
    expect((await cloud.as(other).ok('message.listAsked', {})).items[0]?.state).toBe('refused')
  })

  test('where WeChat does not answer, it is asked again; after an hour people decide', async () => {
    const [soon, never] = [someone(), someone()]
    await cloud.setFault({ action: 'openapi.security.msgSecCheck', mode: 'error' })
    const first = await ask(soon)
    await cloud.clearFaults()
    await cloud.setFault({ action: 'openapi.security.msgSecCheck', mode: 'error' })
    const second = await ask(never)
    await cloud.clearFaults()
    expect([first.state, second.state]).toEqual(['checking', 'checking'])
    expect(await waiting(first.questionId)).toBeUndefined()
    const answer = { questionId: first.questionId, text: '好。' }
    expect(await staff().refused('message.answerOfficeQuestion', answer)).toBe('NOT_FOUND')
    await changeDoc(cloud, 'officeQuestions', second.questionId, {
      askedAt: clock - HOUR,
      typedBy: 'nobody-was-here',
    })
    await advance(6 * MINUTE)
    expect((await waiting(first.questionId))?.state).toBe('waiting')
    expect((await waiting(second.questionId))?.state).toBe('held')
  })
})

describe('who does what twice, too often, or for others', () => {
  test('the same tap asks once, and asks nothing else', async () => {
    const me = cloud.as(someone())
    const tap = newTap()
    const both = await Promise.all(
      [1, 2].map(() => me.ok('message.askStaff', { text: '几点开门？' }, tap)),
    )
    expect(both[0]).toEqual(both[1])
    expect(await me.refused('message.askStaff', { text: '几点关门？' }, tap)).toBe('TAP_REUSED')
    expect((await me.ok('message.listAsked', {})).items.length).toBe(1)
  })

  test('ten may be open', async () => {
    const me = someone()
    const asked = []
    for (let i = 0; i < 10; i++) asked.push(await ask(me))
    const text = '还有呢？'
    expect(await cloud.as(me).refused('message.askStaff', { text })).toBe('TOO_MANY_QUESTIONS')
    const { questionId = '' } = asked[0] ?? {}
    await staff().ok('message.answerOfficeQuestion', { questionId, text: '好。' })
    await ask(me)
  })

  test('of two who answer at once the last has the last word', async () => {
    await addDocs(cloud, 'accounts', [
      {
        ...newAccount('office-two', 'a-office-two', '小李'),
        roles: [{ role: 'socialWorker', region: PLACE.region, since: 1, by: 'test' }],
      },
    ])
    const { questionId } = await ask(someone())
    const answers = await Promise.all([
      staff().ok('message.answerOfficeQuestion', { questionId, text: '甲' }),
      cloud.as('office-two').ok('message.answerOfficeQuestion', { questionId, text: '乙' }),
    ])
    expect(answers.map(({ state }) => state)).toEqual(['answered', 'answered'])
    const { items } = await staff().ok('message.listOfficeQuestions', { state: 'answered' })
    const last = items.find((one) => one.questionId === questionId)?.answer
    expect(['甲', '乙']).toContain(last?.text)
    expect(last?.text === '乙').toBe(last?.by === '小李')
    const facts = await allOf<{ op: string; by: string }>(cloud, 'auditFacts')
    const traced = facts.filter(({ op }) => op === 'message.answerOfficeQuestion')
    expect(traced.map(({ by }) => by)).toContain('a-office-two')
  })

  test('the office of another community sees nothing, and answers nothing', async () => {
    const { questionId } = await ask(someone())
    const other = cloud.as('demo-neighbour')
    expect((await other.ok('message.listOfficeQuestions', {})).items).toEqual([])
    expect(await other.refused('message.answerOfficeQuestion', { questionId, text: '好' })).toBe(
      'NOT_FOUND',
    )
    const me = cloud.as(someone())
    expect((await me.ok('message.listAsked', {})).items).toEqual([])
    expect(await me.refused('message.answerOfficeQuestion', { questionId, text: '好' })).toBe(
      'NOT_ALLOWED',
    )
  })

  test.each([
    ['too short', '？'],
    ['nothing but spaces', '   '],
    ['too long', '长'.repeat(301)],
  ])('%s is refused', async (_case, text) => {
    expect(await cloud.as(someone()).refused('message.askStaff', { text })).toMatch(
      /BAD_INPUT|TOO_LARGE/,
    )
  })
})
