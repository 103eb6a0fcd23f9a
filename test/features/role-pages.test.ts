import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'

const REGION = 'heping/nanhu/chunxiao'
/** More than one page of accounts holds. */
const VOLUNTEERS = 55

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startTestCloud()
})
afterEach(() => cloud.close())

test('whoever holds a role is in exactly one page of the list', async () => {
  const staff = cloud.as('demo-staff')
  const { privacy } = await staff.ok('account.me', {})
  for (let n = 0; n < VOLUNTEERS; n++) {
    const { letters } = await staff.ok('account.invite', { role: 'volunteer', region: REGION })
    await cloud.as(`volunteer-${n}`).ok('account.acceptInvitation', {
      code: letters!,
      name: `志愿者${n}`,
      policyVersion: privacy.current,
    })
  }
  const names: string[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await staff.ok('account.listRoles', {
      region: REGION,
      ...(after === undefined ? {} : { after }),
    })
    names.push(...page.items.map(({ name }) => name))
    after = page.next
  }
  expect(names.length).toBeGreaterThan(VOLUNTEERS)
  expect(new Set(names).size).toBe(names.length)
})
