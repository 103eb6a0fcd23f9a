import { expect, test } from 'vitest'
import { entryOf, isPushed } from './entry'

test.each([
  ['a phone', { openid: 'o', source: 'wx_client' }, 'person'],
  ['the developer tools', { openid: 'o', source: 'wx_devtools' }, 'person'],
  ['a phone whose source the platform does not say', { openid: 'o' }, 'person'],
  ['the timer', { source: 'wx_trigger' }, 'timer'],
  ['a person who claims to be the timer', { openid: 'o', source: 'wx_trigger' }, 'other'],
  ['a chain that ends in the timer', { source: 'wx_client,wx_trigger' }, 'other'],
  ['another function for a person', { openid: 'o', source: 'wx_client,scf' }, 'other'],
  ['HTTP', { source: 'wx_http' }, 'other'],
  ['HTTP with an identity', { openid: 'o', source: 'wx_http' }, 'other'],
  ['nobody', {}, 'other'],
  ['an unknown way', { openid: 'o', source: 'something_new' }, 'other'],
] as const)('%s', (_case, caller, entry) => {
  expect(entryOf(caller)).toBe(entry)
})

const event = { FromUserName: 'o-1', MsgType: 'event', Event: 'subscribe_msg_popup_event' }

test.each([
  ['WeChat’s push', { source: 'wx_unknown' }, event, true],
  ['WeChat’s push where the source is not said', {}, event, true],
  [
    'a push with the identity of whom it is about',
    { source: 'wx_unknown', openid: 'o-1' },
    event,
    true,
  ],
  ['somebody in another’s name', { source: 'wx_unknown', openid: 'o-2' }, event, false],
  ['a phone', { source: 'wx_client', openid: 'o-1' }, event, false],
  ['the developer tools', { source: 'wx_devtools', openid: 'o-1' }, event, false],
  ['another function', { source: 'wx_unknown,scf' }, event, false],
  ['HTTP', { source: 'wx_http' }, event, false],
  ['the timer', { source: 'wx_trigger' }, event, false],
  ['a message of a person', {}, { ...event, MsgType: 'text' }, false],
  ['about nobody', {}, { MsgType: 'event', Event: 'x' }, false],
  ['about nothing', {}, { MsgType: 'event', FromUserName: 'o-1' }, false],
  ['an openid that is none', {}, { ...event, FromUserName: 'o.1' }, false],
  ['a call', {}, { op: 'message.listMine' }, false],
  ['nothing at all', {}, null, false],
] as const)('a push? %s', (_case, caller, sent, pushed) => {
  expect(isPushed(caller, sent)).toBe(pushed)
})
