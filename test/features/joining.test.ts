import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../types/contract/limits'
import { MONDAY_9, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf, changeDoc } from '../support/database'
import {
  accountOf,
  codeOf,
  type JoinInput,
  POLICY,
  recordOf,
  requestOf,
  roomAt,
  someone,
} from '../support/people'

/** Joining a home: by the code on paper, or by asking staff. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 20 })
})
afterAll(() => cloud.close())

const HOME = 'h-chunxiao-b3-u2-r503'
const staff = () => cloud.as('demo-staff')
const join = (openid: string, input: JoinInput, tap?: string) =>
  cloud.as(openid).call('account.joinHousehold', input, tap)
const ask = async (openid: string, name: string, room = roomAt('9', '3', '902')) =>
  (await cloud.as(openid).ok('account.joinHousehold', { ...someone(name), room })).request
    ?.requestId ?? ''

describe('by the code', () => {
  test('the whole of it, as scanned: active at once, and whoever is new is entered', async () => {
    const { token } = await codeOf(cloud, HOME)
    const me = await cloud
      .as('joins-by-picture')
      .ok('account.joinHousehold', { ...someone('李小梅'), code: token, phone: '138 1234 8000' })
    expect(me).toMatchObject({
      state: 'active',
      name: '李小梅',
      home: '3号楼2单元503室',
      places: ['和平区', '南湖街道', '春晓社区'],
      phone: { masked: '138****8000', verified: false },
      privacy: { agreed: POLICY },
    })
    const [home] = me.homes
    expect(await recordOf(cloud, home?.residentId ?? '')).toMatchObject({
      name: '李小梅',
      accountId: 'joins-by-picture',
      state: 'living',
      homes: [{ householdId: HOME, relation: 'family' }],
    })
    expect(JSON.stringify(await accountOf(cloud, 'joins-by-picture'))).not.toContain('1234')
  })

  test('its six letters with the room, however both are written', async () => {
    const { letters } = await codeOf(cloud, HOME)
    const typed = ` ${letters.slice(0, 3).toLowerCase()}-${letters.slice(3)}`
    const room = roomAt('三号楼', '2单元', '５０３室')
    const { data } = await join('joins-by-letters', { ...someone('李大海'), code: typed, room })
    expect(data?.home).toBe('3号楼2单元503室')
  })

  test('one who stands on the roster takes over what is kept there', async () => {
    const listed = (await staff().ok('account.saveResident', {
      name: '方小玲',
      room: roomAt('3', '2', '503'),
      attributes: [{ name: 'lowIncome', value: true, basis: '低保证' }],
    })) as { residentId: string }
    const { token } = await codeOf(cloud, HOME)
    const { data } = await join('on-the-roster', { ...someone('方 小玲'), code: token })
    expect(data?.homes[0]?.residentId).toBe(listed.residentId)
    expect(await recordOf(cloud, listed.residentId)).toMatchObject({
      accountId: 'on-the-roster',
      attributes: [{ name: 'lowIncome', value: true }],
    })
  })

  test('somebody else of that name has joined: NAME_TAKEN, and staff can let them in', async () => {
    const { token } = await codeOf(cloud, HOME)
    const { error } = await join('a-namesake', { ...someone('方小玲'), code: token })
    expect(error?.code).toBe('NAME_TAKEN')
    const requestId = await ask('a-namesake', '方小玲', roomAt('3', '2', '503'))
    await staff().ok('account.answerRequest', { requestId, answer: 'approve' })
    const me = await cloud.as('a-namesake').ok('account.me', {})
    expect(me).toMatchObject({ state: 'active', home: '3号楼2单元503室' })
  })

  test('wrong letters are told and counted; then the code rests until the next day', async () => {
    const householdId = 'h-chunxiao-b1-u1-r101'
    const { letters, token } = await codeOf(cloud, householdId)
    const room = roomAt('1', '1', '101')
    const guess = letters === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA'
    const tried: (string | undefined)[] = []
    for (let i = 0; i < LIMITS.codeTries + 2; i++) {
      const { error } = await join('guesses', { ...someone('某某'), code: guess, room })
      tried.push(error?.code)
    }
    expect(tried.filter((code) => code === 'CODE_WRONG').length).toBe(LIMITS.codeTries)
    expect(tried.slice(-2)).toEqual(['CODE_LOCKED', 'CODE_LOCKED'])
    const right = { ...someone('对的人'), code: letters, room }
    expect((await join('is-right', right)).error?.code).toBe('CODE_LOCKED')
    // Counted on the day before: the next day begins anew.
    await changeDoc(cloud, 'codes', token.slice(0, 5), { day: '2026-11-22' })
    expect((await join('is-right', right)).data?.state).toBe('active')
    expect(await accountOf(cloud, 'guesses')).toBeUndefined()
  })

  test('a new code ends the former one, and a code ends with its time', async () => {
    const householdId = 'h-chunxiao-b2-u1-r102'
    const former = await codeOf(cloud, householdId)
    const now = await codeOf(cloud, householdId)
    const input = (code: string) => ({ ...someone('郭靖'), code })
    expect((await join('late', input(former.token))).error?.code).toBe('CODE_UNKNOWN')
    await changeDoc(cloud, 'codes', now.token.slice(0, 5), { expiresAt: MONDAY_9 - 1 })
    expect((await join('late', input(now.token))).error?.code).toBe('CODE_UNKNOWN')
  })

  test('a code of another household is not one of this', async () => {
    const { letters } = await codeOf(cloud, 'h-chunxiao-b4-u1-r102')
    const room = roomAt('5', '1', '101')
    await codeOf(cloud, 'h-chunxiao-b5-u1-r101')
    const { error } = await join('mixes-up', { ...someone('黄蓉'), code: letters, room })
    expect(error?.code).toBe('CODE_WRONG')
    const nowhere = roomAt('5', '1', '101', 'no-such-place')
    expect(
      (await join('mixes-up', { ...someone('黄蓉'), code: letters, room: nowhere })).error?.code,
    ).toBe('NOT_FOUND')
  })

  test('the same tap twice joins once; reused for something else it is refused', async () => {
    const { token } = await codeOf(cloud, HOME)
    const tap = newTap()
    const input = { ...someone('洪七'), code: token }
    const first = await join('taps-twice', input, tap)
    expect((await join('taps-twice', input, tap)).data).toEqual(first.data)
    expect((await join('taps-twice', { ...input, name: '洪八' }, tap)).error?.code).toBe(
      'TAP_REUSED',
    )
    expect((await join('taps-twice', input)).error?.code).toBe('ALREADY_JOINED')
  })

  test('a makeHouseholdCode tap makes one code, and is not lent to another home', async () => {
    const tap = newTap()
    const make = (householdId: string) =>
      staff().call('account.makeHouseholdCode', { householdId }, tap)
    const first = await make(HOME)
    expect((await make(HOME)).data).toEqual(first.data)
    expect((await make('h-chunxiao-b6-u1-r102')).error?.code).toBe('TAP_REUSED')
    expect(await staff().refused('account.makeHouseholdCode', { householdId: 'h-none' })).toBe(
      'NOT_FOUND',
    )
    const theirs = { householdId: 'h-liuan-b1-u1-r101' }
    expect(await staff().refused('account.makeHouseholdCode', theirs)).toBe('NOT_FOUND')
  })
})

describe('several homes', () => {
  test('the first is in use until another is chosen', async () => {
    const [one, two] = [await codeOf(cloud, HOME), await codeOf(cloud, 'h-chunxiao-b7-u1-r101')]
    await join('two-homes', { ...someone('欧阳锋'), code: one.token })
    const { data } = await join('two-homes', {
      ...someone('欧阳锋'),
      code: two.token,
      relation: 'tenant',
    })
    expect(data?.homes.map(({ current }) => current)).toEqual([true, false])
    const other = data?.homes[1]
    const choice = {
      residentId: other?.residentId ?? '',
      householdId: other?.householdId ?? '',
    }
    const tap = newTap()
    const chosen = await cloud.as('two-homes').ok('account.chooseHome', choice, tap)
    expect(chosen).toMatchObject({ home: '7号楼1单元101室' })
    expect(chosen.homes.map(({ current }) => current)).toEqual([false, true])
    expect(await cloud.as('two-homes').ok('account.chooseHome', choice, tap)).toEqual(chosen)
    const back = { ...choice, residentId: 'r-demo-elder' }
    expect(await cloud.as('two-homes').refused('account.chooseHome', back)).toBe('NOT_FOUND')
    expect(await cloud.as('two-homes').refused('account.chooseHome', back, tap)).toBe('TAP_REUSED')
  })
})

describe('without a code', () => {
  test('the request waits; staff see who it may be, and let them in', async () => {
    const resident = await staff().ok('account.saveResident', {
      name: '穆念慈',
      room: roomAt('9', '3', '902'),
    })
    const requestId = await ask('asks', '穆念慈')
    const waiting = await cloud.as('asks').ok('account.me', {})
    expect(waiting).toMatchObject({
      state: 'newcomer',
      request: { state: 'waiting', place: '春晓社区 9号楼3单元902室' },
    })
    const { items } = await staff().ok('account.listRequests', {})
    expect(items.find((one) => one.requestId === requestId)).toMatchObject({
      kind: 'join',
      name: '穆念慈',
      matches: [{ residentId: resident.residentId, name: '穆*慈', sameRoom: true }],
    })
    const input = { requestId, answer: 'approve' as const, residentId: resident.residentId }
    const tap = newTap()
    const answered = await staff().ok('account.answerRequest', input, tap)
    expect(answered.state).toBe('approved')
    expect(await staff().ok('account.answerRequest', input, tap)).toEqual(answered)
    expect(await cloud.as('asks').ok('account.me', {})).toMatchObject({
      state: 'active',
      homes: [{ residentId: resident.residentId, current: true }],
    })
    expect(await staff().refused('account.answerRequest', input)).toBe('REQUEST_ANSWERED')
    expect(
      await cloud.as('asks').refused('account.joinHousehold', {
        ...someone('穆念慈'),
        room: roomAt('9', '3', '902'),
      }),
    ).toBe('ALREADY_JOINED')
  })

  test('refused with a reason, which the asker reads; then they may ask again', async () => {
    const requestId = await ask('refused', '裘千仞')
    const again = { ...someone('裘千仞'), room: roomAt('9', '3', '902') }
    expect(await cloud.as('refused').refused('account.joinHousehold', again)).toBe(
      'REQUEST_WAITING',
    )
    const say = '请带身份证来服务站。'
    await staff().ok('account.answerRequest', { requestId, answer: 'refuse', say })
    expect(await cloud.as('refused').ok('account.me', {})).toMatchObject({
      state: 'newcomer',
      request: { state: 'refused', reason: say },
    })
    expect(await ask('refused', '裘千仞')).not.toBe(requestId)
  })

  test('taken back, it is gone from the desk', async () => {
    const requestId = await ask('withdraws', '梅超风')
    expect(await cloud.as('demo-resident').refused('account.withdrawRequest', { requestId })).toBe(
      'NOT_FOUND',
    )
    const tap = newTap()
    const me = await cloud.as('withdraws').ok('account.withdrawRequest', { requestId }, tap)
    expect(me.request).toBeUndefined()
    expect(await cloud.as('withdraws').ok('account.withdrawRequest', { requestId }, tap)).toEqual(
      me,
    )
    expect(await cloud.as('withdraws').refused('account.withdrawRequest', { requestId })).toBe(
      'REQUEST_ANSWERED',
    )
    const { items } = await staff().ok('account.listRequests', {})
    expect(items.map((one) => one.requestId)).not.toContain(requestId)
    expect(await staff().refused('account.answerRequest', { requestId, answer: 'approve' })).toBe(
      'REQUEST_ANSWERED',
    )
  })

  test('nobody answers for ninety days: it may be asked again', async () => {
    const requestId = await ask('forgotten', '郭襄')
    await changeDoc(cloud, 'requests', requestId, { expiresAt: MONDAY_9 - 1 })
    const me = await cloud.as('forgotten').ok('account.me', {})
    expect([me.state, me.request]).toEqual(['newcomer', undefined])
    expect(await ask('forgotten', '郭襄')).not.toBe(requestId)
  })

  test('as a person of another community, or one whose account another is: neither', async () => {
    const requestId = await ask('wrong-person', '张三丰')
    const approve = (residentId: string) =>
      staff().refused('account.answerRequest', { requestId, answer: 'approve', residentId })
    expect(await approve('r-liuan-1-1')).toBe('NOT_FOUND')
    expect(await approve('r-demo-elder')).toBe('NAME_TAKEN')
    expect((await requestOf(cloud, requestId))?.state).toBe('waiting')
  })

  test('a new room gets its places, once', async () => {
    const room = roomAt('88号楼', '一单元', '1室')
    const requestId = await ask('new-room', '令狐冲', room)
    await staff().ok('account.answerRequest', { requestId, answer: 'approve' })
    const path = 'heping/nanhu/chunxiao/chunxiao-b88'
    const { places } = await cloud.as('anyone').ok('account.listPlaces', { within: path })
    expect(places.map(({ name }) => name)).toEqual(['1单元'])
  })
})

describe('a wrong input', () => {
  const whole = { ...someone('李四'), room: roomAt('1', '1', '101') }
  test.each<[string, object, string]>([
    ['no name', { name: '  ' }, 'name'],
    ['a name too long', { name: '名'.repeat(LIMITS.nameChars + 1) }, 'name'],
    ['no relation', { relation: 'king' }, 'relation'],
    ['a phone number that is none', { phone: '12345' }, 'phone'],
    ['a policy that is not in force', { policyVersion: '2020-01-01' }, 'policyVersion'],
    ['no policy', { policyVersion: undefined }, 'policyVersion'],
    ['a code of signs', { code: '!!!' }, 'code'],
    ['a condition for a code', { code: { $ne: '' } }, 'code'],
    ['a building without a name', { room: roomAt('', '1', '101') }, 'room.building'],
    ['a room too long', { room: roomAt('1', '1', '1'.repeat(31)) }, 'room.room'],
    ['a community with an operator', { room: roomAt('1', '1', '1', '$ne') }, 'room.communityId'],
    ['neither code nor room', { room: undefined }, 'room'],
    ['six letters without the room', { room: undefined, code: 'ACEFHJ' }, 'room'],
  ])('%s', async (_what, more, field) => {
    const event = { op: 'account.joinHousehold', input: { ...whole, ...more }, tapId: newTap() }
    const answer = await cloud.send('account', event, 'wrong-input')
    if (!('result' in answer)) throw new Error(answer.errMsg)
    const { error } = answer.result
    expect(['BAD_INPUT', 'TOO_LARGE']).toContain(error?.code)
    expect(Object.keys(error?.fields ?? {})).toEqual([field])
    expect(await accountOf(cloud, 'wrong-input')).toBeUndefined()
  })

  test('a community that is none', async () => {
    const street = { ...whole, room: roomAt('1', '1', '1', 'nanhu') }
    expect((await join('nowhere', street)).error?.code).toBe('NOT_FOUND')
  })
})

test('an openid in the input is never believed', async () => {
  const { token } = await codeOf(cloud, HOME)
  const input = { ...someone('冒名'), code: token, openid: 'demo-elder', accountId: 'demo-elder' }
  const event = { op: 'account.joinHousehold', input, tapId: newTap(), openid: 'demo-elder' }
  await cloud.send('account', event, 'an-impostor')
  const mine = (await allOf<{ accountId?: string; name: string }>(cloud, 'residents')).filter(
    ({ name }) => name === '冒名',
  )
  expect(mine).toMatchObject([{ accountId: 'an-impostor' }])
})
