import { expect, test } from 'vitest'
import type { Place } from '../../../../types/contract/account-places'
import {
  keptBy,
  levelBelow,
  missingOf,
  officeOf,
  regionAround,
  typedOf,
  withPlace,
} from './places-desk.rules'

const community: Place = {
  placeId: 'chunxiao',
  level: 'community',
  name: '春晓社区',
  region: 'heping/nanhu/chunxiao',
  names: ['和平区', '南湖街道', '春晓社区'],
  office: { name: '服务站', phone: '024-55500101', hours: '每天 8:30–17:30' },
}

test('the regions of the roles that keep places, each once', () => {
  const post = (role: 'staff' | 'socialWorker' | 'administrator', region: string) => ({
    role,
    region,
    place: '',
  })
  const posts = [post('staff', 'a/b/c'), post('staff', 'a/b/c'), post('socialWorker', 'a/b/d')]
  expect(keptBy({ posts })).toEqual(['a/b/c'])
  expect(keptBy({ posts: [...posts, post('administrator', '*')] })).toEqual(['a/b/c', '*'])
})

test('what lies around, and what can be added', () => {
  expect([regionAround('a/b/c'), regionAround('a')]).toEqual(['a/b', '*'])
  expect([undefined, 'district', 'community', 'building', 'unit'].map(levelOf)).toEqual([
    ...['district', 'street', 'building', 'unit', undefined],
  ])
})
const levelOf = (level: string | undefined) => levelBelow(level as Place['level'] | undefined)

test('a desk is whole or not there', () => {
  const typed = typedOf(community)
  expect(missingOf(typed, 'community')).toBeUndefined()
  expect(missingOf({ ...typed, name: ' ' }, 'community')).toBe('name')
  expect(missingOf({ ...typed, officePhone: '' }, 'community')).toBe('officePhone')
  // A building has none.
  expect(missingOf({ ...typed, officePhone: '' }, 'building')).toBeUndefined()
  expect(officeOf(typed)).toEqual({ office: community.office })
  expect(officeOf(typedOf(undefined))).toEqual({})
})

test('what was saved stands where it stood, or last', () => {
  const other = { ...community, placeId: 'liuan' }
  const renamed = { ...community, name: '新春晓社区' }
  expect(withPlace([community, other], renamed)).toEqual([renamed, other])
  expect(withPlace([community], other)).toEqual([community, other])
})
