import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { holdersNear } from '../../cloudfunctions/announcement/holders.query'
import { newAccount, type HeldRole } from '../../cloudfunctions/shared/actor'
import type { PushDoc } from '../../cloudfunctions/shared/pushes'
import { tellStaff } from '../../cloudfunctions/shared/tell-staff'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import { MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, pointSdkAt } from '../support/database'

/** Of a place with more volunteers than one page, and more staff, everybody who is meant is found. */

const HERE = 'd1/s1/c1'
const STAFF = 505

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ seed: 'none' })
  pointSdkAt(cloud.url)
  const many = (count: number, prefix: string, held: Partial<HeldRole>) =>
    Array.from({ length: count }, (_, i) => {
      const id = `${prefix}-${String(i).padStart(4, '0')}`
      const role: HeldRole = { role: 'volunteer', region: HERE, since: 1, by: 'a', ...held }
      return { ...newAccount(id, `r-${id}`, '某人'), roles: [role] }
    })
  // Volunteers come first by their ids.
  await addDocs(cloud, 'accounts', many(700, 'a', {}))
  await addDocs(cloud, 'accounts', many(STAFF, 'b', { role: 'staff' }))
  await addDocs(cloud, 'accounts', many(1, 'c', { role: 'staff', until: MONDAY_9 - 1 }))
  await addDocs(cloud, 'accounts', many(1, 'd', { role: 'staff', region: 'd1/s1' }))
  const [both] = many(1, 'e', { role: 'staff', region: 'd1/s1/c2' })
  const here: HeldRole = { role: 'volunteer', region: HERE, since: 1, by: 'a' }
  // Staff of another community who volunteers here is no staff of this one.
  if (both) await addDocs(cloud, 'accounts', [{ ...both, roles: [...both.roles, here] }])
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await cloud.close()
})

test('those who work nearest to a place are all found, whoever else holds a role there', async () => {
  const staff = await holdersNear(HERE, ['staff'], MONDAY_9)
  expect(staff).toHaveLength(STAFF)
  expect(staff.every((id) => id.startsWith('b'))).toBe(true)
  expect(await holdersNear(HERE, ['staff', 'volunteer'], MONDAY_9)).toHaveLength(700 + STAFF + 1)
  expect(await holdersNear('d1/s1/c3', ['staff'], MONDAY_9)).toEqual(['d-0000'])
})

test('all of them are told by phone', async () => {
  vi.stubEnv('LINLI_TEMPLATES', DEMO_TEMPLATES)
  const about = { kind: 'officeAsked', held: false } as const
  await tellStaff({ roles: ['staff'], region: HERE, group: 'g1', at: MONDAY_9, about })
  await tellStaff({ roles: ['staff'], region: HERE, group: 'g1', at: MONDAY_9, about })
  const told = (await allOf<PushDoc>(cloud, 'pushes')).map(({ accountId }) => accountId)
  expect(told).toHaveLength(STAFF)
  expect(new Set(told).size).toBe(STAFF)
})
