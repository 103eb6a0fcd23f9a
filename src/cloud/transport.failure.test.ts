import { describe, expect, test } from 'vitest'
import { CallFailed, toCallError } from './transport.failure'

describe('how the platform fails, in the words of the contract', () => {
  test.each([
    [
      'no network in H5',
      new CallFailed({ errMsg: 'Failed to fetch', unreachable: true }),
      'OFFLINE',
    ],
    [
      'no network in WeChat',
      { errCode: -1, errMsg: 'cloud.callFunction:fail Error: request:fail' },
      'OFFLINE',
    ],
    ['the phone gave up waiting', { errMsg: 'request:fail timeout' }, 'TIMEOUT'],
    [
      'the time limit of a function',
      { errCode: -504003, errMsg: 'cloud.callFunction:fail' },
      'TIMEOUT',
    ],
    ['a time limit in words only', { errMsg: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' }, 'TIMEOUT'],
    [
      'more at once than may be',
      { errCode: -501004, errMsg: 'cloud.callFunction:fail Error: errCode: -501004' },
      'BUSY',
    ],
    ['more at once, in words only', { errMsg: 'exceed concurrent request limit' }, 'BUSY'],
    ["the month's calls are used up", { errCode: -501003, errMsg: 'x' }, 'INTERNAL'],
    ['a function that threw', { errCode: -504002, errMsg: 'functions execute fail' }, 'INTERNAL'],
    ['anything else', 'boom', 'INTERNAL'],
  ])('%s is %s', (_, thrown, code) => {
    expect(toCallError(thrown).code).toBe(code)
    expect(toCallError(thrown).message).toMatch(/。$/)
  })

  test('the request id is found beside the words, or inside them', () => {
    expect(toCallError({ errMsg: 'x', requestID: 'e437c69d' }).requestId).toBe('e437c69d')
    const inside = 'cloud.callFunction:fail requestID 5f3c-88aa-11, cloud function service error'
    expect(toCallError({ errMsg: inside }).requestId).toBe('5f3c-88aa-11')
    expect(toCallError({ errMsg: 'no id here' }).requestId).toBe('')
  })
})
