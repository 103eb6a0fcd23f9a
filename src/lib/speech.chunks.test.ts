import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunksOf } from './speech.chunks'

describe('a text in pieces to speak', () => {
  test.each([
    ['', 10, []],
    ['。。。', 10, []],
    ['您好。', 10, ['您好。']],
    ['一句。两句！三句？', 6, ['一句。两句！', '三句？']],
    ['一二三四，五六七八，九', 5, ['一二三四，', '五六七八，', '九']],
    ['一二三四五六七', 3, ['一二三', '四五六', '七']],
    ['上一行\n下一行', 10, ['上一行下一行']],
  ])('%j by %d', (text, limit, chunks) => {
    expect(chunksOf(text, limit)).toEqual(chunks)
  })

  test('no piece is too long, and no word is lost', () => {
    const words = fc.string({ unit: fc.constantFrom(...'字词，、。！？；：\n a') })
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const chunks = chunksOf(text, limit)
        for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(limit)
        const spoken = (said: string) => said.replace(/[^字词a]/g, '')
        expect(spoken(chunks.join(''))).toBe(spoken(text))
      }),
    )
  })
})
