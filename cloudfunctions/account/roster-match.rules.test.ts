import { describe, expect, test } from 'vitest'
import { fitsRoom, livesIn, whoJoins } from './roster-match.rules'

const HOME = 'h-1'
const someone = (
  _id: string,
  name: string,
  more: { accountId?: string; until?: number; state?: 'living' | 'left' } = {},
) => ({
  _id,
  name,
  state: more.state ?? ('living' as const),
  homes: [
    {
      householdId: HOME,
      home: '3号楼2单元503室',
      relation: 'owner' as const,
      since: 1,
      ...(more.until ? { until: more.until } : {}),
    },
  ],
  ...(more.accountId ? { accountId: more.accountId } : {}),
})

describe('who joins a home', () => {
  test('the one of that name on the roster, blanks aside', () => {
    const roster = [someone('a', '李雷'), someone('b', '王 芳')]
    expect(whoJoins(roster, HOME, '王芳', 'me')).toMatchObject({
      is: 'known',
      resident: { _id: 'b' },
    })
  })

  test('of two of one name, the one who has not joined', () => {
    const roster = [someone('a', '王芳', { accountId: 'other' }), someone('b', '王芳')]
    expect(whoJoins(roster, HOME, '王芳', 'me')).toMatchObject({ resident: { _id: 'b' } })
  })

  test('the same account finds its own record again', () => {
    const roster = [someone('a', '王芳'), someone('b', '王芳', { accountId: 'me' })]
    expect(whoJoins(roster, HOME, '王芳', 'me')).toMatchObject({ resident: { _id: 'b' } })
  })

  test('where somebody else joined by that name, it is taken', () => {
    expect(whoJoins([someone('a', '王芳', { accountId: 'x' })], HOME, '王芳', 'me').is).toBe(
      'taken',
    )
  })

  test.each([
    ['who left the home', someone('a', '王芳', { until: 2 })],
    ['who left the community', someone('a', '王芳', { state: 'left' })],
    ['of another name', someone('a', '王芬')],
  ])('somebody %s is somebody else', (_who, resident) => {
    expect(whoJoins([resident], HOME, '王芳', 'me').is).toBe('new')
  })

  test('nobody lives in a home they have not', () => {
    expect(livesIn(someone('a', '王芳'), 'h-2')).toBe(false)
  })
})

describe('a home lies where it was asked for', () => {
  const home = '13号楼2单元1503室'
  test.each([
    [{}, true],
    [{ building: '13' }, true],
    [{ building: '3' }, false],
    [{ building: '1' }, false],
    [{ unit: '2' }, true],
    [{ unit: '1' }, false],
    [{ room: '1503' }, true],
    [{ room: '503' }, false],
    [{ building: '十三栋', unit: '二', room: '1503室' }, true],
    [{ building: '13', unit: '12' }, false],
  ])('%j: %s', (asked, fits) => {
    expect(fitsRoom(home, asked)).toBe(fits)
  })

  test('1单元 is not 11单元', () => {
    expect(fitsRoom('A号楼11单元101室', { unit: '1' })).toBe(false)
  })
})
