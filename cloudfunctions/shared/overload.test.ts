import { expect, test } from 'vitest'
import { isOverload } from './overload'

const failed = (errCode: unknown) => Object.assign(new Error('failed'), { errCode })

test.each([
  ['too many requests', failed(-501003), true],
  ['too many at once', failed(-501004), true],
  ['another fault of the database', failed(-502001), false],
  ['a fault of ours', new TypeError('x is undefined'), false],
  ['no error at all', { errCode: -501003 }, false],
])('%s', (_, error, expected) => {
  expect(isOverload(error)).toBe(expected)
})
