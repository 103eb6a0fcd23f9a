import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimCodes } from '../../cloudfunctions/account/claim-code'
import { parseRing } from '../../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../../cloudfunctions/shared/seal'
import { DEMO_KEYS } from '../../config/linli-keys.mts'
import { LIMITS } from '../../types/contract/limits'
import { tokenOf } from '../../types/contract/printed-code'
import { MONDAY_9, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { changeDoc } from '../support/database'
import { accountOf, CHUNXIAO, invitationTo, LIUAN, POLICY } from '../support/people'

/** Roles: offered, accepted once, taken back at once; and the first administrator. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const accept = (openid: string, code: string, name: string | undefined = '来客', tap?: string) =>
  cloud
    .as(openid)
    .call(
      'account.acceptInvitation',
      { code, ...(name ? { name } : {}), policyVersion: POLICY },
      tap,
    )
const refOf = async (openid: string) => (await accountOf(cloud, openid))?.ref ?? ''

describe('an invitation', () => {
  const volunteer = { role: 'volunteer', region: CHUNXIAO } as const

  test('is seen, accepted once, and works at once', async () => {
    const { letters } = await invitationTo(
      cloud,
      { role: 'staff', region: CHUNXIAO },
      'demo-street',
    )
    expect(await cloud.as('a-guest').ok('account.viewInvitation', { code: letters })).toMatchObject(
      {
        role: 'staff',
        place: '春晓社区',
        state: 'open',
      },
    )
    const tap = newTap()
    const first = await accept('new-staff', letters, '来客', tap)
    expect(first.data).toMatchObject({ state: 'active', name: '来客', roles: ['staff'] })
    expect((await accept('new-staff', letters, '来客', tap)).data).toEqual(first.data)
    expect((await accept('new-staff', letters)).error?.code).toBe('ROLE_HELD')
    expect((await accept('a-guest', letters)).error?.code).toBe('CODE_USED')
    await cloud.as('new-staff').ok('account.listRequests', {})
  })

  test('is of one tap, and open until it is ended', async () => {
    const tap = newTap()
    const staff = cloud.as('demo-staff')
    const first = await staff.ok('account.invite', volunteer, tap)
    expect(await staff.ok('account.invite', volunteer, tap)).toEqual(first)
    expect(await staff.refused('account.invite', { ...volunteer, role: 'provider' }, tap)).toBe(
      'TAP_REUSED',
    )
    const { invitations, canGive } = await staff.ok('account.listRoles', { region: CHUNXIAO })
    expect(invitations.map(({ invitationId }) => invitationId)).toContain(first.invitationId)
    expect(canGive).toContain('volunteer')
    expect(canGive).not.toContain('staff')
    const { invitationId, letters = '' } = first
    const ended = await staff.ok('account.endInvitation', { region: CHUNXIAO, invitationId })
    expect(ended.state).toBe('ended')
    expect(await staff.ok('account.endInvitation', { region: CHUNXIAO, invitationId })).toEqual(
      ended,
    )
    expect((await accept('too-late', letters)).error?.code).toBe('CODE_USED')
    expect(await accountOf(cloud, 'too-late')).toBeUndefined()
    const after = await staff.ok('account.listRoles', { region: CHUNXIAO })
    expect(after.invitations.map((one) => one.invitationId)).not.toContain(invitationId)
    const there = { region: LIUAN, invitationId }
    expect(await cloud.as('demo-street').refused('account.endInvitation', there)).toBe('NOT_FOUND')
  })

  test('ends with its time, and rests after wrong letters', async () => {
    const old = await invitationTo(cloud, volunteer)
    await changeDoc(cloud, 'codes', old.invitationId, { expiresAt: MONDAY_9 - 1 })
    expect((await accept('late', old.letters)).error?.code).toBe('CODE_EXPIRED')
    const { letters } = await invitationTo(cloud, volunteer)
    const wrong = tokenOf(
      letters.slice(0, 5) + (letters.slice(5, 11) === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA'),
    )
    const codes: (string | undefined)[] = []
    for (let i = 0; i <= LIMITS.codeTries; i++)
      codes.push(
        (await cloud.as('guesser').call('account.viewInvitation', { code: wrong })).error?.code,
      )
    expect(codes.filter((code) => code === 'CODE_UNKNOWN').length).toBe(LIMITS.codeTries)
    expect(codes.at(-1)).toBe('CODE_LOCKED')
    expect((await accept('late', letters)).error?.code).toBe('CODE_LOCKED')
    expect((await accept('late', tokenOf('ZZZZZ'.replace(/Z/g, 'A') + 'AAAAAA'))).error?.code).toBe(
      'CODE_UNKNOWN',
    )
    expect((await accept('late', 'DKJDKJDKJDKJ')).error?.code).toBe('CODE_UNKNOWN')
  })

  test('asks a stranger for a name', async () => {
    const { letters } = await invitationTo(cloud, volunteer)
    const reply = await cloud
      .as('nameless')
      .call('account.acceptInvitation', { code: letters, policyVersion: POLICY })
    expect(reply.error?.code).toBe('NAME_NEEDED')
    const old = { code: letters, name: '来客', policyVersion: '2020-01-01' }
    expect(await cloud.as('nameless').refused('account.acceptInvitation', old)).toBe('BAD_INPUT')
  })

  test.each([
    ['demo-staff', 'staff', CHUNXIAO, 'ROLE_NOT_YOURS'],
    ['demo-staff', 'administrator', CHUNXIAO, 'ROLE_NOT_YOURS'],
    ['demo-staff', 'volunteer', LIUAN, 'NOT_ALLOWED'],
    ['demo-manager', 'volunteer', CHUNXIAO, 'ROLE_NOT_YOURS'],
    ['demo-street', 'streetOfficer', 'heping/nanhu', 'ROLE_NOT_YOURS'],
    ['demo-street', 'staff', 'heping/nanhu', 'ROLE_NOT_YOURS'],
    ['demo-street', 'staff', 'heping/nanhu/huaiyin', 'NOT_ALLOWED'],
    ['demo-street', 'staff', 'heping/xinxing/huaiyin', 'NOT_ALLOWED'],
    ['demo-district', 'administrator', '*', 'NOT_ALLOWED'],
    ['demo-admin', 'administrator', 'heping', 'ROLE_NOT_YOURS'],
    ['demo-admin', 'staff', '*', 'ROLE_NOT_YOURS'],
  ] as const)('%s cannot offer %s in %s', async (openid, role, region, code) => {
    expect(await cloud.as(openid).refused('account.invite', { role, region })).toBe(code)
  })
})

describe('a role taken back', () => {
  test('is gone with the next call, and does not come again by the same invitation', async () => {
    const { letters } = await invitationTo(
      cloud,
      { role: 'staff', region: CHUNXIAO },
      'demo-street',
    )
    await accept('short-staff', letters)
    const input = { ref: await refOf('short-staff'), role: 'staff', region: CHUNXIAO } as const
    expect(await cloud.as('demo-staff').refused('account.endRole', input)).toBe('ROLE_NOT_YOURS')
    expect(await cloud.as('demo-street').ok('account.endRole', input)).toMatchObject({
      name: '来客',
      place: '春晓社区',
    })
    expect(await cloud.as('short-staff').refused('account.listRequests', {})).toBe('NOT_ALLOWED')
    expect((await accept('short-staff', letters)).error?.code).toBe('CODE_USED')
    expect(await cloud.as('short-staff').refused('account.listRequests', {})).toBe('NOT_ALLOWED')
    expect(await cloud.as('demo-street').ok('account.endRole', input)).toMatchObject({
      role: 'staff',
    })
    const nobody = { ...input, ref: 'a-nobody' }
    expect(await cloud.as('demo-street').refused('account.endRole', nobody)).toBe('NOT_FOUND')
    // Offered anew, it is theirs again.
    const again = await invitationTo(cloud, { role: 'staff', region: CHUNXIAO }, 'demo-street')
    expect((await accept('short-staff', again.letters)).data?.roles).toEqual(['staff'])
  })

  test('who holds what is listed, each with whether it is the caller’s to take', async () => {
    const { items } = await cloud.as('demo-staff').ok('account.listRoles', { region: CHUNXIAO })
    const of = (ref: string) => items.find((one) => one.ref === ref)
    expect(of('a-demo-volunteer')).toMatchObject({ role: 'volunteer', mine: true })
    expect(of('a-demo-staff')).toMatchObject({ role: 'staff', mine: false })
    expect(items.some(({ region }) => region !== CHUNXIAO)).toBe(false)
    const all = await cloud.as('demo-admin').ok('account.listRoles', { region: '*' })
    expect(new Set(all.items.map(({ role }) => role))).toContain('districtOfficer')
    expect(all.items.map(({ ref }) => ref)).toContain('a-demo-neighbour')
  })
})

describe('the first administrator', () => {
  const ring = parseRing(DEMO_KEYS, { here: true })
  if ('problem' in ring) throw new Error(ring.problem)
  const [code = ''] = claimCodes(ringOf(ring.keys))
  const claim = (cloud: TestCloud, openid: string, with_ = code, tap?: string) =>
    cloud
      .as(openid)
      .call(
        'account.claimAdministrator',
        { code: with_, name: '管理员', policyVersion: POLICY },
        tap,
      )

  test('claims an empty environment by the printed code, once; the last one stays', async () => {
    const empty = await startTestCloud({ seed: 'none' })
    try {
      expect((await claim(empty, 'guesses', tokenOf('AAAAAAAAAAA'))).error?.code).toBe('CODE_WRONG')
      const tap = newTap()
      const typed = code.toLowerCase().replace(/(.{4})/g, '$1 ')
      const { data } = await claim(empty, 'owner', typed, tap)
      expect(data).toMatchObject({ state: 'active', roles: ['administrator'] })
      expect((await claim(empty, 'owner', typed, tap)).data).toEqual(data)
      expect((await claim(empty, 'second')).error?.code).toBe('CODE_USED')
      expect(await accountOf(empty, 'second')).toBeUndefined()
      const ref = (await accountOf(empty, 'owner'))?.ref ?? ''
      const end = { ref, role: 'administrator', region: '*' } as const
      const owner = empty.as('owner')
      expect(await owner.refused('account.endRole', end)).toBe('LAST_ADMINISTRATOR')
      const { letters = '' } = await owner.ok('account.invite', {
        role: 'administrator',
        region: '*',
      })
      await empty.as('other').ok('account.acceptInvitation', {
        code: letters,
        name: '另一位',
        policyVersion: POLICY,
      })
      await empty.as('other').ok('account.endRole', end)
      expect(await owner.refused('account.invite', { role: 'administrator', region: '*' })).toBe(
        'NOT_ALLOWED',
      )
      const last = { ...end, ref: (await accountOf(empty, 'other'))?.ref ?? '' }
      expect(await empty.as('other').refused('account.endRole', last)).toBe('LAST_ADMINISTRATOR')
      // The code opens nothing any more, for whoever used it either.
      expect((await claim(empty, 'owner')).error?.code).toBe('CODE_USED')
      const district = { region: '*', add: { level: 'district' as const }, name: '和平区' }
      expect((await empty.as('other').ok('account.savePlace', district)).level).toBe('district')
    } finally {
      await empty.close()
    }
  })

  test('guesses are counted, and then none is looked at that day', async () => {
    const empty = await startTestCloud({ seed: 'none' })
    try {
      const tried: (string | undefined)[] = []
      for (let i = 0; i <= LIMITS.codeTries; i++)
        tried.push((await claim(empty, `g-${i}`, tokenOf('AAAAAAAAAAA'))).error?.code)
      expect(tried.at(-1)).toBe('CODE_LOCKED')
      expect((await claim(empty, 'owner')).error?.code).toBe('CODE_LOCKED')
      await changeDoc(empty, 'environment', 'claim', { day: '2026-11-22' })
      expect((await claim(empty, 'owner')).data?.roles).toEqual(['administrator'])
    } finally {
      await empty.close()
    }
  })
})
