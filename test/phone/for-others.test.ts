import { expect, test, vi } from 'vitest'
import { contract } from '../../types/contract'
import type { Operation } from '../../types/contract/operation'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const { FOR_OTHERS } = await import('../../src/cloud/for-others')

test('the phone asks and does for others exactly what the contract allows', () => {
  const allowed = Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations as Record<string, Operation>)
      .filter(([, { access }]) => access.dependents === true)
      .map(([name]) => `${feature}.${name}`),
  )
  expect([...FOR_OTHERS].sort()).toEqual(allowed.sort())
})
