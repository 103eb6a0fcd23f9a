import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, type Grant, newAccount } from '../../cloudfunctions/shared/actor'
import type { CreditsDoc, PushDoc } from '../../cloudfunctions/shared/pushes'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import { HOUR, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { accept as letSend } from '../support/accept'
import { addDocs, allOf, changeDoc, emptyCollection } from '../support/database'

/** What a feature tells somebody reaches their phone, as far as WeChat lets it. */

const PLACE = { communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }

let cloud: TestCloud
let clock = MONDAY_9
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 40, templates: DEMO_TEMPLATES })
  // What the demo has told everybody would stand in every inbox.
  await emptyCollection(cloud, 'notices')
})
afterAll(() => cloud.close())

async function advance(ms: number) {
  clock = (await cloud.advance(ms)).now
}

let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`
const pushesOf = async (openid: string) =>
  (await allOf<PushDoc>(cloud, 'pushes')).filter(({ accountId }) => accountId === openid)
const statesOf = async (openid: string) => (await pushesOf(openid)).map(({ state }) => state)
const left = async (openid: string) =>
  (await allOf<CreditsDoc>(cloud, 'credits')).find(({ _id }) => _id === openid)?.left
const shown = async (openid: string) =>
  (await cloud.phone(openid)).map(({ data }) => Object.values(data).map(({ value }) => value))

/** Somebody acts for this person no more, and so the person is told of it. */
async function tellOnce(openid: string) {
  const helper = `helper-${++next}`
  const grant: Grant = {
    ...{ grantId: `g-${helper}`, residentId: `r-${openid}`, ...PLACE, name: '妈妈', home: '1室' },
    ...{ relation: 'daughter', scope: 'everything', since: 1 },
  }
  const account: Account = { ...newAccount(helper, `a-${helper}`, '女儿'), grants: [grant] }
  await addDocs(cloud, 'accounts', [account])
  await cloud.as(helper).ok('account.endHelping', { grantId: grant.grantId })
}

async function accept(openid: string, template = 'result') {
  await letSend(cloud, openid, template)
  await advance(0)
}

describe('what somebody is told', () => {
  test('stands on their phone within a minute, once, and costs one acceptance', async () => {
    const me = someone()
    await accept(me)
    await accept(me)
    await tellOnce(me)
    expect(await cloud.phone(me)).toEqual([])
    await advance(MINUTE)
    expect(await cloud.phone(me)).toMatchObject([
      {
        templateId: 'demo-result',
        page: 'pages/helping/index',
        data: {
          thing1: { value: '代办结束了' },
          time2: { value: '2026-11-23 09:00' },
          thing3: { value: '女儿不再替您代办' },
        },
      },
    ])
    expect([await statesOf(me), await left(me)]).toEqual([['sent'], { result: 1 }])
    await advance(MINUTE)
    expect((await cloud.phone(me)).length).toBe(1)
  })

  test('is in the inbox alone for whoever accepted nothing', async () => {
    const me = someone()
    await tellOnce(me)
    await advance(MINUTE)
    expect([await cloud.phone(me), await statesOf(me)]).toEqual([[], ['nocredit']])
    expect((await cloud.as(me).ok('message.listMine', {})).items.length).toBe(1)
    // To accept later brings nothing old.
    await accept(me)
    await advance(MINUTE)
    expect(await cloud.phone(me)).toEqual([])
  })

  test('is one message for all that came together, and costs one acceptance', async () => {
    const me = someone()
    await accept(me)
    await accept(me)
    for (let i = 0; i < 3; i++) await tellOnce(me)
    await advance(MINUTE)
    expect(await cloud.phone(me)).toMatchObject([
      { page: 'pages/messages/index', data: { thing1: { value: '您有3条新消息' } } },
    ])
    expect([await statesOf(me), await left(me)]).toEqual([['sent', 'sent', 'sent'], { result: 1 }])
  })

  test('is sent once by two tickers at the same time', async () => {
    const people = Array.from({ length: 6 }, someone)
    for (const me of people) {
      await accept(me)
      await accept(me)
      await tellOnce(me)
      await tellOnce(me)
    }
    await Promise.all([1, 2, 3].map(() => cloud.runTimer('ticker')))
    for (const me of people) {
      expect((await shown(me)).map(([title]) => title)).toEqual(['您有2条新消息'])
      expect(await left(me)).toEqual({ result: 1 })
    }
  })

  test('whoever turned it off on the phone is not asked for again and again', async () => {
    const me = someone()
    await accept(me)
    await cloud.answer(me, 'demo-result', 'ban')
    // The event is late: the ledger still counts one.
    await changeDoc(cloud, 'credits', me, { left: { result: 1 } })
    await tellOnce(me)
    await advance(MINUTE)
    expect([await statesOf(me), await left(me)]).toEqual([['nocredit'], { result: 0 }])
  })
})

/** A message that waits, or was left, as the queue holds it. */
const row = (accountId: string, more: Partial<PushDoc>): PushDoc => ({
  ...{ _id: `p-${accountId}`, accountId, template: 'announcement', fact: accountId, tries: 0 },
  ...{ values: { title: '燃气泄漏' }, page: 'pages/home/index', urgent: true, state: 'waiting' },
  ...{ at: clock, dueAt: clock, ...more },
})

test('whose run died: an emergency is sent again, anything else is given up', async () => {
  const [urgent, ordinary] = [someone(), someone()]
  for (const me of [urgent, ordinary]) await accept(me, 'announcement')
  const died = { state: 'sending', run: 'died' } as const
  await addDocs(cloud, 'pushes', [row(urgent, died), row(ordinary, { ...died, urgent: false })])
  await advance(MINUTE)
  expect([await statesOf(urgent), await statesOf(ordinary)]).toEqual([['sent'], ['failed']])
  expect([(await shown(urgent)).length, await shown(ordinary)]).toEqual([1, []])
})

test('what ended a month ago is forgotten within the hour', async () => {
  const me = someone()
  await addDocs(cloud, 'pushes', [row(me, { state: 'sent', dueAt: clock - 1 })])
  await advance(HOUR)
  expect(await statesOf(me)).toEqual([])
})

describe('at night', () => {
  async function at(now: number, work: () => Promise<void>) {
    const day = cloud
    cloud = await startTestCloud({ residents: 4, templates: DEMO_TEMPLATES, now })
    clock = now
    try {
      await work()
    } finally {
      await cloud.close()
      cloud = day
    }
  }
  const MIDNIGHT = MONDAY_9 + 15 * HOUR

  test('what can wait waits from half past nine on; an emergency does not', async () => {
    await at(MIDNIGHT - 2.5 * HOUR - MINUTE, async () => {
      const [wakes, sleeps, late] = ['resident-0001', 'resident-0002', 'resident-0003']
      await accept(wakes, 'announcement')
      for (const me of [sleeps, late]) await accept(me)
      await addDocs(cloud, 'pushes', [row(wakes, {})])
      await tellOnce(late)
      await advance(2 * MINUTE)
      await tellOnce(sleeps)
      await advance(MINUTE)
      expect([(await shown(wakes)).length, await shown(sleeps)]).toEqual([1, []])
      expect((await pushesOf(sleeps)).map(({ dueAt }) => dueAt)).toEqual([MIDNIGHT + 7.5 * HOUR])
    })
  }, 30_000)

  test('until half past seven', async () => {
    await at(MIDNIGHT + 7.5 * HOUR - 2 * MINUTE, async () => {
      const me = 'resident-0001'
      await accept(me)
      await tellOnce(me)
      await advance(MINUTE)
      expect(await shown(me)).toEqual([])
      await advance(MINUTE)
      expect((await shown(me)).length).toBe(1)
    })
  }, 30_000)
})
