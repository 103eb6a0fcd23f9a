import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE, MONDAY_9, newTap, startTestCloud, type TestCloud } from '../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const CURRENT = '2026-11-23'

describe('account.me', () => {
  test('a resident: who, where, and whom to call', async () => {
    expect(await cloud.as('demo-elder').ok('account.me', {})).toEqual({
      state: 'active',
      name: '王秀兰',
      places: ['和平区', '南湖街道', '春晓社区'],
      home: '3号楼2单元503室',
      roles: ['resident'],
      posts: [],
      homes: [
        {
          residentId: 'r-demo-elder',
          householdId: 'h-chunxiao-b3-u2-r503',
          place: '春晓社区 3号楼2单元503室',
          relation: 'owner',
          current: true,
        },
      ],
      phone: { masked: '024****0131', verified: true },
      dependents: [],
      asking: 0,
      office: { name: '春晓社区服务站', phone: '024-5550-0111', hours: '周一至周六 8:30–17:30' },
      privacy: { current: CURRENT, agreed: CURRENT, agreedAt: MONDAY_9 },
    })
  })

  test.each([
    ['demo-street', ['和平区', '南湖街道'], ['streetOfficer']],
    ['demo-district', ['和平区'], ['districtOfficer']],
  ])('%s stands above the communities', async (openid, places, roles) => {
    const me = await cloud.as(openid).ok('account.me', {})
    expect(me).toMatchObject({ state: 'active', places, roles })
    expect(me.home).toBeUndefined()
  })

  test.each([
    ['demo-child', 'resident'],
    ['demo-resident', 'resident'],
    ['demo-volunteer', 'volunteer'],
    ['demo-manager', 'propertyManager'],
    ['demo-worker', 'repairWorker'],
    ['demo-provider', 'provider'],
    ['demo-staff', 'staff'],
    ['demo-owner', 'ownersCommittee'],
  ])('%s is a %s', async (openid, role) => {
    const { roles, state } = await cloud.as(openid).ok('account.me', {})
    expect([state, roles.includes(role as (typeof roles)[number])]).toEqual(['active', true])
  })

  test('a stranger is a newcomer, and stays unknown', async () => {
    const newcomer = {
      state: 'newcomer',
      places: [],
      roles: [],
      posts: [],
      homes: [],
      dependents: [],
      asking: 0,
      privacy: { current: CURRENT },
    }
    expect(await cloud.as('demo-stranger').ok('account.me', {})).toEqual(newcomer)
    const { announcement, ...home } = await cloud.as('demo-stranger').ok('home.view', {})
    expect(home).toEqual({ me: newcomer })
    // Public announcements are everybody's, and nothing waits for somebody unknown.
    expect(announcement.rows.length).toBeGreaterThan(0)
    expect(announcement.toDo).toBe(0)
  })

  test('an openid in the input or the event is not believed', async () => {
    const event = {
      op: 'account.me',
      input: { openid: 'demo-elder' },
      openid: 'demo-elder',
      userInfo: { openId: 'demo-elder' },
    }
    const answer = await cloud.send('account', event, 'demo-resident')
    expect(answer).toMatchObject({ result: { data: { name: '张伟' } } })
  })

  test('costs two sequential round trips', async () => {
    await cloud.as('demo-elder').ok('account.me', {})
    expect((await cloud.calls()).at(-1)).toMatchObject({
      op: 'account.me',
      reads: 3,
      writes: 0,
      sequential: 2,
    })
  })
})

describe('account.agree', () => {
  test('records the version and the moment', async () => {
    await cloud.advance(MINUTE)
    const me = await cloud.as('demo-volunteer').ok('account.agree', { policyVersion: CURRENT })
    expect(me.privacy.agreedAt).toBeGreaterThanOrEqual(MONDAY_9 + MINUTE)
    expect(await cloud.as('demo-volunteer').ok('account.me', {})).toEqual(me)
  })

  test('the same tap again gives the same answer', async () => {
    const tap = newTap()
    const first = await cloud.as('demo-owner').ok('account.agree', { policyVersion: CURRENT }, tap)
    await cloud.advance(MINUTE)
    expect(
      await cloud.as('demo-owner').ok('account.agree', { policyVersion: CURRENT }, tap),
    ).toEqual(first)
  })

  test('another version is refused, with what to do', async () => {
    const reply = await cloud
      .as('demo-child')
      .call('account.agree', { policyVersion: '2020-01-01' })
    expect(reply.error).toMatchObject({
      code: 'BAD_INPUT',
      fields: { policyVersion: '隐私保护指引更新了，请重新打开阅读。' },
    })
  })

  test('a stranger has nothing to agree to', async () => {
    expect(
      await cloud.as('demo-stranger').refused('account.agree', { policyVersion: CURRENT }),
    ).toBe('NOT_JOINED')
  })
})
