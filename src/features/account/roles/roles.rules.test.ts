import { describe, expect, test } from 'vitest'
import type { Me } from '../../../../types/contract/account'
import type { Place } from '../../../../types/contract/account-places'
import { childrenOf, heldHere, parentOf, rootsOf, worksAbove } from './roles.rules'

const community = (region: string, ...names: string[]): Place => ({
  placeId: region.split('/')[2]!,
  level: 'community',
  name: names[2]!,
  region,
  names,
})
const PLACES = [
  community('heping/nanhu/chunxiao', '和平区', '南湖街道', '春晓社区'),
  community('heping/nanhu/wenchang', '和平区', '南湖街道', '文昌社区'),
  community('heping/beishi/liuan', '和平区', '北市街道', '柳岸社区'),
  community('shenhe/dongling/hua', '沈河区', '东陵街道', '花园社区'),
]
const holding = (...posts: Me['posts']) => ({ posts }) as Me
const DISTRICT = { region: 'heping', name: '和平区' }
const STREET = { region: 'heping/nanhu', name: '南湖街道' }

describe('where somebody gives roles', () => {
  test('staff: in their community, with nothing below to choose', () => {
    const me = holding(
      { role: 'volunteer', region: 'heping/nanhu/wenchang', place: '文昌社区' },
      { role: 'staff', region: 'heping/nanhu/chunxiao', place: '春晓社区' },
    )
    expect(worksAbove(me)).toBe(false)
    expect(rootsOf(me)).toEqual([{ region: 'heping/nanhu/chunxiao', name: '春晓社区' }])
  })

  test('an administrator: everywhere', () => {
    const me = holding({ role: 'administrator', region: '*', place: '全部' })
    expect(worksAbove(me)).toBe(true)
    expect(rootsOf(me)).toEqual([{ region: '*', name: '全部' }])
  })

  test('two roles in one place are one place', () => {
    const me = holding(
      { role: 'staff', region: 'heping/nanhu/chunxiao', place: '春晓社区' },
      { role: 'propertyManager', region: 'heping/nanhu/chunxiao', place: '春晓社区' },
    )
    expect(rootsOf(me)).toHaveLength(1)
  })
})

describe('from a region to those in it and back', () => {
  test('the districts of the whole', () => {
    expect(childrenOf('*', PLACES)).toEqual([DISTRICT, { region: 'shenhe', name: '沈河区' }])
  })

  test('the streets of a district, the communities of a street, nothing below', () => {
    expect(childrenOf('heping', PLACES)).toEqual([
      STREET,
      { region: 'heping/beishi', name: '北市街道' },
    ])
    expect(childrenOf('heping/nanhu', PLACES).map(({ name }) => name)).toEqual([
      '春晓社区',
      '文昌社区',
    ])
    expect(childrenOf('heping/nanhu/chunxiao', PLACES)).toEqual([])
  })

  test('a street whose id begins like another is not inside it', () => {
    expect(childrenOf('heping/nan', PLACES)).toEqual([])
  })

  test('up, and no further than one’s own', () => {
    expect(parentOf('heping/nanhu/chunxiao', [DISTRICT], PLACES)).toEqual(STREET)
    expect(parentOf('heping/nanhu', [DISTRICT], PLACES)).toEqual(DISTRICT)
    expect(parentOf('heping', [DISTRICT], PLACES)).toBeUndefined()
    expect(parentOf('heping/nanhu', [STREET], PLACES)).toBeUndefined()
    const everywhere = { region: '*', name: '全部' }
    expect(parentOf('heping', [everywhere], PLACES)).toEqual(everywhere)
  })
})

test('a role is offered at the kind of place where it is held', () => {
  const all = ['volunteer', 'staff', 'streetOfficer', 'administrator', 'provider'] as const
  expect(heldHere(all, 'heping/nanhu/chunxiao')).toEqual(['volunteer', 'staff', 'provider'])
  expect(heldHere(all, 'heping/nanhu')).toEqual(['streetOfficer', 'provider'])
  expect(heldHere(all, '*')).toEqual(['administrator'])
})
