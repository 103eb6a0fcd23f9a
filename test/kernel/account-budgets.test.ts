import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import { readScene } from '../../types/contract/printed-code'
import { INPUTS } from '../permissions/inputs'
import { OPERATIONS } from '../permissions/try-all'
import { type CallFigures, startTestCloud, type TestCloud } from '../support/cloud'

/** What people, places and permissions may cost. A reviewed line with a reason changes the table. */
const BUDGETS: Record<string, readonly [reads: number, writes: number, sequential: number]> = {
  'account.acceptInvitation': [9, 6, 14],
  'account.addDependent': [7, 1, 8],
  'account.answerRequest': [8, 7, 14],
  'account.confirmHelper': [11, 5, 14],
  'account.endHelping': [7, 3, 8],
  'account.endResidence': [11, 6, 16],
  'account.endRole': [6, 4, 9],
  'account.findResident': [2, 1, 2],
  'account.invite': [3, 2, 4],
  'account.joinHousehold, by code': [8, 4, 11],
  'account.joinHousehold, by request': [5, 2, 7],
  'account.listHelping': [4, 0, 2],
  'account.listPlaces': [2, 0, 2],
  'account.listRequests, one waiting': [3, 1, 3],
  'account.listRoles': [5, 1, 3],
  'account.makeHouseholdCode': [3, 4, 6],
  // Whom the call is for is read beside the account, before it is known whether the desk calls.
  'account.me, by a helper': [3, 0, 2],
  'account.me, by the desk': [3, 0, 2],
  'account.revealResident': [2, 1, 2],
  'account.saveResident': [4, 2, 5],
  'account.viewInvitation': [2, 2, 4],
  'account.viewResident': [3, 1, 3],
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ latencyMs: 3 })
  // The first one of an instance reads the canaries of the key ring.
  await cloud.as('demo-staff').ok('account.makeHouseholdCode', { householdId: HOUSEHOLD })
})
afterAll(() => cloud.close())

const HOUSEHOLD = 'h-chunxiao-b9-u1-r101'
const REGION = 'heping/nanhu/chunxiao'
const lastCall = async (): Promise<CallFigures | undefined> => (await cloud.calls()).at(-1)

const measured: Record<string, [number, number, number]> = {}
async function costs(name: string): Promise<void> {
  const { reads, writes, sequential } = (await lastCall()) ?? {
    reads: -1,
    writes: -1,
    sequential: -1,
  }
  measured[name] = [reads, writes, sequential]
}

describe('what is asked of the database', () => {
  test('by joining, helping, roles and the desk', async () => {
    const staff = cloud.as('demo-staff')
    const newcomer = cloud.as('budget-newcomer')
    const elder = cloud.as('demo-elder')
    const who = { name: '钱多多', relation: 'owner' as const, policyVersion: POLICY_VERSION }
    await newcomer.ok('account.listPlaces', { within: REGION })
    await costs('account.listPlaces')
    const { scene } = await staff.ok('account.makeHouseholdCode', { householdId: HOUSEHOLD })
    await costs('account.makeHouseholdCode')
    await newcomer.ok('account.joinHousehold', { code: readScene(scene)?.token ?? '', ...who })
    await costs('account.joinHousehold, by code')
    const room = { communityId: 'chunxiao', building: '9', unit: '2', room: '101' }
    await cloud.as('budget-asker').ok('account.joinHousehold', { room, ...who, name: '孙小小' })
    await costs('account.joinHousehold, by request')
    const { items } = await staff.ok('account.listRequests', {})
    await costs('account.listRequests, one waiting')
    await staff.ok('account.answerRequest', {
      requestId: items[0]?.requestId ?? '',
      answer: 'approve',
    })
    await costs('account.answerRequest')
    const asked = await cloud.as('demo-child').ok('account.addDependent', {
      name: '王秀兰',
      room: { communityId: 'chunxiao', building: '3', unit: '2', room: '503' },
      relation: 'son',
      scope: 'everything',
      policyVersion: POLICY_VERSION,
    })
    await costs('account.addDependent')
    const { requestId, code = '' } = asked
    await elder.ok('account.confirmHelper', { requestId, code })
    await costs('account.confirmHelper')
    await cloud.as('demo-child', { onBehalfOf: 'r-demo-elder' }).ok('account.me', {})
    await costs('account.me, by a helper')
    await cloud.as('demo-staff', { onBehalfOf: 'r-demo-elder' }).ok('account.me', {})
    await costs('account.me, by the desk')
    await elder.ok('account.listHelping', {})
    await costs('account.listHelping')
    await elder.ok('account.endHelping', { grantId: requestId })
    await costs('account.endHelping')
    const { letters = '' } = await staff.ok('account.invite', { role: 'volunteer', region: REGION })
    await costs('account.invite')
    await newcomer.ok('account.viewInvitation', { code: letters })
    await costs('account.viewInvitation')
    await newcomer.ok('account.acceptInvitation', { code: letters, policyVersion: POLICY_VERSION })
    await costs('account.acceptInvitation')
    const { items: holders } = await staff.ok('account.listRoles', { region: REGION })
    await costs('account.listRoles')
    const ref = holders.find(({ name }) => name === '钱多多')?.ref ?? ''
    await staff.ok('account.endRole', { ref, role: 'volunteer', region: REGION })
    await costs('account.endRole')
    const { residents } = await staff.ok('account.findResident', { name: '王秀兰' })
    await costs('account.findResident')
    const residentId = residents[0]?.residentId ?? ''
    await staff.ok('account.viewResident', { residentId })
    await costs('account.viewResident')
    await staff.ok('account.saveResident', { residentId, phone: '13900000000' })
    await costs('account.saveResident')
    await staff.ok('account.revealResident', { residentId, fields: ['phone'], reason: 'call' })
    await costs('account.revealResident')
    await staff.ok('account.endResidence', { residentId, reason: 'movedOut' })
    await costs('account.endResidence')
    expect(measured).toEqual(BUDGETS)
  })

  test('whoever may not call costs the one read of who they are', async () => {
    const target = { place: 'chunxiao', region: REGION } as const
    for (const { name, declared } of OPERATIONS) {
      if (declared.access.who !== 'role') continue
      const reply = await cloud.as('demo-resident').call(name, INPUTS[name](target))
      expect(reply.error?.code, name).toBe('NOT_ALLOWED')
      expect(await lastCall(), name).toMatchObject({ reads: 1, writes: 0, sequential: 1 })
    }
  })
})
