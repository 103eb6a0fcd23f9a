import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesOfHousehold, readerKeys } from '../shared/reader-keys.rules'
import { sha256 } from '../shared/digest'
import { roomPath } from './places.rules'

/** Whoever knows a household knows its building and unit: its id is made of theirs. */

const REGION = 'heping/nanhu/chunxiao'

const name = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map(String),
  fc.constantFrom('三', '十一', 'A', 'A座', '3-A', '东楼', '12栋', '二单元', '503室'),
)

test('the paths are those by which the places were entered, whatever their names', () => {
  fc.assert(
    fc.property(name, fc.option(name, { nil: undefined }), name, fc.boolean(), (...drawn) => {
      const [building, unit, room, split] = drawn
      const given = { building, room, ...(unit === undefined ? {} : { unit }) }
      const places = roomPath(REGION, given, sha256)
      const last = places.at(-1)
      const householdId = `h-${last?.id ?? ''}${split ? '-0a1b2c3d' : ''}`
      const above = places.slice(0, -1).map(({ path }) => path)
      expect(placesOfHousehold(REGION, householdId)).toEqual(above)
    }),
  )
})

test('a household of another community, or of none, leads nowhere', () => {
  expect(placesOfHousehold(REGION, 'h-liuan-b3-u1-r101')).toEqual([])
  expect(placesOfHousehold(REGION, 'something')).toEqual([])
})

test('a reader has the places they live in, their roles with all above, and their lists', () => {
  const home = {
    residentId: 'r-1',
    householdId: 'h-chunxiao-b3-u2-r503',
    communityId: 'chunxiao',
    region: REGION,
    home: '3号楼2单元503室',
    relation: 'owner' as const,
  }
  const elsewhere = { ...home, householdId: 'h-liuan-b1-u1-r101', communityId: 'liuan' }
  const account = {
    homes: [home, elsewhere],
    roles: [
      { role: 'volunteer' as const, region: 'heping/nanhu', since: 1, by: 'a' },
      { role: 'staff' as const, region: 'heping/nanhu', since: 1, until: 5, by: 'a' },
    ],
    lists: ['l1'],
  }
  expect(readerKeys(account, { communityId: 'chunxiao', region: REGION }, 10)).toEqual([
    'heping',
    'heping/nanhu',
    REGION,
    `${REGION}/chunxiao-b3`,
    `${REGION}/chunxiao-b3/chunxiao-b3-u2`,
    'list:l1',
    'volunteer@heping',
    'volunteer@heping/nanhu',
  ])
  expect(readerKeys(null, null, 10)).toEqual([])
})
