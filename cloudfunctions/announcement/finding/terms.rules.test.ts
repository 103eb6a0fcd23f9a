import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf } from './initials'
import { isHit, queryTermsOf, termsOf } from './terms.rules'

test('a text is found by its signs, pairs and initials', () => {
  expect(termsOf('停水，3号', 'ts 3h')).toEqual([
    '停',
    '水',
    '停水',
    '3',
    '号',
    '3号',
    'i:ts',
    'i:3h',
  ])
})

test.each([
  ['停水组织', 'tszz'],
  ['今晚停水，请储水。', 'jwts qcs'],
  ['３号楼WiFi', '3hlwifi'],
  ['重阳节', 'cyj'],
  ['', ''],
])('%s has the initials %s', async (text, initials) => {
  expect(await initialsOf(text)).toBe(initials)
})

describe('what a search goes by', () => {
  test.each([
    ['停水', { text: ['停水'] }],
    ['停', { text: ['停'] }],
    ['停水 ３号楼', { text: ['停水', '3号', '号楼'] }],
    ['TSZZ', { text: ['ts', 'sz', 'zz'], initials: ['i:tsz', 'i:szz'] }],
    ['ts', { text: ['ts'], initials: ['i:ts'] }],
    ['t', { text: ['t'] }],
    ['12', { text: ['12'] }],
    ['？！', {}],
  ])('%s', (query, terms) => {
    expect(queryTermsOf(query)).toEqual(terms)
  })
})

describe('a hit', () => {
  const doc = { text: '关于3号楼停水的通知：WiFi 也会中断', initials: 'gy3hltsdtz wifiyhzd' }
  test.each([
    ['停水', true],
    ['通知 停水', true],
    ['３号楼', true],
    ['wifi', true],
    ['tsdt', true],
    ['停电', false],
    ['停水 停电', false],
    ['tszz', false],
    ['', false],
  ])('%s: %s', (query, expected) => {
    expect(isHit(query, doc)).toBe(expected)
  })
})

test('whatever is a hit has every term of one of the lists', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...'停水电的3０aＢ，  。𠮷é㎡'),
    maxLength: 12,
  })
  const initials = fc.string({ unit: fc.constantFrom(...'abts3 '), maxLength: 12 })
  const query = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'停水电3aB，𠮷é㎡ '), minLength: 1, maxLength: 4 }),
    fc.string({ unit: fc.constantFrom(...'abts3'), minLength: 1, maxLength: 4 }),
  )
  fc.assert(
    fc.property(signs, initials, query, (text, inits, asked) => {
      const terms = new Set(termsOf(text, inits))
      const lists = Object.values(queryTermsOf(asked)) as string[][]
      fc.pre(lists.length > 0 && isHit(asked, { text, initials: inits }))
      expect(lists.some((list) => list.every((term) => terms.has(term)))).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
