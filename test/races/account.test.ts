import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CodeDoc, ResidentDoc } from '../../cloudfunctions/account/account.docs'
import type { Account } from '../../cloudfunctions/shared/actor'
import { LIMITS } from '../../types/contract/limits'
import { MINUTE, openSlots, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import {
  accountOf,
  askToHelp,
  becomeHelper,
  CHUNXIAO,
  codeOf,
  invitationTo,
  POLICY,
  recordOf,
  requestOf,
  roomAt,
  someone,
} from '../support/people'

/** What many do at once to one code, one request, one person. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ latencyMs: 4 })
})
afterAll(() => cloud.close())

const tally = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
const people = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${name}-${i + 1}`)

describe('guessing', () => {
  test('200 strangers on one household code at once: ten tries are looked at', async () => {
    const { letters } = await codeOf(cloud, 'h-chunxiao-b1-u1-r101')
    const wrong = letters === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA'
    const input = { ...someone('某某'), code: wrong, room: roomAt('1', '1', '101') }
    const replies = await Promise.all(
      people('guesser', 200).map((openid) =>
        cloud.as(openid).refused('account.joinHousehold', input),
      ),
    )
    expect(tally(replies)).toEqual({
      CODE_WRONG: LIMITS.codeTries,
      CODE_LOCKED: 200 - LIMITS.codeTries,
    })
    const [code] = (await allOf<CodeDoc>(cloud, 'codes')).filter(
      ({ householdId }) => householdId === 'h-chunxiao-b1-u1-r101',
    )
    expect(code?.tries).toBe(LIMITS.codeTries)
    expect(await accountOf(cloud, 'guesser-1')).toBeUndefined()
  }, 120_000)

  test('100 tries of the six digits at once: five are looked at', async () => {
    const { requestId, code = '' } = await askToHelp(cloud, 'child-of-many')
    const wrong = code === '000000' ? '000001' : '000000'
    // One phone that sends so many is also taken for flooding, by the instances that see it overflow.
    const replies: string[] = []
    for (const many of [50, 50]) {
      replies.push(
        ...(await Promise.all(
          Array.from({ length: many }, () =>
            cloud.as('demo-elder').refused('account.confirmHelper', { requestId, code: wrong }),
          ),
        )),
      )
      await cloud.advance(6 * MINUTE)
    }
    const { CODE_WRONG, CODE_LOCKED = 0, TOO_MANY = 0, ...rest } = tally(replies)
    expect([CODE_WRONG, rest]).toEqual([LIMITS.digitTries, {}])
    expect(CODE_LOCKED + TOO_MANY).toBe(100 - LIMITS.digitTries)
    expect((await requestOf(cloud, requestId))?.tries).toBe(LIMITS.digitTries)
    expect((await accountOf(cloud, 'child-of-many'))?.grants).toEqual([])
  }, 120_000)
})

test('one invitation accepted by 50 at once gives one role', async () => {
  const { invitationId, letters } = await invitationTo(cloud, {
    role: 'staff',
    region: CHUNXIAO,
  })
  const replies = await Promise.all(
    people('invited', 50).map((openid) =>
      cloud
        .as(openid)
        .call('account.acceptInvitation', { code: letters, name: '来客', policyVersion: POLICY }),
    ),
  )
  const { given, ...others } = tally(replies.map(({ error }) => error?.code ?? 'given'))
  expect(given).toBe(1)
  expect(Object.keys(others).every((code) => ['CODE_USED', 'CODE_LOCKED'].includes(code))).toBe(
    true,
  )
  const holders = (await allOf<Account>(cloud, 'accounts')).filter(({ roles }) =>
    roles.some((held) => held.invitationId === invitationId),
  )
  const [code] = (await allOf<CodeDoc>(cloud, 'codes')).filter(({ _id }) => _id === invitationId)
  expect(holders.map(({ _id }) => _id)).toEqual([code?.usedBy])
}, 120_000)

describe('a request', () => {
  const ask = async (openid: string, name: string) => {
    const input = { ...someone(name), room: roomAt('9', '2', '901') }
    const { request } = await cloud.as(openid).ok('account.joinHousehold', input)
    return request?.requestId ?? ''
  }

  test('approved and refused at once is one of the two, with what follows from that and no more', async () => {
    for (const openid of people('asks-once', 12)) {
      const name = `问${openid.slice(10)}`
      const { residentId } = await cloud
        .as('demo-staff')
        .ok('account.saveResident', { name, room: roomAt('9', '2', '901') })
      const requestId = await ask(openid, name)
      const staff = cloud.as('demo-staff')
      const [approved, refused] = await Promise.all([
        staff.call('account.answerRequest', { requestId, answer: 'approve', residentId }),
        staff.call('account.answerRequest', { requestId, answer: 'refuse', say: '请来服务站。' }),
      ])
      const codes = [approved.error?.code, refused.error?.code]
      expect(codes.filter((code) => code === undefined).length).toBe(1)
      expect(codes).toContain('REQUEST_ANSWERED')
      const account = await accountOf(cloud, openid)
      const record = await recordOf(cloud, residentId)
      const { state } = (await requestOf(cloud, requestId)) ?? {}
      expect(state).toBe(approved.error ? 'refused' : 'approved')
      expect(account?.homes.length).toBe(approved.error ? 0 : 1)
      expect(record?.accountId).toBe(approved.error ? undefined : openid)
      // Nobody floods: each of the staff's taps is one a person made.
      await cloud.advance(MINUTE)
    }
  }, 120_000)

  test('two who are approved as the same person at once: one is, the other waits again', async () => {
    const { residentId } = await cloud
      .as('demo-staff')
      .ok('account.saveResident', { name: '同一人', room: roomAt('9', '2', '901') })
    const openids = ['same-1', 'same-2']
    const ids = []
    for (const openid of openids) ids.push(await ask(openid, '同一人'))
    const replies = await Promise.all(
      ids.map((requestId) =>
        cloud
          .as('demo-staff')
          .call('account.answerRequest', { requestId, answer: 'approve', residentId }),
      ),
    )
    expect(tally(replies.map(({ error }) => error?.code ?? 'approved'))).toEqual({
      approved: 1,
      NAME_TAKEN: 1,
    })
    await cloud.advance(2 * MINUTE)
    const states = await Promise.all(ids.map(async (id) => (await requestOf(cloud, id))?.state))
    expect(states.sort()).toEqual(['approved', 'waiting'])
    const joined = await Promise.all(openids.map((openid) => accountOf(cloud, openid)))
    const [one] = joined.filter((account) => account?.homes.length === 1)
    expect(joined.filter((account) => account?.homes.length === 0).length).toBe(1)
    expect((await recordOf(cloud, residentId))?.accountId).toBe(one?._id)
  })
})

test('twenty who join as the same person of the roster by the code at once: one is that person', async () => {
  const { residentId } = await cloud
    .as('demo-staff')
    .ok('account.saveResident', { name: '独一人', room: roomAt('3', '1', '101') })
  const { token } = await codeOf(cloud, 'h-chunxiao-b3-u1-r101')
  const openids = people('claims', 20)
  const replies = await Promise.all(
    openids.map((openid) =>
      cloud.as(openid).call('account.joinHousehold', { ...someone('独一人'), code: token }),
    ),
  )
  const outcomes = tally(replies.map(({ error }) => error?.code ?? 'joined'))
  expect(outcomes.joined).toBe(1)
  const records = (await allOf<ResidentDoc>(cloud, 'residents')).filter(
    ({ name }) => name === '独一人',
  )
  const winner = openids[replies.findIndex(({ error }) => !error)]
  expect(records.map(({ _id, accountId }) => [_id, accountId])).toEqual([[residentId, winner]])
}, 60_000)

test('two administrators who end each other: one remains', async () => {
  const empty = await startTestCloud({ latencyMs: 4 })
  try {
    const { letters } = await invitationTo(empty, { role: 'administrator', region: '*' })
    await empty.as('second-admin').ok('account.acceptInvitation', {
      code: letters,
      name: '另一位',
      policyVersion: POLICY,
    })
    const both = ['demo-admin', 'second-admin']
    const refs = await Promise.all(
      both.map(async (one) => (await accountOf(empty, one))?.ref ?? ''),
    )
    const replies = await Promise.all(
      both.map((openid, i) =>
        empty
          .as(openid)
          .call('account.endRole', { ref: refs[1 - i] ?? '', role: 'administrator', region: '*' }),
      ),
    )
    const codes = replies.map(({ error }) => error?.code ?? 'ended').sort()
    // The one who came later is the last, or is none any more.
    expect(['LAST_ADMINISTRATOR', 'NOT_ALLOWED']).toContain(codes[0])
    expect(codes[1]).toBe('ended')
    const live = (await allOf<Account>(empty, 'accounts')).filter(({ roles }) =>
      roles.some(({ role, until }) => role === 'administrator' && until === undefined),
    )
    const [list] = await allOf<{ _id: string; refs: string[] }>(empty, 'environment')
    expect(live.map(({ ref }) => ref)).toEqual(list?.refs)
    expect(live.length).toBe(1)
  } finally {
    await empty.close()
  }
})

test('a helper acts while the elder ends it: done before, or refused; never after', async () => {
  const slots = await openSlots(cloud, 'chunxiao-health-check', 'demo-elder')
  for (let round = 0; round < 5; round++) {
    const openid = `racing-child-${round}`
    const grantId = await becomeHelper(cloud, openid)
    const child = cloud.as(openid, { onBehalfOf: 'r-demo-elder' })
    const input = { slotId: slots[round]?.slotId ?? '' }
    const [acted] = await Promise.all([
      child.call('booking.reserve', input),
      cloud.as('demo-elder').ok('account.endHelping', { grantId }),
    ])
    if (acted.error) expect(acted.error.code).toBe('NOT_THEIR_HELPER')
    expect((await child.call('booking.listMine', {})).error?.code).toBe('NOT_THEIR_HELPER')
    await cloud.advance(MINUTE)
  }
}, 60_000)
