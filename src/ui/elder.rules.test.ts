import { describe, expect, test } from 'vitest'
import { decideElder } from './elder.rules'

describe('elder mode', () => {
  test.each([
    ['standard text', {}, 1, { on: false, size: 21 }],
    ['one step larger', {}, 1.1, { on: false, size: 21 }],
    ['large text turns it on', {}, 1.25, { on: true, size: 21 }],
    ['larger text gives larger text', {}, 1.4, { on: true, size: 24 }],
    ['the largest', {}, 2, { on: true, size: 30 }],
    ['large text, but switched off here', { on: false }, 1.5, { on: false, size: 27 }],
    ['standard text, but switched on here', { on: true }, 1, { on: true, size: 21 }],
    ['a size chosen here counts', { on: true, size: 30 as const }, 1, { on: true, size: 30 }],
  ])('%s', (_, choice, scale, decided) => {
    expect(decideElder(choice, scale)).toEqual(decided)
  })
})
