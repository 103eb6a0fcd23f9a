import { describe, expect, test } from 'vitest'
import { asReader, entriesDue } from './drain.rules'

const entry = (announcementId: string) => ({
  id: `${announcementId}_5`,
  rev: 5,
  at: 5,
  announcementId,
})

describe('what the receipts follow', () => {
  test('what was done about announcements whose lines are made; the rest waits', () => {
    const outbox = [entry('made'), entry('making'), entry('other')]
    expect(entriesDue({ outbox }, ['making'])).toEqual([entry('made'), entry('other')])
  })

  test('of a reader who has only seen things, nothing', () => {
    expect(entriesDue({}, [])).toEqual([])
  })
})

describe('as whom', () => {
  const member = { livesAlone: false }

  test.each([
    { ids: ['r-1', 'w-9'] as [string, ...string[]], readerId: 'w-9', expected: ['w-9', 'r-1'] },
    { ids: ['r-1', 'w-9'] as [string, ...string[]], readerId: 'r-1', expected: ['r-1', 'w-9'] },
    { ids: ['r-1'] as [string, ...string[]], readerId: 'w-9', expected: ['w-9', 'r-1'] },
  ])('$readerId of $ids: $expected', ({ ids, readerId, expected }) => {
    expect(asReader({ ...member, ids }, readerId).ids).toEqual(expected)
  })
})
