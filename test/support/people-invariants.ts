import { expect } from 'vitest'
import type {
  CodeDoc,
  HouseholdDoc,
  RequestDoc,
  ResidentDoc,
} from '../../cloudfunctions/account/account.docs'
import type { Account } from '../../cloudfunctions/shared/actor'
import type { TestCloud } from './cloud'
import { allOf } from './database'

/**
 * What is always true of people once nothing is under way: a home in an account and the record it names
 * belong together, a used invitation gave one role, an answered request has led to what it says, and the
 * list of administrators is that of those who are.
 */
export async function holdsForPeople(cloud: TestCloud): Promise<void> {
  const accounts = await allOf<Account>(cloud, 'accounts')
  const residents = new Map(
    (await allOf<ResidentDoc>(cloud, 'residents')).map((one) => [one._id, one]),
  )
  for (const { _id, homes, residentId } of accounts) {
    for (const home of homes) {
      const record = residents.get(home.residentId)
      expect(record?.accountId, `whose record ${home.residentId} is`).toBe(_id)
      const there = record?.homes.filter(
        ({ householdId, until }) => householdId === home.householdId && until === undefined,
      )
      expect(there?.length, `${home.residentId} lives in ${home.householdId}`).toBe(1)
    }
    if (residentId !== undefined) expect(homes.map((home) => home.residentId)).toContain(residentId)
  }
  const homed = new Set(accounts.flatMap(({ homes }) => homes.map((home) => home.residentId)))
  for (const { _id, accountId, state } of residents.values()) {
    if (accountId !== undefined && state === 'living')
      expect(homed.has(_id), `${_id} has a home in the account of ${accountId}`).toBe(true)
  }
  await holdsForCodes(cloud, accounts)
  await holdsForRequests(cloud, accounts)
}

async function holdsForCodes(cloud: TestCloud, accounts: readonly Account[]): Promise<void> {
  const codes = new Map((await allOf<CodeDoc>(cloud, 'codes')).map((code) => [code._id, code]))
  for (const { _id, usedBy } of codes.values()) {
    const given = accounts.flatMap(({ _id: openid, roles }) =>
      roles.filter(({ invitationId }) => invitationId === _id).map(() => openid),
    )
    expect(given, `who has the role of ${_id}`).toEqual(usedBy === undefined ? [] : [usedBy])
  }
  for (const { _id, codeId } of await allOf<HouseholdDoc>(cloud, 'households')) {
    if (codeId !== undefined) expect(codes.get(codeId)?.householdId, `code of ${_id}`).toBe(_id)
  }
  const administrators = accounts.filter(({ roles }) =>
    roles.some(({ role, until }) => role === 'administrator' && until === undefined),
  )
  const listed = (await allOf<{ _id: string; refs?: string[] }>(cloud, 'environment')).flatMap(
    ({ refs = [] }) => refs,
  )
  expect(listed.sort()).toEqual(administrators.map(({ ref }) => ref).sort())
}

async function holdsForRequests(cloud: TestCloud, accounts: readonly Account[]): Promise<void> {
  for (const request of await allOf<RequestDoc>(cloud, 'requests')) {
    const { _id, kind, state, accountId, residentId, outbox } = request
    expect(outbox, `outbox of ${_id}`).toEqual([])
    const asker = accounts.find((account) => account._id === accountId)
    expect(asker, `the asker of ${_id}`).toBeDefined()
    const grants = asker?.grants.filter(({ grantId }) => grantId === _id) ?? []
    const homes = asker?.homes.filter((home) => home.residentId === residentId) ?? []
    if (kind === 'help')
      expect(grants.length, `grants of ${_id}`).toBe(state === 'approved' ? 1 : 0)
    else if (state === 'approved') expect(homes.length, `homes of ${_id}`).toBeGreaterThan(0)
  }
}
