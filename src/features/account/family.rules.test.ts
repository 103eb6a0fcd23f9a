import { describe, expect, test } from 'vitest'
import { dialledNumber, relativesFrom } from './family.rules'

describe('a number that one tap dials', () => {
  test.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['86 13800138000', '13800138000'],
    ['（010）6552 9999', '01065529999'],
    ['88886666', '88886666'],
  ])('%s is dialled as %s', (typed, dialled) => {
    expect(dialledNumber(typed)).toBe(dialled)
  })

  test.each(['', '1380013800', '138001380001', '12800138000', 'abc', '110', '1380013800x'])(
    '"%s" is no number of a person',
    (typed) => {
      expect(dialledNumber(typed)).toBeUndefined()
    },
  )
})

describe('what the phone kept', () => {
  const son = { name: '儿子', phone: '13800138000' }

  test.each([undefined, '', 'x', {}, [null], [1], [{ name: '' }], [{ name: '儿子', phone: '1' }]])(
    '%j is nobody',
    (kept) => {
      expect(relativesFrom(kept)).toEqual([])
    },
  )

  test('at most three are taken', () => {
    expect(relativesFrom([son, son, son, son])).toHaveLength(3)
  })
})
