import { expect, test } from 'vitest'
import type { Place } from '../../../../types/contract/account-places'
import { communityIdOf } from './heads.rules'

const community = (placeId: string, ...names: string[]): Place => ({
  placeId,
  level: 'community',
  name: names[2]!,
  region: `d/s/${placeId}`,
  names,
})
const PLACES = [
  community('one', '和平区', '南湖街道', '春晓社区'),
  community('two', '和平区', '北市街道', '春晓社区'),
]

test('communities of one name are told apart by what lies around them', () => {
  expect(communityIdOf({ places: ['和平区', '北市街道', '春晓社区'] }, PLACES)).toBe('two')
})

test('whoever works for a street, or has not joined, has none', () => {
  expect(communityIdOf({ places: ['和平区', '北市街道'] }, PLACES)).toBeUndefined()
  expect(communityIdOf({ places: [] }, PLACES)).toBeUndefined()
})
