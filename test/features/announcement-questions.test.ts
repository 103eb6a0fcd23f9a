import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuestionDoc } from '../../cloudfunctions/announcement/announcement.docs'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import { announce } from '../support/announced'
import { HOUR, MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import { CHUNXIAO, LIUAN } from '../support/people'

/** Questions below announcements: asked, checked, let through, answered. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 6 })
  await announce(cloud, [
    { id: 'asked', title: '停水' },
    { id: 'works', title: '电梯维修', more: { author: { ref: 'a-m', role: 'propertyManager' } } },
    { id: 'not-asked', more: { questions: false } },
    { id: 'over', more: { state: 'expired' } },
    { id: 'elsewhere', region: LIUAN, audience: { public: true } },
    {
      id: 'gone',
      more: { state: 'withdrawn', withdrawn: { at: 1, reason: '写错了。', by: 'a' } },
    },
  ])
})
afterAll(() => cloud.close())

const ask = (openid: string, text: string, tap = newTap()) =>
  cloud.as(openid).ok('announcement.ask', { announcementId: 'asked', text }, tap)
const below = async (openid: string, announcementId = 'asked') => {
  const view = await cloud.as(openid).ok('announcement.view', { announcementId })
  return 'questions' in view ? view.questions : []
}
const desk = (state?: 'held' | 'waiting' | 'answered') =>
  cloud
    .as('demo-staff')
    .ok('announcement.listQuestions', { region: CHUNXIAO, ...(state ? { state } : {}) })
const questionOf = async (text: string) =>
  (await allOf<QuestionDoc>(cloud, 'questions')).find((one) => one.text === text)
const told = async (openid: string, kind: string) =>
  (await allOf<NoticeDoc>(cloud, 'notices')).filter(
    ({ accountId, about }) => accountId === openid && about.kind === kind,
  )
const answering = { region: CHUNXIAO, text: '明天早上六点。', show: true }

describe('a question', () => {
  test('is seen by whoever asked, answered, and then by all', async () => {
    const tap = newTap()
    const asked = await ask('demo-resident', '停到几点？', tap)
    expect(asked).toMatchObject({ mine: true, state: 'waiting', text: '停到几点？' })
    expect(await ask('demo-resident', '停到几点？', tap)).toEqual(asked)
    const other = { announcementId: 'asked', text: '别的？' }
    expect(await cloud.as('demo-resident').refused('announcement.ask', other, tap)).toBe(
      'TAP_REUSED',
    )
    expect((await below('demo-resident'))[0]).toEqual(asked)
    expect(await below('demo-elder')).toEqual([])
    const { items } = await desk('waiting')
    const item = items.find(({ questionId }) => questionId === asked.questionId)
    expect(item).toMatchObject({ name: '张伟', title: '停水', state: 'waiting' })
    expect(await told('demo-staff', 'questionAsked')).toHaveLength(1)
    const { questionId } = asked
    const answered = await cloud
      .as('demo-staff')
      .ok('announcement.answer', { ...answering, questionId })
    expect(answered).toMatchObject({ state: 'answered', answer: { shown: true } })
    expect(await below('demo-elder')).toEqual([
      {
        ...asked,
        mine: false,
        state: 'answered',
        answer: { text: answering.text, at: answered.answer?.at },
      },
    ])
    expect(await told('demo-resident', 'questionAnswered')).toHaveLength(1)
    // Answered again, it is for whoever asked alone.
    const again = { ...answering, questionId, text: '早上七点。', show: false }
    await cloud.as('demo-staff').ok('announcement.answer', again)
    expect(await below('demo-elder')).toEqual([])
    expect((await below('demo-resident'))[0]?.answer?.text).toBe('早上七点。')
    expect((await desk('answered')).items.map((one) => one.questionId)).toContain(questionId)
    expect((await questionOf('停到几点？'))?.checkAt).toBeUndefined()
  })

  test('that WeChat refuses is not kept; what it is unsure of, staff decide', async () => {
    const risky = { announcementId: 'asked', text: '来赌博吗？' }
    expect(await cloud.as('demo-elder').refused('announcement.ask', risky)).toBe('TEXT_REFUSED')
    expect(await questionOf(risky.text)).toBeUndefined()
    const held = await ask('demo-elder', '加微信好吗？')
    expect(held.state).toBe('checking')
    const { questionId } = held
    const region = CHUNXIAO
    const staff = cloud.as('demo-staff')
    expect((await desk('held')).items.map((one) => one.questionId)).toEqual([questionId])
    const early = { ...answering, questionId }
    expect(await staff.refused('announcement.answer', early)).toBe('QUESTION_HELD')
    const tap = newTap()
    const input = { region, questionId, verdict: 'allow' as const }
    expect((await staff.ok('announcement.reviewQuestion', input, tap)).state).toBe('waiting')
    expect((await staff.ok('announcement.reviewQuestion', input, tap)).state).toBe('waiting')
    const refuse = { ...input, verdict: 'refuse' as const }
    expect(await staff.refused('announcement.reviewQuestion', refuse, tap)).toBe('TAP_REUSED')
    const second = await ask('demo-elder', '加微信行不行？')
    const no = { region, questionId: second.questionId, verdict: 'refuse' as const }
    await staff.ok('announcement.reviewQuestion', no)
    expect((await below('demo-elder'))[0]?.state).toBe('refused')
    expect((await told('demo-elder', 'questionAnswered'))[0]?.about).toMatchObject({
      answer: 'refused',
    })
    const late = { ...answering, questionId: second.questionId }
    expect(await staff.refused('announcement.answer', late)).toBe('NOT_FOUND')
  })

  test('that WeChat does not answer about is checked again, and after an hour staff decide', async () => {
    const silent = { action: 'openapi.security.msgSecCheck', mode: 'error', times: 1_000 } as never
    await cloud.setFault(silent)
    expect((await ask('resident-0001', '有水车吗？')).state).toBe('checking')
    expect((await ask('resident-0002', '几号楼停？')).state).toBe('checking')
    await cloud.clearFaults()
    await cloud.as('resident-0001').ok('home.view', {})
    await cloud.advance(2 * MINUTE)
    expect((await questionOf('有水车吗？'))?.state).toBe('waiting')
    expect((await questionOf('几号楼停？'))?.state).toBe('waiting')
    await cloud.setFault(silent)
    expect((await ask('resident-0001', '水什么时候来？')).state).toBe('checking')
    await cloud.sleep(30 * MINUTE)
    expect((await questionOf('水什么时候来？'))?.state).toBe('checking')
    await cloud.sleep(HOUR)
    expect((await questionOf('水什么时候来？'))?.state).toBe('held')
    await cloud.clearFaults()
  })

  test('is asked where it may be, by those it is for, ten open ones at most', async () => {
    const refused = (openid: string, announcementId: string) =>
      cloud.as(openid).refused('announcement.ask', { announcementId, text: '请问？' })
    expect(await refused('demo-resident', 'not-asked')).toBe('NO_QUESTIONS')
    expect(await refused('demo-resident', 'over')).toBe('NO_QUESTIONS')
    expect(await refused('demo-resident', 'elsewhere')).toBe('NOT_ADDRESSED')
    expect(await refused('demo-resident', 'gone')).toBe('WITHDRAWN')
    expect(await refused('demo-resident', 'none')).toBe('NOT_FOUND')
    expect(await refused('demo-newcomer', 'elsewhere')).toBe('NOT_JOINED')
    for (let n = 1; n <= 10; n++) await ask('resident-0003', `第${n}个问题`)
    expect(await refused('resident-0003', 'asked')).toBe('TOO_MANY_QUESTIONS')
  })

  test('typed by the desk is the person’s, and WeChat is asked about whoever typed', async () => {
    const asHer = cloud.as('demo-staff', { onBehalfOf: 'r-demo-elder' })
    await asHer.ok('announcement.ask', { announcementId: 'asked', text: '她问水车。' })
    expect(await questionOf('她问水车。')).toMatchObject({
      residentId: 'r-demo-elder',
      typedBy: 'demo-staff',
      by: 'desk',
    })
    expect((await below('demo-elder'))[0]?.mine).toBe(true)
  })

  test('is staff’s of the region alone', async () => {
    const { questionId } = await ask('resident-0004', '谁来答？')
    const theirs = { ...answering, region: LIUAN, questionId }
    const other = cloud.as('demo-neighbour')
    expect(await other.refused('announcement.answer', theirs)).toBe('NOT_FOUND')
    expect(await other.refused('announcement.answer', { ...theirs, region: CHUNXIAO })).toBe(
      'NOT_ALLOWED',
    )
    const { items } = await other.ok('announcement.listQuestions', { region: LIUAN })
    expect(items).toEqual([])
  })

  test('is a property manager’s only below what property managers wrote', async () => {
    const { questionId } = await ask('demo-elder', '物业能看到吗？')
    const own = { announcementId: 'works', text: '电梯修几天？' }
    const theirs = await cloud.as('demo-elder').ok('announcement.ask', own)
    const manager = cloud.as('demo-manager')
    const { items } = await manager.ok('announcement.listQuestions', { region: CHUNXIAO })
    expect(items.map((one) => one.questionId)).toEqual([theirs.questionId])
    const answer = { ...answering, questionId }
    expect(await manager.refused('announcement.answer', answer)).toBe('NOT_FOUND')
    const verdict = { region: CHUNXIAO, questionId, verdict: 'refuse' } as const
    expect(await manager.refused('announcement.reviewQuestion', verdict)).toBe('NOT_FOUND')
    await manager.ok('announcement.answer', { ...answering, questionId: theirs.questionId })
    const heard = (await told('demo-manager', 'questionAsked')).map(({ about }) => about)
    expect(heard).toMatchObject([{ announcementId: 'works' }])
  })

  test.each([
    ['asking', 'announcement.ask'],
    ['answering', 'announcement.answer'],
  ] as const)('%s that dies is told by the ticker, once', async (_, op) => {
    for (const mode of ['kill', 'error-after'] as const) {
      const openid = op === 'announcement.ask' ? 'resident-0005' : 'resident-0006'
      const text = `${op}${mode}？`
      const before = op === 'announcement.ask' ? undefined : await ask(openid, text)
      const listening = op === 'announcement.ask' ? 'demo-staff' : openid
      const kind = op === 'announcement.ask' ? 'questionAsked' : 'questionAnswered'
      const heard = (await told(listening, kind)).length
      for (let nth = 1; nth <= 12; nth++) {
        await cloud.setFault({ op, nth, mode })
        const input = before
          ? { ...answering, questionId: before.questionId }
          : { announcementId: 'asked', text }
        const tapId = `tap-${op.length}${mode}${before?.questionId.slice(0, 8) ?? ''}`
        const event = { op, input, tapId }
        await cloud.send('announcement', event, before ? 'demo-staff' : openid)
        const fired = (await cloud.faults()).some((fault) => fault.fired)
        await cloud.clearFaults()
        await cloud.send('announcement', event, before ? 'demo-staff' : openid)
        if (!fired) break
      }
      await cloud.runTimer('ticker')
      const all = (await allOf<QuestionDoc>(cloud, 'questions')).filter((one) => one.text === text)
      expect(all).toHaveLength(1)
      expect(all[0]?.checkAt).toBeUndefined()
      // What is asked within an hour is one notice, so that there may have been one before.
      const now = (await told(listening, kind)).length
      expect(now - heard).toBeLessThanOrEqual(1)
      if (op === 'announcement.answer') expect(now - heard).toBe(1)
    }
  })
})
