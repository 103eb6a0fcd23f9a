import { describe, expect, test } from 'vitest'
import { problemsOf } from './joining.rules'

const error = { message: '请改。', requestId: 'r' }

describe('what is wrong with joining stands beside its field', () => {
  test.each([
    ['CODE_WRONG', 'letters'],
    ['CODE_LOCKED', 'letters'],
    ['NAME_TAKEN', 'name'],
    ['NOT_FOUND', 'where'],
  ] as const)('%s is about %s', (code, field) => {
    expect(problemsOf({ ...error, code })).toEqual({ [field]: '请改。' })
  })

  test('the cloud names the field itself when the input is wrong', () => {
    const fields = { 'room.building': '请写楼号。', phone: '号码不对。', 'x.y': '?' }
    expect(problemsOf({ ...error, code: 'BAD_INPUT', fields })).toEqual({
      where: '请写楼号。',
      phone: '号码不对。',
    })
  })

  test.each(['OFFLINE', 'REQUEST_WAITING', 'ALREADY_JOINED'] as const)(
    '%s concerns the whole',
    (code) => {
      expect(problemsOf({ ...error, code })).toEqual({})
    },
  )
})
