import { describe, expect, test } from 'vitest'
import { givenRole } from '../../types/contract/role'
import type { HeldRole } from '../shared/actor'
import { maskName, maskPhone } from './mask.rules'
import { homeName, isHome } from './places.rules'
import { canBeHeldAt, canGive, givableIn, GIVES } from './roles.rules'

const held = (role: HeldRole['role'], region: string, until?: number): HeldRole[] => [
  { role, region, since: 0, by: 'x', ...(until === undefined ? {} : { until }) },
]

describe('giving roles', () => {
  test.each([
    ['staff', 'd/s/c', 'volunteer', 'd/s/c', true],
    ['staff', 'd/s/c', 'volunteer', 'd/s/x', false],
    ['staff', 'd/s/c', 'staff', 'd/s/c', false],
    ['streetOfficer', 'd/s', 'staff', 'd/s/c', true],
    ['streetOfficer', 'd/s', 'staff', 'd/s', false],
    ['propertyManager', 'd/s/c', 'repairWorker', 'd/s/c/b', true],
    ['administrator', '*', 'administrator', '*', true],
    ['administrator', '*', 'administrator', 'd', false],
    ['volunteer', 'd/s/c', 'volunteer', 'd/s/c', false],
  ] as const)('%s of %s gives %s in %s: %s', (role, region, gives, where, may) => {
    expect(canGive(held(role, region), gives, where, 1)).toBe(may)
    expect(canGive(held(role, region, 1), gives, where, 1)).toBe(false)
  })

  test('nobody gives what stands beside or above them, but for administrators', () => {
    for (const [role, gives = []] of Object.entries(GIVES))
      expect(gives.includes(role as never)).toBe(role === 'administrator')
    expect(givableIn(held('staff', 'd/s/c'), 'd/s/c', 1)).not.toContain('staff')
    for (const role of givenRole.options) expect(canBeHeldAt(role, 'd/s/c/b/u/r')).toBe(false)
  })
})

test.each([
  ['王', '王'],
  ['王秀', '王*'],
  ['王秀兰', '王*兰'],
  ['欧阳秀兰', '欧**兰'],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test.each([
  ['13812348000', '138****8000'],
  ['5550131', '*****31'],
  ['1', '1'],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test('a home is told from one that ends or begins like it', () => {
  const room = { building: '3', unit: '2', room: '503' }
  expect(homeName(room)).toBe('3号楼2单元503室')
  expect(isHome('3号楼2单元503室', room)).toBe(true)
  expect(isHome('3号楼1单元503室', room)).toBe(false)
  const anyUnit = { building: '三栋', room: '503' }
  expect(isHome('3号楼2单元503室', anyUnit)).toBe(true)
  expect(isHome('3号楼2单元1503室', anyUnit)).toBe(false)
  expect(isHome('13号楼2单元503室', anyUnit)).toBe(false)
})
