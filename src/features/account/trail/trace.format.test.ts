import { expect, test } from 'vitest'
import type { Trace } from '../../../../types/contract/account-data'
import { actOf, actorOf, sentenceOf, whyOf } from './trace.format'

const trace = (part: Partial<Trace>): Trace => ({
  factId: 'f',
  at: 0,
  as: 'staff',
  byName: '周敏',
  op: 'account.viewResident',
  fields: ['residentId'],
  ...part,
})

test.each([
  ['a view', {}, '社区工作者周敏查看了您的登记'],
  [
    'a reveal',
    { op: 'account.revealResident', fields: ['phone', 'birthDay'] },
    '社区工作者周敏看了您的电话、出生日期',
  ],
  [
    'a change',
    { op: 'account.saveResident', fields: ['name', 'residentId', 'version'] },
    '社区工作者周敏改了您的姓名',
  ],
  [
    'what a helper did',
    { as: 'helper', byName: '李建国', op: 'booking.reserve' },
    '代办人李建国约了服务',
  ],
  [
    'someone who is erased',
    { as: 'desk', byName: undefined, op: 'booking.cancel' },
    '社区服务台取消了预约',
  ],
  ['what has no words yet', { op: 'tickets.close' }, '社区工作者周敏办了一件事'],
] as const)('%s is said plainly', (_, part, words) => {
  const given = trace({
    ...part,
    fields: [...('fields' in part ? part.fields : [])],
  })
  expect(sentenceOf(given)).toBe(words)
})

test('why, or why not', () => {
  expect(whyOf(trace({ reason: 'visit' }))).toBe('上门走访')
  expect(whyOf(trace({}))).toBeUndefined()
  expect(whyOf(trace({ refused: 'NOT_ALLOWED' }))).toContain('没有办成')
})

test('in the community’s own list it is about somebody else', () => {
  expect(actOf({ op: 'account.revealResident', fields: ['phone'] })).toBe('看了电话')
  expect(actOf({ op: 'account.saveResident', fields: ['room', 'residentId'] })).toBe(
    '改了登记：房号',
  )
  expect(actorOf({ as: 'streetOfficer' })).toBe('街道工作人员')
})
