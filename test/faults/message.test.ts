import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficeQuestionDoc } from '../../cloudfunctions/message/office.docs'
import { newAccount } from '../../cloudfunctions/shared/actor'
import type { CreditsDoc, PushDoc } from '../../cloudfunctions/shared/pushes'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import {
  type Fault,
  MINUTE,
  MONDAY_9,
  newTap,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { addDocs, allOf, changeDoc, emptyCollection } from '../support/database'
import { isTried } from '../support/fault-modes'

/**
 * Every action of what messages write, and of the ticker that sends them, fails in turn: before it was applied, after
 * it was applied, or with the death of the process. Whatever fails: what somebody is told stands in the inbox exactly
 * once, on the phone at most once, and an emergency at least once.
 */

let cloud: TestCloud
let clock = MONDAY_9
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 600, templates: DEMO_TEMPLATES })
  // What the demo has told everybody would stand in every inbox.
  await emptyCollection(cloud, 'notices')
})
afterAll(() => cloud.close())

const MODES = ['error', 'error-after', 'kill'] as const

let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`
async function advance(ms: number) {
  clock = (await cloud.advance(ms)).now
}
async function faultFired(): Promise<boolean> {
  const fired = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  return fired
}

let answers = 0
/**
 * WeChat tells in its own time of what people answered, and of what it has sent; where the clock jumps meanwhile, the
 * function gives an event up.
 */
async function allHeard(): Promise<void> {
  const { messages } = await cloud.request<{ messages: unknown[] }>('GET', '/inbox')
  const events = answers + messages.length
  const heard = () =>
    cloud.logs.filter((line) => /"fact":"pushed"|the push \w+ failed/.test(line)).length
  await expect.poll(heard, { timeout: 10_000 }).toBeGreaterThanOrEqual(events)
}

/** Somebody who accepted so many messages of each template. */
async function accepts(left: Partial<CreditsDoc['left']>): Promise<string> {
  const openid = someone()
  for (const [name, count] of Object.entries(left)) {
    for (let i = 0; i < count; i++) await cloud.answer(openid, `demo-${name}`)
    answers += count
  }
  await allHeard()
  // Two answers within a second are one event.
  await changeDoc(cloud, 'credits', openid, { left })
  return openid
}
const creditsOf = async (openid: string) =>
  (await allOf<CreditsDoc>(cloud, 'credits')).find(({ _id }) => _id === openid)

const row = (accountId: string, n: number, more: Partial<PushDoc>): PushDoc => ({
  ...{ _id: `p-${accountId}-${n}`, accountId, template: 'reply', fact: `${n}`, tries: 0 },
  ...{ values: { title: `第${n}件` }, page: 'pages/messages/index', urgent: false },
  ...{ state: 'waiting', at: clock, dueAt: clock, ...more },
})

/** Runs the ticker once with a fault at its nth action that is after those of other features, and then until all is quiet. */
async function tickWithFault(nth: number, mode: Fault['mode'], action?: string): Promise<boolean> {
  await cloud.setFault({ function: 'ticker', nth, mode, ...(action ? { action } : {}) })
  await advance(MINUTE)
  const fired = await faultFired()
  await allHeard()
  // What is tried again goes out in the next minutes; an event that is being counted must not see the clock jump.
  for (let minute = 1; minute <= 3; minute++) {
    await advance(MINUTE)
    await allHeard()
  }
  await advance(5 * MINUTE)
  return fired
}

describe.each(MODES)('%s at', (mode) => {
  test('every action of the ticker that sends', async () => {
    // The jobs before this one are at rest: what they do is the same in each run.
    let nth = 1
    let struckWhileSending = 0
    for (; nth < 80; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const [ordinary, urgent] = [await accepts({ reply: 5 }), await accepts({ announcement: 5 })]
      await addDocs(cloud, 'pushes', [
        row(ordinary, 1, {}),
        row(ordinary, 2, {}),
        row(urgent, 1, { template: 'announcement', urgent: true }),
      ])
      const fired = await tickWithFault(nth, mode)
      const at = `${mode} at ${nth}`
      const [once, atLeastOnce] = [await cloud.phone(ordinary), await cloud.phone(urgent)]
      expect(once.length, at).toBeLessThanOrEqual(1)
      expect(atLeastOnce.length, at).toBeGreaterThanOrEqual(1)
      expect(atLeastOnce.length, at).toBeLessThanOrEqual(2)
      // Nothing is left behind, and no acceptance is counted that is not there.
      const mine = (await allOf<PushDoc>(cloud, 'pushes')).filter(({ accountId }) =>
        [ordinary, urgent].includes(accountId),
      )
      expect(
        mine.every(({ state }) => ['sent', 'failed'].includes(state)),
        `${at}: ${mine.map(({ state }) => state).join()}`,
      ).toBe(true)
      expect((await creditsOf(ordinary))?.left.reply, at).toBeLessThanOrEqual(5 - once.length)
      if (once.length === 0 || atLeastOnce.length === 2) struckWhileSending++
      if (!fired) {
        expect([once.length, atLeastOnce.length]).toEqual([1, 1])
        break
      }
    }
    expect(nth).toBeGreaterThan(15)
    expect(struckWhileSending).toBeGreaterThanOrEqual(mode === 'error' ? 0 : 1)
  }, 240_000)

  test('every action of telling somebody', async () => {
    for (let nth = 1; nth < 40; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const me = await accepts({ result: 3 })
      const helper = `helps-${mode}-${nth}`
      const grant = {
        ...{ grantId: `g-${helper}`, residentId: `r-${me}`, communityId: 'chunxiao' },
        ...{ region: 'heping/nanhu/chunxiao', name: '妈妈', home: '1室', since: 1 },
        ...{ relation: 'daughter' as const, scope: 'everything' as const },
      }
      await addDocs(cloud, 'accounts', [
        { ...newAccount(helper, `a-${helper}`, '女儿'), grants: [grant] },
      ])
      const event = { op: 'account.endHelping', input: { grantId: grant.grantId }, tapId: newTap() }
      await cloud.setFault({ op: 'account.endHelping', nth, mode })
      await cloud.send('account', event, helper)
      const fired = await faultFired()
      await cloud.send('account', event, helper)
      await advance(2 * MINUTE)
      const { items } = await cloud.as(me).ok('message.listMine', {})
      expect([items.length, (await cloud.phone(me)).length], `${mode} at ${nth}`).toEqual([1, 1])
      if (!fired) return expect(nth).toBeGreaterThan(4)
    }
  }, 120_000)

  test('every action of asking the office, of answering, and of the word of it', async () => {
    for (let nth = 1; nth < 40; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const me = await accepts({ reply: 3 })
      const asking = { op: 'message.askStaff', input: { text: '几点开门？' }, tapId: newTap() }
      const fired = [await faulty(asking, me, nth, mode)]
      const mine = (await allOf<OfficeQuestionDoc>(cloud, 'officeQuestions')).filter(
        ({ residentId }) => residentId === `r-${me}`,
      )
      expect(mine.length, `${mode} at ${nth}`).toBe(1)
      // Where the check itself failed, the ticker asks again.
      await advance(6 * MINUTE)
      const input = { questionId: mine[0]?._id ?? '', text: '八点。' }
      const answering = { op: 'message.answerOfficeQuestion', input, tapId: newTap() }
      fired.push(await faulty(answering, 'demo-staff', nth, mode))
      await advance(2 * MINUTE)
      const { items } = await cloud.as(me).ok('message.listMine', {})
      expect(items.map(({ about }) => about.kind)).toEqual(['officeAnswered'])
      expect((await cloud.phone(me)).length).toBe(1)
      const asked = await cloud.as(me).ok('message.listAsked', {})
      expect(asked.items.map(({ answer }) => answer?.text)).toEqual(['八点。'])
      if (!fired.includes(true)) return expect(nth).toBeGreaterThan(4)
    }
  }, 120_000)

  test('every action of what the phone says was accepted, and of marking as read', async () => {
    for (let nth = 1; nth < 30; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const me = await accepts({ reply: 1 })
      const input = { accepted: ['reply', 'booking'], refused: [] }
      const fired = [
        await faulty({ op: 'message.recordAcceptance', input, tapId: newTap() }, me, nth, mode),
      ]
      expect((await creditsOf(me))?.left, `${mode} at ${nth}`).toEqual({ reply: 2, booking: 1 })
      const all = { op: 'message.markRead', input: { all: true }, tapId: newTap() }
      fired.push(await faulty(all, me, nth, mode))
      expect((await cloud.as(me).ok('message.listMine', {})).unread).toBe(0)
      if (!fired.includes(true)) return expect(nth).toBeGreaterThan(4)
    }
  }, 120_000)
})

/** Sends a tap while its nth action fails, and again where it did not get through; whether the fault struck. */
async function faulty(
  event: { op: string; input: unknown; tapId: string },
  openid: string,
  nth: number,
  mode: Fault['mode'],
): Promise<boolean> {
  const { op } = event
  await cloud.setFault({ op, nth, mode })
  const answer = await cloud.send('message', event, openid)
  const fired = await faultFired()
  const data = 'result' in answer ? answer.result.data : undefined
  const again = data === undefined ? await cloud.send('message', event, openid) : answer
  expect('result' in again && again.result.error, `${op}: ${mode} at ${nth}`).toBeFalsy()
  return fired
}
