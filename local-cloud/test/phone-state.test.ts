import { expect, test } from 'vitest'
import { Sql } from '../src/db/sql'
import { PhoneState, type InboxMessage } from '../src/openapi/phone-state'

const message = (openid: string, msgId: string): InboxMessage => ({
  at: '2026-03-01T02:00:00.000Z',
  msgId,
  openid,
  templateId: 't',
  page: '',
  data: { thing1: { value: 'x' } },
  miniprogramState: 'formal',
  lang: 'zh_CN',
})

test('the inbox keeps the newest 5,000, and a send does not grow dearer with what stands there', () => {
  const phones = new PhoneState(new Sql(':memory:'))
  const send = (from: number, to: number): number => {
    const began = performance.now()
    for (let n = from; n < to; n++) phones.deliver(message(n % 2 ? 'alice' : 'bob', String(n)))
    return performance.now() - began
  }
  send(0, 200)
  // The quickest of several, so that a pause of the machine counts for nothing.
  const quickest = (from: number) =>
    Math.min(...[0, 200, 400, 600, 800].map((n) => send(from + n, from + n + 200)))
  const first = quickest(200)
  send(1200, 9000)
  const last = quickest(9000)
  // Writing the whole inbox anew each time would cost tens of times as much here.
  expect(last).toBeLessThan(first * 5 + 10)
  expect(phones.inbox()).toHaveLength(5000)
  expect(phones.inbox()[0]!.msgId).toBe('5000')
  expect(phones.inbox('alice').at(-1)!.msgId).toBe('9999')
  expect(phones.inbox('nobody')).toEqual([])
})

test('a ban ends what was accepted, and a later yes begins at one', () => {
  const phones = new PhoneState(new Sql(':memory:'))
  phones.answer('alice', 't', true)
  phones.answer('alice', 't', true)
  phones.answer('alice', 't', false)
  expect(phones.left('alice', 't')).toBe(2)
  phones.answer('alice', 't', 'ban')
  expect(phones.left('alice', 't')).toBe(0)
  phones.answer('alice', 't', true)
  expect([phones.left('alice', 't'), phones.left('bob', 't')]).toEqual([1, 0])
})
