import { describe, expect, test } from 'vitest'
import { creditEvents, leftAfter, type WechatEvent } from './credits.rules'

const once = (left: number) => ({ left, kind: 'once' as const })
const always = (left: number) => ({ left, kind: 'always' as const })

test.each([
  ['accepted', once(0), 1],
  ['accepted', once(3), 4],
  ['accepted', once(20), 20],
  ['accepted', always(0), 1],
  ['accepted', always(1), 1],
  ['refused', once(3), 3],
  ['refused', always(1), 0],
  ['ended', once(3), 0],
  ['ended', always(1), 0],
  ['returned', once(3), 4],
  ['returned', always(0), 0],
  ['reached', once(3), 3],
  ['reached', always(1), 1],
] as const)('%s of %j leaves %d', (what, before, left) => {
  expect(leftAfter(what, before)).toBe(left)
})

describe('an event of WeChat', () => {
  const nameOf = (id: string) => (id === 'T1' ? ('reply' as const) : undefined)
  const event = (Event: string, item: object, more: object = {}): WechatEvent => ({
    FromUserName: 'wx-1',
    MsgType: 'event',
    Event,
    CreateTime: 1_700_000_000,
    List: [{ TemplateId: 'T1', ...item }],
    ...more,
  })
  const says = (what: string, id: string) => [{ id, template: 'reply', what }]
  const POPUP = 'subscribe_msg_popup_event'
  const CHANGE = 'subscribe_msg_change_event'
  const SENT = 'subscribe_msg_sent_event'

  test.each([
    [POPUP, { SubscribeStatusString: 'accept' }, 'accepted'],
    [POPUP, { SubscribeStatusString: 'acceptWithAudio' }, 'accepted'],
    [POPUP, { SubscribeStatusString: 'reject' }, 'refused'],
    [POPUP, { SubscribeStatusString: 'ban' }, 'refused'],
    [CHANGE, { SubscribeStatusString: 'reject' }, 'ended'],
  ])('%s with %j: %s', (name, item, what) => {
    expect(creditEvents(event(name, item), nameOf)).toEqual(says(what, `${name}:1700000000:reply`))
  })

  test('what was sent is known by its message', () => {
    const failed = { MsgID: '77', ErrorCode: '1003' }
    expect(creditEvents(event(SENT, failed), nameOf)).toEqual(says('returned', `${SENT}:77:reply`))
    const refused = { MsgID: '77', ErrorCode: '43101' }
    expect(creditEvents(event(SENT, refused), nameOf)).toEqual(says('ended', `${SENT}:77:reply`))
    const reached = { MsgID: '77', ErrorCode: '0' }
    expect(creditEvents(event(SENT, reached), nameOf)).toEqual([
      { id: `${SENT}:77:reply`, template: 'reply', what: 'reached', at: 1_700_000_000_000 },
    ])
  })

  test('a list of one comes as the thing itself, and in the old form inside its own name', () => {
    const item = { TemplateId: 'T1', SubscribeStatusString: 'accept' }
    const id = `${POPUP}:1700000000:reply`
    expect(creditEvents(event(POPUP, {}, { List: item }), nameOf)).toEqual(says('accepted', id))
    const nested = event(POPUP, {}, { List: undefined, SubscribeMsgPopupEvent: { List: [item] } })
    expect(creditEvents(nested, nameOf)).toEqual(says('accepted', id))
  })

  test.each([
    [event(POPUP, { TemplateId: 'other', SubscribeStatusString: 'accept' })],
    [event('user_enter_tempsession', {})],
    [event(POPUP, {}, { List: null })],
    [event(POPUP, {}, { List: 'T1' })],
    [event(POPUP, {}, { List: undefined })],
  ])('%j says nothing', (other) => {
    expect(creditEvents(other, nameOf)).toEqual([])
  })
})
