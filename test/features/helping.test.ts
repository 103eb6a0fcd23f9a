import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../types/contract/limits'
import type { AuditFact } from '../../cloudfunctions/shared/audit.docs'
import { holdsForTrail } from '../support/audit'
import {
  MINUTE,
  MONDAY_9,
  newTap,
  openSlots,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { allOf, changeDoc } from '../support/database'
import { accountOf, askToHelp, becomeHelper, POLICY, requestOf, roomAt } from '../support/people'

/** Acting for another: by their digits, by the desk, and how it ends. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const ELDER = 'r-demo-elder'
const elder = () => cloud.as('demo-elder')
const forElder = (openid: string) => cloud.as(openid, { onBehalfOf: ELDER })

describe('by the six digits', () => {
  test('a child whom the program does not know yet acts for a parent, until the parent ends it', async () => {
    const asked = await askToHelp(cloud, 'new-child')
    expect(asked).toMatchObject({ state: 'waiting', name: '王秀兰' })
    expect(asked.code).toMatch(/^\d{6}$/)
    expect((await elder().ok('account.me', {})).asking).toBe(1)
    const { asking } = await elder().ok('account.listHelping', {})
    expect(asking).toMatchObject([{ requestId: asked.requestId, name: '李小梅' }])
    expect(JSON.stringify(asking)).not.toContain(asked.code)
    expect(await forElder('new-child').refused('booking.listMine', {})).toBe('NOT_THEIR_HELPER')

    const tap = newTap()
    const input = { requestId: asked.requestId, code: asked.code ?? '' }
    const { helpers } = await elder().ok('account.confirmHelper', input, tap)
    expect(helpers).toMatchObject([
      { grantId: asked.requestId, name: '李小梅', scope: 'everything' },
    ])
    expect((await elder().ok('account.confirmHelper', input, tap)).helpers).toEqual(helpers)
    expect(await elder().refused('account.confirmHelper', input)).toBe('REQUEST_ANSWERED')
    const me = await cloud.as('new-child').ok('account.me', {})
    expect(me).toMatchObject({
      state: 'newcomer',
      dependents: [{ residentId: ELDER, name: '王秀兰', place: '春晓社区 3号楼2单元503室' }],
    })
    const [slot] = await openSlots(cloud, 'chunxiao-health-check', 'demo-elder')
    const { bookingId } = await forElder('new-child').ok('booking.reserve', {
      slotId: slot?.slotId ?? '',
    })
    const theirs = await elder().ok('booking.listMine', {})
    expect(theirs.items.map((one) => one.bookingId)).toContain(bookingId)
    expect((await forElder('new-child').ok('account.me', {})).seenBy).toBe('helper')

    await elder().ok('account.endHelping', { grantId: asked.requestId })
    expect(await forElder('new-child').refused('booking.listMine', {})).toBe('NOT_THEIR_HELPER')
    expect((await elder().ok('account.listHelping', {})).helpers).toEqual([])
    // What is delivered late gives nothing back.
    await cloud.advance(2 * MINUTE)
    expect(await forElder('new-child').refused('booking.listMine', {})).toBe('NOT_THEIR_HELPER')
  })

  test('wrong digits are counted, and after five none is looked at', async () => {
    const { requestId, code = '' } = await askToHelp(cloud, 'locked-child')
    const wrong = code === '000000' ? '000001' : '000000'
    const tried: string[] = []
    for (let i = 0; i <= LIMITS.digitTries; i++)
      tried.push(await elder().refused('account.confirmHelper', { requestId, code: wrong }))
    expect(tried).toEqual([
      ...Array.from({ length: LIMITS.digitTries }, () => 'CODE_WRONG'),
      'CODE_LOCKED',
    ])
    expect(await elder().refused('account.confirmHelper', { requestId, code })).toBe('CODE_LOCKED')
    const { asked } = await cloud.as('locked-child').ok('account.listHelping', {})
    expect(asked).toMatchObject([{ requestId, state: 'locked' }])
    expect(asked[0]?.code).toBeUndefined()
    await elder().ok('account.refuseHelper', { requestId })
    expect(await elder().refused('account.refuseHelper', { requestId })).toBe('REQUEST_ANSWERED')
  })

  test('digits that are too old, and digits of somebody else’s question', async () => {
    const { requestId, code = '' } = await askToHelp(cloud, 'late-child')
    expect(
      await cloud.as('demo-resident').refused('account.confirmHelper', { requestId, code }),
    ).toBe('NOT_FOUND')
    expect(await cloud.as('demo-resident').refused('account.refuseHelper', { requestId })).toBe(
      'NOT_FOUND',
    )
    await changeDoc(cloud, 'requests', requestId, { expiresAt: MONDAY_9 - 1 })
    expect(await elder().refused('account.confirmHelper', { requestId, code })).toBe('CODE_EXPIRED')
    expect(await elder().refused('account.confirmHelper', { requestId: 'none', code })).toBe(
      'NOT_FOUND',
    )
  })

  test('without digits nobody but the desk lets a helper in', async () => {
    const { requestId } = await askToHelp(cloud, 'desk-child')
    expect(await elder().refused('account.confirmHelper', { requestId })).toBe('BAD_INPUT')
    const desk = cloud.as('demo-staff', { onBehalfOf: ELDER })
    const { helpers, dependents } = await desk.ok('account.confirmHelper', { requestId })
    expect(helpers).toMatchObject([{ grantId: requestId }])
    // At the desk only what is the person's is shown, not what is the clerk's own.
    expect(dependents).toEqual([])
    expect(await forElder('desk-child').refused('account.endHelping', { grantId: requestId })).toBe(
      'NOT_FOR_OTHERS',
    )
    await desk.ok('account.endHelping', { grantId: requestId })
    expect(await forElder('desk-child').refused('account.me', {})).toBe('NOT_THEIR_HELPER')
  })
})

describe('account.addDependent', () => {
  test('does not say whether such a person lives there', async () => {
    const known = await askToHelp(cloud, 'curious', {}, newTap())
    const unknown = await askToHelp(cloud, 'curious', { name: '没有这人' }, newTap())
    expect(Object.keys(unknown)).toEqual(Object.keys(known))
    expect(unknown.state).toBe('waiting')
  })

  test('of the same tap is one request, with the same digits', async () => {
    const tap = newTap()
    const first = await askToHelp(cloud, 'taps-twice', {}, tap)
    expect(await askToHelp(cloud, 'taps-twice', {}, tap)).toEqual(first)
    const other = { ...first, relation: 'son' as const }
    const reply = await cloud.as('taps-twice').call(
      'account.addDependent',
      {
        name: '王秀兰',
        room: roomAt('3', '2', '503'),
        relation: other.relation,
        scope: 'booking',
        myName: '李小梅',
        policyVersion: POLICY,
      },
      tap,
    )
    expect(reply.error?.code).toBe('TAP_REUSED')
  })

  test('of someone whom one helps already, and of too many', async () => {
    const grantId = await becomeHelper(cloud, 'a-helper')
    const again = askToHelp(cloud, 'a-helper')
    await expect(again).rejects.toThrow('ALREADY_HELPING')
    for (let i = 0; i < LIMITS.helpRequests; i++)
      await askToHelp(cloud, 'a-helper', { name: `没有${i}` })
    await expect(askToHelp(cloud, 'a-helper', { name: '又一个' })).rejects.toThrow(
      'TOO_MANY_REQUESTS',
    )
    // The helper lets go, too.
    const { dependents } = await cloud.as('a-helper').ok('account.endHelping', { grantId })
    expect(dependents).toEqual([])
    expect(await forElder('a-helper').refused('account.me', {})).toBe('NOT_THEIR_HELPER')
  })

  test.each<[string, object]>([
    ['no name', { name: '' }],
    ['no relation', { relation: 'boss' }],
    ['no scope', { scope: 'money' }],
    ['no place', { room: roomAt('', '', '') }],
    ['a policy that is not in force', { policyVersion: '2020-01-01' }],
    ['nobody’s own name', { myName: undefined }],
    ['a phone number that is none', { myPhone: '1' }],
  ])('%s is refused', async (_what, more) => {
    await expect(askToHelp(cloud, 'writes-wrong', more)).rejects.toThrow('BAD_INPUT')
    expect(await accountOf(cloud, 'writes-wrong')).toBeUndefined()
  })
})

test('someone without WeChat, and not on the roster, is entered by the desk that lets the helper in', async () => {
  const room = roomAt('9', '3', '902')
  const { requestId } = await askToHelp(cloud, 'far-child', { name: '没有手机', room })
  const { items } = await cloud.as('demo-staff').ok('account.listRequests', {})
  expect(items.find((one) => one.requestId === requestId)).toMatchObject({
    kind: 'help',
    forName: '没有手机',
    matches: [],
  })
  await cloud.as('demo-staff').ok('account.answerRequest', { requestId, answer: 'approve' })
  const { dependents } = await cloud.as('far-child').ok('account.listHelping', {})
  expect(dependents).toMatchObject([{ name: '没有手机', place: '春晓社区 9号楼3单元902室' }])
  const onBehalfOf = dependents[0]?.residentId ?? ''
  const me = await cloud.as('far-child', { onBehalfOf }).ok('account.me', {})
  expect(me).toMatchObject({ name: '没有手机', home: '9号楼3单元902室' })
})

test('the desk acts for a caller of its own community; the audit trail has who, for whom and what', async () => {
  const [slot] = await openSlots(cloud, 'chunxiao-health-talk', 'demo-resident')
  const desk = cloud.as('demo-staff', { onBehalfOf: 'r-demo-resident' })
  const { bookingId } = await desk.ok('booking.reserve', { slotId: slot?.slotId ?? '' })
  const mine = await cloud.as('demo-resident').ok('booking.listMine', {})
  expect(mine.items.map((one) => one.bookingId)).toContain(bookingId)
  const facts = (await allOf<AuditFact>(cloud, 'auditFacts')).filter(
    ({ op, as }) => op === 'booking.reserve' && as === 'desk',
  )
  expect(facts).toMatchObject([
    { by: 'a-demo-staff', whom: 'r-demo-resident', chain: 'chunxiao', fields: ['slotId'] },
  ])
  for (const openid of ['demo-neighbour', 'demo-volunteer', 'demo-street', 'demo-admin']) {
    const other = cloud.as(openid, { onBehalfOf: 'r-demo-resident' })
    expect(await other.refused('booking.listMine', {}), openid).toBe('NOT_THEIR_HELPER')
  }
})

test('a request is approved for a person of the community only', async () => {
  const { requestId } = await askToHelp(cloud, 'third-child', {}, newTap())
  const staff = cloud.as('demo-staff')
  const wrong = { requestId, answer: 'approve' as const, residentId: 'r-liuan-1-1' }
  expect(await staff.refused('account.answerRequest', wrong)).toBe('NOT_FOUND')
  expect((await requestOf(cloud, requestId))?.state).toBe('waiting')
  await cloud.as('third-child').ok('account.withdrawRequest', { requestId })
})

test('all of it stands in a trail that is whole', async () => {
  const { now } = await cloud.advance(2 * MINUTE)
  expect(await holdsForTrail(cloud, now)).toBeGreaterThan(5)
})
