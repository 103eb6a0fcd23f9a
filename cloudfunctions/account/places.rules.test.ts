import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareName, digitsOf, homeName, placeIdOf, roomPath, shownName } from './places.rules'

const digest = (text: string) =>
  `${[...text].map((c) => c.charCodeAt(0).toString(16)).join('')}00000000`

describe('a number in Chinese numerals', () => {
  test.each([
    ['三', '3'],
    ['十', '10'],
    ['十二', '12'],
    ['二十一', '21'],
    ['一百零三', '103'],
    ['五零一', '501'],
    ['两百', '200'],
    ['3', '3'],
    ['甲', '甲'],
    ['', ''],
  ])('%s is %s', (typed, digits) => {
    expect(digitsOf(typed)).toBe(digits)
  })

  test('every number up to 999 is read as it is written', () => {
    const signs = [...'零一二三四五六七八九']
    const written = (n: number): string => {
      const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
      return [
        hundreds ? `${signs[hundreds] ?? ''}百` : '',
        tens ? `${signs[tens] ?? ''}十` : hundreds && ones ? '零' : '',
        ones ? (signs[ones] ?? '') : '',
      ].join('')
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => digitsOf(written(n)) === String(n)),
    )
  })
})

describe('one place, however it is written', () => {
  test.each([
    ['building', ['3号楼', '3栋', '三幢', '３ 号楼', '第3栋', '03号楼', '3楼']],
    ['unit', ['2单元', '二单元', '2门', '第二单元', ' 2 ']],
    ['room', ['503室', '503', '五零三', '503房', '５０３号']],
  ] as const)('a %s', (level, names) => {
    expect(new Set(names.map((name) => bareName(level, name))).size).toBe(1)
    expect(new Set(names.map((name) => shownName(level, name))).size).toBe(1)
    expect(new Set(names.map((name) => placeIdOf('p', level, name, digest))).size).toBe(1)
  })

  test('a name that is no number stays as it is, and has an id of letters', () => {
    expect(shownName('building', '锦绣苑')).toBe('锦绣苑')
    expect(placeIdOf('p', 'building', '锦绣苑', digest)).toMatch(/^p-b[a-z0-9]{10}$/)
    expect(shownName('building', 'a座')).toBe('A号楼')
  })
})

describe('a home', () => {
  test('as people say it', () => {
    expect(homeName({ building: '三栋', unit: '2', room: '501' })).toBe('3号楼2单元501室')
    expect(homeName({ building: '12', room: '3' })).toBe('12号楼3室')
  })

  test('its room lies in its unit, its unit in its building, its building in the community', () => {
    const path = roomPath('d/s/c', { building: '3', unit: '2', room: '501' }, digest)
    expect(path.map(({ path: at }) => at)).toEqual([
      'd/s/c/c-b3',
      'd/s/c/c-b3/c-b3-u2',
      'd/s/c/c-b3/c-b3-u2/c-b3-u2-r501',
    ])
    expect(path.map(({ parent }) => parent)).toEqual(['d/s/c', 'd/s/c/c-b3', 'd/s/c/c-b3/c-b3-u2'])
  })
})
