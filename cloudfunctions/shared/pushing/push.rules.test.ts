import { describe, expect, test } from 'vitest'
import { severalWords } from '../notice.text'
import type { Template } from '../templates.rules'
import { MINUTE, momentOf } from '../time'
import { answerOf, composeMessage, decideOutcome, inGroups, type Waiting } from './push.rules'

const AT = momentOf('2026-11-23', '09:05')
const row = (_id: string, more: Partial<Waiting> = {}): Waiting => ({
  _id,
  accountId: 'wx-1',
  template: 'reply',
  values: { title: '停水通知', say: '您的提问有了回复', time: AT },
  page: 'pages/announcement/index?id=a1',
  urgent: false,
  tries: 0,
  at: AT,
  ...more,
})
const ids = (groups: Waiting[][]) => groups.map((group) => group.map(({ _id }) => _id))

describe('what goes out as one message', () => {
  test('what waits for one account and template does', () => {
    const rows = [
      row('b'),
      row('a'),
      row('c', { accountId: 'wx-2' }),
      row('d', { template: 'booking' }),
    ]
    expect(ids(inGroups(rows))).toEqual([['a', 'b'], ['c'], ['d']])
  })

  test('what is urgent goes by itself', () => {
    const rows = [row('a', { urgent: true }), row('b'), row('c', { urgent: true }), row('d')]
    expect(ids(inGroups(rows))).toEqual([['a'], ['b', 'd'], ['c']])
  })

  test('what was tried before leads, since it is paid for', () => {
    expect(ids(inGroups([row('a'), row('b', { tries: 1 })]))).toEqual([['b', 'a']])
  })
})

describe('what a message shows', () => {
  const template: Template = {
    id: 'T',
    kind: 'once',
    fields: [
      { field: 'thing1', kind: 'thing', shows: 'title' },
      { field: 'time2', kind: 'time', shows: 'time' },
      { field: 'thing3', kind: 'thing', shows: 'place' },
      { field: 'phrase4', kind: 'phrase', shows: 'say' },
    ],
  }

  test('one: its own words and its page, and something for what it lacks', () => {
    expect(composeMessage(template, [row('a')], severalWords)).toEqual({
      page: 'pages/announcement/index?id=a1',
      data: {
        thing1: { value: '停水通知' },
        time2: { value: '2026-11-23 09:05' },
        thing3: { value: '点开查看详情' },
        phrase4: { value: '您的提问有' },
      },
    })
  })

  test('several: how many, the time of the last, and the inbox', () => {
    const group = [row('a'), row('b', { at: AT + MINUTE }), row('c')]
    expect(composeMessage(template, group, severalWords)).toMatchObject({
      page: 'pages/messages/index',
      data: { thing1: { value: '您有3条新消息' }, time2: { value: '2026-11-23 09:06' } },
    })
  })
})

describe('how WeChat answers', () => {
  const ordinary = { urgent: false, tries: 0 }
  const urgent = { urgent: true, tries: 0 }

  test.each([
    [{}, ordinary, { state: 'sent' }],
    [{ errCode: 43101 }, ordinary, { state: 'nocredit' }],
    [{ errCode: 43101 }, urgent, { state: 'nocredit' }],
    [{ errCode: 40003 }, ordinary, { state: 'failed', used: false }],
    [{ errCode: 47003 }, urgent, { state: 'failed', used: false }],
    [{ errCode: -1 }, ordinary, { state: 'waiting', again: MINUTE }],
    [{ errCode: 45009 }, { urgent: false, tries: 1 }, { state: 'waiting', again: 5 * MINUTE }],
    [{ errCode: 45009 }, { urgent: false, tries: 2 }, { state: 'waiting', again: 15 * MINUTE }],
    [{ errCode: 45009 }, { urgent: false, tries: 3 }, { state: 'waiting', again: 60 * MINUTE }],
    [{ errCode: 45009 }, { urgent: false, tries: 4 }, { state: 'waiting', again: 240 * MINUTE }],
    [{ errCode: 45009 }, { urgent: true, tries: 5 }, { state: 'failed', used: false }],
    // Unsure: never twice, unless it is urgent.
    [{ unsure: true as const }, ordinary, { state: 'failed', used: true }],
    [{ unsure: true as const }, urgent, { state: 'waiting', again: MINUTE }],
    [{ unsure: true as const }, { urgent: true, tries: 5 }, { state: 'failed', used: true }],
  ])('%j of %j: %j', (answer, push, outcome) => {
    expect(decideOutcome(answer, push)).toEqual(outcome)
  })

  test.each([
    [{ errCode: 43101, errMsg: 'x' }, { errCode: 43101 }],
    [{ errCode: -1, errMsg: 'subscribeMessage.send:fail system error rid: x' }, { errCode: -1 }],
    [{ errCode: -604101, errMsg: 'has no permission' }, { errCode: -604101 }],
    [{ errCode: -1, errMsg: 'ECONNRESET' }, { unsure: true }],
    [{ errCode: -1, errMsg: '-1 resource system error' }, { unsure: true }],
    [{ errCode: -501001, errMsg: 'resource system error' }, { unsure: true }],
    [new Error('no answer'), { unsure: true }],
    [undefined, { unsure: true }],
  ])('%j says %j', (error, answer) => {
    expect(answerOf(error)).toEqual(answer)
  })
})
