import { expect, test } from 'vitest'
import { sentenceOf } from './message.format'

/** 2026-11-23 09:00 in the communities' zone. */
const NOW = Date.UTC(2026, 10, 23, 1)

test('a visit that was cancelled: whose, when, and why', () => {
  const about = {
    kind: 'bookingCancelled',
    serviceName: '健康讲座',
    startsAt: NOW + 86_400_000,
    because: 'movedOut',
  } as const
  expect(sentenceOf(about, NOW)).toBe('您11月24日上午9:00的健康讲座取消了，因为已登记搬离。')
  expect(sentenceOf({ ...about, name: '妈妈' }, NOW)).toMatch(/^妈妈11月24日/)
})

test('help that ended reads differently for either side', () => {
  const ended = { kind: 'helpingEnded', name: '王秀兰' } as const
  expect(sentenceOf({ ...ended, reader: 'helper' }, NOW)).toBe('您不再替王秀兰办事。')
  expect(sentenceOf({ ...ended, reader: 'person' }, NOW)).toBe('王秀兰不再替您办事。')
})

test('a role is called by its name', () => {
  const about = { role: 'volunteer', place: '春晓社区' } as const
  expect(sentenceOf({ kind: 'roleGiven', ...about }, NOW)).toBe('您现在是春晓社区的志愿者。')
  expect(sentenceOf({ kind: 'roleEnded', ...about }, NOW)).toBe('您不再是春晓社区的志愿者。')
})
