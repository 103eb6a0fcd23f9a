import { describe, expect, test } from 'vitest'
import { keptLike } from './kept-like'

describe('a draft that the phone kept', () => {
  const initial = { text: '', show: true }
  const read = keptLike(initial)

  test('is read, without what is no part of it', () => {
    expect(read({ text: '下周一恢复。', show: false, more: 1 })).toEqual({
      text: '下周一恢复。',
      show: false,
    })
  })

  test.each([undefined, null, '', 'text', { text: 'x' }, { text: 1, show: true }, []])(
    'begins anew where the phone kept %j',
    (kept) => {
      expect(read(kept)).toBe(initial)
    },
  )
})
