import { expect, test } from 'vitest'
import { entryOf } from './entry'

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
