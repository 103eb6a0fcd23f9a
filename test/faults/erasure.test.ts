import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CodeDoc, RequestDoc, ResidentDoc } from '../../cloudfunctions/account/account.docs'
import type { Account, AccountHome, Grant } from '../../cloudfunctions/shared/actor'
import { newAccount } from '../../cloudfunctions/shared/actor'
import { COLLECTIONS } from '../../cloudfunctions/shared/collections'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import type { PersonChange } from '../../cloudfunctions/shared/person-changes'
import type { CallReply } from '../../types/contract/wire'
import {
  type Fault,
  MINUTE,
  MONDAY_9,
  newTap,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { isTried } from '../support/fault-modes'
import { addDocs, allOf, changeDoc, snapshot } from '../support/database'

/**
 * Every database action of an erasure fails in turn: before it was applied, after it was applied, or with
 * the death of its process. With the same tap again, or after one run of the ticker, the person is erased
 * whole; or, where the tap died before it was noted at all, is there whole.
 */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ seed: 'none' })
})
afterAll(() => cloud.close())

const PLACE = { communityId: 'c-1', region: 'd-1/s-1/c-1' }

let people = 0

/** Somebody with something of every kind: records, helpers on both sides, requests, a code, a file. */
async function somebody(): Promise<{ openid: string; name: string; residentIds: string[] }> {
  const n = ++people
  const openid = `wx-person-${n}-`
  const name = `人物${n}号`
  const other = `wx-other-${n}`
  const record = (id: string, more: Partial<ResidentDoc>): ResidentDoc => ({
    _id: id,
    ...PLACE,
    name,
    homes: [{ householdId: 'h-1', home: '1号楼', relation: 'owner', since: 1 }],
    home: '1号楼',
    phone: `sealed-${n}-`,
    phoneFind: `mark-${n}-`,
    phoneVerified: false,
    attributes: [],
    accountId: openid,
    state: 'living',
    version: 1,
    taps: [],
    ...more,
  })
  const own = record(`r-own-${n}`, { selfEntered: true })
  const roster = record(`r-list-${n}`, { rosterKey: `A${n}`, name: '社区名册' })
  // A home that never reached the account.
  const stray = record(`r-stray-${n}`, { selfEntered: true })
  await addDocs(cloud, 'residents', [own, roster, stray])
  const home = (residentId: string): AccountHome => ({
    residentId,
    householdId: 'h-1',
    ...PLACE,
    home: '1号楼',
    relation: 'owner',
  })
  const grant = (residentId: string, grantId: string): Grant => ({
    grantId,
    residentId,
    ...PLACE,
    name,
    home: '1号楼',
    relation: 'son',
    scope: 'everything',
    since: 1,
  })
  const account: Account = {
    ...newAccount(openid, `a-person-${n}`, name),
    ...PLACE,
    homes: [home(own._id), home(roster._id)],
    residentId: own._id,
    householdId: 'h-1',
    home: '1号楼',
    phone: `sealed-${n}-`,
    phoneFind: `mark-${n}-`,
    roles: [{ role: 'volunteer', region: PLACE.region, since: 1, by: 'x' }],
    grants: [grant('r-somebody', `g-mine-${n}`)],
    requestId: `join-${n}`,
    policy: { version: POLICY_VERSION, at: 1 },
  }
  const helper: Account = {
    ...newAccount(other, `a-other-${n}`, '帮手'),
    grants: [grant('r-somebody', `g-x-${n}`), grant(own._id, `g-own-${n}`)].map((one, i) =>
      i === 0 ? { ...one, name: '别人' } : one,
    ),
  }
  await addDocs(cloud, 'accounts', [account, helper])
  const request = (id: string, more: Partial<RequestDoc>): RequestDoc => ({
    _id: id,
    kind: 'join',
    ...PLACE,
    accountId: openid,
    ref: account.ref,
    name,
    room: { communityId: 'c-1', building: '1', room: '1' },
    place: '1号楼',
    relation: 'owner',
    state: 'waiting',
    tries: 0,
    expiresAt: MONDAY_9 * 2,
    askedAt: 1,
    listKey: id,
    taps: [],
    outbox: [],
    ...more,
  })
  await addDocs(cloud, 'requests', [
    request(`join-${n}`, {}),
    request(`help-${n}`, {
      kind: 'help',
      accountId: other,
      ref: helper.ref,
      name: '帮手',
      forName: name,
      residentId: own._id,
    }),
  ])
  const code: Partial<CodeDoc> = { _id: `code-${n}`, kind: 'invitation', usedBy: openid }
  await addDocs(cloud, 'codes', [code])
  await addDocs(cloud, 'uploads', [
    { _id: `file-${n}`, who: openid, kind: 'export', path: `made/${n}.xlsx`, issuedAt: 1 },
  ])
  await addDocs(cloud, 'credits', [{ _id: openid, left: { reply: 2 }, events: [], taken: [] }])
  await addDocs(cloud, 'pushes', [
    { _id: `push-to-${n}`, accountId: openid, values: { title: name }, state: 'waiting' },
    { _id: `push-of-${n}`, accountId: other, whom: openid, values: { title: name }, state: 'sent' },
  ])
  await addDocs(cloud, 'officeQuestions', [
    { _id: `typed-${n}`, residentId: 'r-somebody', typedBy: openid, state: 'answered' },
  ])
  return { openid, name, residentIds: [own._id, roster._id, stray._id] }
}

async function erase(openid: string, tapId: string) {
  const event = { op: 'account.eraseMe', input: { sure: true }, tapId }
  const answer = await cloud.send('account', event, openid)
  return 'result' in answer ? (answer.result as CallReply<{ items: unknown[] }>) : null
}

async function faultFired(): Promise<boolean> {
  const fired = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  return fired
}

type Somebody = Awaited<ReturnType<typeof somebody>>

const accountOf = async ({ openid }: Somebody) =>
  (await allOf<Account>(cloud, 'accounts')).find(({ _id }) => _id === openid)

/** Nothing of the person is left but what is kept; each other feature has been told once of each record. */
async function isErased(who: Somebody): Promise<void> {
  const { openid, name, residentIds } = who
  const account = await accountOf(who)
  expect(account).toMatchObject({ name: '', homes: [], roles: [], grants: [] })
  expect(account?.erasing).toBeUndefined()
  expect(account?.taps.length).toBe(1)
  const { accounts = [], ...all } = await snapshot(cloud, Object.keys(COLLECTIONS))
  const others = accounts.filter((one) => (one as Account)._id !== openid)
  const n = name.replace(/\D/g, '')
  const left = JSON.stringify([others, { ...all, uploads: [] }])
  for (const gone of [name, openid, `mark-${n}-`, `sealed-${n}-`]) expect(left).not.toContain(gone)
  const records = (await allOf<ResidentDoc>(cloud, 'residents')).filter(({ _id }) =>
    residentIds.includes(_id),
  )
  expect(records.map(({ state, home }) => [state, home])).toEqual(
    residentIds.map(() => ['left', undefined]),
  )
  // The community's list goes on, once, and knows nothing of the account.
  const listed = (await allOf<ResidentDoc>(cloud, 'residents')).filter(
    ({ rosterKey }) => rosterKey === `A${n}`,
  )
  expect(listed).toMatchObject([{ name: '社区名册', state: 'living', home: '1号楼', version: 1 }])
  expect(listed[0]?.accountId).toBeUndefined()
  const changes = await allOf<PersonChange>(cloud, 'personChanges')
  const told = changes.filter(({ residentId }) => residentIds.includes(residentId))
  expect(told.map(({ residentId }) => residentId).sort()).toEqual([...residentIds].sort())
  expect(told.every(({ by }) => by === `a-person-${n}`)).toBe(true)
  const files = await allOf<{ who: string; removeAt?: number }>(cloud, 'uploads')
  for (const file of files) if (file.who === openid) expect(file.removeAt).toBeDefined()
}

const MODES: Fault['mode'][] = ['error', 'error-after', 'kill']
const LONG = process.env.LINLI_LONG === '1'

describe.each(MODES)('%s at', (mode) => {
  test('every action of account.eraseMe', async () => {
    let nth = 1
    for (; ; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const [persistent, hopeless] = [await somebody(), await somebody()]
      const tap = newTap()
      await cloud.setFault({ op: 'account.eraseMe', nth, mode })
      const reply = await erase(persistent.openid, tap)
      if (!(await faultFired())) {
        expect(reply?.data?.items.length).toBeGreaterThan(5)
        await isErased(persistent)
        break
      }
      const again = reply?.data ? reply : await erase(persistent.openid, tap)
      expect(again?.data?.items.length, `retry after ${mode} at action ${nth}`).toBeGreaterThan(5)
      await isErased(persistent)
      // Whoever sends nothing again is tried at every third action; at each by `npm run torture`.
      if (!LONG && nth % 3 !== 0) continue

      const before = await accountOf(hopeless)
      await cloud.setFault({ op: 'account.eraseMe', nth, mode })
      await erase(hopeless.openid, newTap())
      // A call in a warm instance has fewer actions: it knows the keys.
      if (!(await faultFired())) {
        await isErased(hopeless)
        continue
      }
      const noted = (await accountOf(hopeless))?.taps.length === 1
      await cloud.sleep(2 * MINUTE)
      if (noted) await isErased(hopeless)
      else expect(await accountOf(hopeless)).toEqual(before)
    }
    // All of what it does was tried.
    expect(nth).toBeGreaterThan(30)
  }, 300_000)
})

/** What an erasure rests on: the ticker's other jobs have their own tests. */
const OF_PEOPLE = [
  ...['accounts', 'residents', 'requests', 'codes', 'notices', 'uploads', 'personChanges'],
  ...['diaries', 'slots', 'bookings'],
]

test('every action of the ticker that finishes an erasure', async () => {
  let nth = 1
  let clock = (await cloud.advance(0)).now
  for (; ; nth++) {
    const who = await somebody()
    // As a call leaves it that died as soon as it was noted.
    const tapId = newTap()
    await changeDoc(cloud, 'accounts', who.openid, {
      erasing: { at: clock, tapId, parts: ['account'] },
      taps: [{ tapId, of: 'x', at: clock }],
    })
    await cloud.setFault({ function: 'ticker', collections: OF_PEOPLE, nth, mode: 'error-after' })
    await cloud.advance(2 * MINUTE)
    const fired = await faultFired()
    clock = (await cloud.advance(MINUTE)).now
    await isErased(who)
    if (!fired) break
  }
  expect(nth).toBeGreaterThan(20)
}, 300_000)
