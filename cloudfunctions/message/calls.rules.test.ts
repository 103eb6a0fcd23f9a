import { describe, expect, test } from 'vitest'
import { isEnd, knows } from './calls.rules'

describe('who knows, and is not called', () => {
  const unread = { unread: true }
  const read = { unread: false }

  test.each([
    { state: 'maybe', notice: read, sent: false, expected: true },
    { state: 'maybe', notice: unread, sent: true, expected: true },
    { state: 'maybe', notice: unread, sent: false, expected: false },
    { state: 'maybe', notice: undefined, sent: false, expected: true },
    { state: 'open', notice: read, sent: false, expected: true },
    // Staff were to call already: a message that was sent after all does not end it, only its reading.
    { state: 'open', notice: unread, sent: true, expected: false },
  ] as const)(
    '$state, notice $notice, sent $sent: $expected',
    ({ state, notice, sent, expected }) => {
      expect(knows(state, { notice, sent })).toBe(expected)
    },
  )
})

test.each([
  ['told', true],
  ['visited', true],
  ['refused', true],
  ['noAnswer', false],
  ['wrongNumber', false],
] as const)('%s ends a call: %s', (result, expected) => {
  expect(isEnd({ result })).toBe(expected)
})
