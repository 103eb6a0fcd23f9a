import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contract, OperationName } from '../../types/contract'
import { LIMITS } from '../../types/contract/limits'
import { type Fault, MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { isTried } from '../support/fault-modes'
import {
  accountOf,
  askToHelp,
  CHUNXIAO,
  codeOf,
  invitationTo,
  POLICY,
  recordOf,
  roomAt,
  someone,
} from '../support/people'
import { holdsForPeople } from '../support/people-invariants'

/**
 * Every database action of each command fails in turn: before it was applied, after it was applied, or
 * with the death of its process. The same tap sent again does what it asked, once, and after one run of
 * the ticker the invariants of people hold.
 */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 60 })
})
afterAll(() => cloud.close())

interface Attempt<Name extends OperationName = OperationName> {
  openid: string
  op: Name
  input: Contract[Name]['input']
  onBehalfOf?: string
}

const attempt = <Name extends OperationName>(
  openid: string,
  op: Name,
  input: Contract[Name]['input'],
  more: { onBehalfOf?: string } = {},
): Attempt => ({ openid, op, input, ...more })

let count = 0
/** Somebody new each time. */
const newPerson = () => `person-${++count}`
const nameNow = () => `某${count}`
let numbered = 0
const openidOfNext = () => `resident-${String((numbered++ % 60) + 1).padStart(4, '0')}`

const ROOM = roomAt('9', '1', '901')
let code: { letters: string; token: string } | undefined
const householdCode = async () => (code ??= await codeOf(cloud, 'h-chunxiao-b7-u1-r101'))

const ask = async (openid: string) => {
  const { request } = await cloud
    .as(openid)
    .ok('account.joinHousehold', { ...someone(nameNow()), room: ROOM })
  return request?.requestId ?? ''
}
const listed = async () =>
  (
    await cloud.as('demo-staff').ok('account.saveResident', {
      name: nameNow(),
      room: ROOM,
    })
  ).residentId
const accepted = async (openid: string) => {
  const { letters } = await invitationTo(cloud, { role: 'volunteer', region: CHUNXIAO })
  const input = { code: letters, name: nameNow(), policyVersion: POLICY }
  await cloud.as(openid).ok('account.acceptInvitation', input)
  return (await accountOf(cloud, openid))?.ref ?? ''
}

/** What is tried, each time with people and things of its own. */
const COMMANDS: Record<string, () => Promise<Attempt>> = {
  agree: () => Promise.resolve(attempt(openidOfNext(), 'account.agree', { policyVersion: POLICY })),
  'savePhone, typed': () =>
    Promise.resolve(attempt(openidOfNext(), 'account.savePhone', { typed: '13812348000' })),
  'joinHousehold by a code, as someone new': async () => {
    const { token } = await householdCode()
    const openid = newPerson()
    return attempt(openid, 'account.joinHousehold', { ...someone(nameNow()), code: token })
  },
  'joinHousehold by a code, as one of the roster': async () => {
    const { token } = await householdCode()
    const openid = newPerson()
    await cloud
      .as('demo-staff')
      .ok('account.saveResident', { name: nameNow(), room: roomAt('7', '1', '101') })
    return attempt(openid, 'account.joinHousehold', { ...someone(nameNow()), code: token })
  },
  'joinHousehold by asking': () => {
    const openid = newPerson()
    const input = { ...someone(nameNow()), room: ROOM, phone: '13812348000' }
    return Promise.resolve(attempt(openid, 'account.joinHousehold', input))
  },
  withdrawRequest: async () => {
    const openid = newPerson()
    return attempt(openid, 'account.withdrawRequest', { requestId: await ask(openid) })
  },
  'answerRequest: one of the roster joins': async () => {
    const openid = newPerson()
    const residentId = await listed()
    const requestId = await ask(openid)
    const input = { requestId, answer: 'approve' as const, residentId }
    return attempt('demo-staff', 'account.answerRequest', input)
  },
  'answerRequest: someone new joins': async () => {
    const requestId = await ask(newPerson())
    return attempt('demo-staff', 'account.answerRequest', { requestId, answer: 'approve' })
  },
  'answerRequest: refused': async () => {
    const requestId = await ask(newPerson())
    const input = { requestId, answer: 'refuse' as const, say: '请来服务站。' }
    return attempt('demo-staff', 'account.answerRequest', input)
  },
  'answerRequest: to act for someone new': async () => {
    const { requestId } = await askToHelp(cloud, newPerson(), { name: nameNow(), room: ROOM })
    return attempt('demo-staff', 'account.answerRequest', { requestId, answer: 'approve' })
  },
  makeHouseholdCode: () => {
    const householdId = 'h-chunxiao-b5-u1-r101'
    return Promise.resolve(attempt('demo-staff', 'account.makeHouseholdCode', { householdId }))
  },
  addDependent: () => {
    const openid = newPerson()
    return Promise.resolve(
      attempt(openid, 'account.addDependent', {
        name: '王秀兰',
        room: roomAt('3', '2', '503'),
        relation: 'son',
        scope: 'booking',
        myName: nameNow(),
        policyVersion: POLICY,
      }),
    )
  },
  confirmHelper: async () => {
    const { requestId, code: digits = '' } = await askToHelp(cloud, newPerson())
    return attempt('demo-elder', 'account.confirmHelper', { requestId, code: digits })
  },
  'confirmHelper at the desk': async () => {
    const { requestId } = await askToHelp(cloud, newPerson())
    return attempt(
      'demo-staff',
      'account.confirmHelper',
      { requestId },
      { onBehalfOf: 'r-demo-elder' },
    )
  },
  refuseHelper: async () => {
    const { requestId } = await askToHelp(cloud, newPerson())
    return attempt('demo-elder', 'account.refuseHelper', { requestId })
  },
  endHelping: async () => {
    const openid = newPerson()
    const { requestId, code: digits = '' } = await askToHelp(cloud, openid)
    await cloud.as('demo-elder').ok('account.confirmHelper', { requestId, code: digits })
    return attempt('demo-elder', 'account.endHelping', { grantId: requestId })
  },
  invite: () =>
    Promise.resolve(
      attempt('demo-staff', 'account.invite', { role: 'volunteer', region: CHUNXIAO }),
    ),
  endInvitation: async () => {
    const { invitationId } = await invitationTo(cloud, { role: 'volunteer', region: CHUNXIAO })
    return attempt('demo-admin', 'account.endInvitation', { invitationId, region: CHUNXIAO })
  },
  'acceptInvitation by someone new': async () => {
    const { letters } = await invitationTo(cloud, { role: 'volunteer', region: CHUNXIAO })
    const input = { code: letters, name: '来客', policyVersion: POLICY }
    return attempt(newPerson(), 'account.acceptInvitation', input)
  },
  'acceptInvitation to be an administrator': async () => {
    const { letters } = await invitationTo(cloud, { role: 'administrator', region: '*' })
    const input = { code: letters, name: '来客', policyVersion: POLICY }
    return attempt(newPerson(), 'account.acceptInvitation', input)
  },
  endRole: async () => {
    const ref = await accepted(newPerson())
    return attempt('demo-admin', 'account.endRole', { ref, role: 'volunteer', region: CHUNXIAO })
  },
  savePlace: () => {
    const name = `${++count + 100}号楼`
    const input = { region: CHUNXIAO, add: { level: 'building' as const }, name }
    return Promise.resolve(attempt('demo-staff', 'account.savePlace', input))
  },
}

async function sendTap({ op, input, openid, onBehalfOf }: Attempt, tapId: string) {
  const event = { op, input, tapId, ...(onBehalfOf ? { onBehalfOf } : {}) }
  const answer = await cloud.send('account', event, openid)
  return 'result' in answer ? answer.result : null
}

async function faultFired(): Promise<boolean> {
  const fired = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  return fired
}

/** More database actions than any command has. */
const MOST_ACTIONS = 40
const MODES: Fault['mode'][] = ['error', 'error-after', 'kill']

describe.each(MODES)('%s at every action of', (mode) => {
  test.each(Object.keys(COMMANDS))(
    '%s',
    async (what) => {
      let nth = 1
      for (; nth < MOST_ACTIONS; nth++) {
        if (!isTried(MODES, mode, nth)) continue
        const tried = await COMMANDS[what]?.()
        if (!tried) throw new Error(`No command ${what}.`)
        const tap = newTap()
        await cloud.setFault({ op: tried.op, nth, mode })
        const reply = await sendTap(tried, tap)
        const fired = await faultFired()
        if (!fired) expect(reply?.error, what).toBeUndefined()
        const again = await sendTap(tried, tap)
        expect(again?.error?.code, `${what} again after ${mode} at action ${nth}`).toBeUndefined()
        if (!fired) {
          // The same tap again gives the same answer, but for what has changed around it.
          expect(Object.keys(again?.data ?? {})).toEqual(Object.keys(reply?.data ?? {}))
          break
        }
      }
      expect(nth).toBeGreaterThan(2)
      expect(nth).toBeLessThan(MOST_ACTIONS)
      await cloud.sleep(2 * MINUTE)
      await holdsForPeople(cloud)
    },
    120_000,
  )
})

describe('an approval whose call died and that nobody sends again', () => {
  test.each(Array.from({ length: 14 }, (_, i) => i + 1))(
    'at action %i is done by the ticker, or never began',
    async (nth) => {
      const openid = newPerson()
      const residentId = await listed()
      const requestId = await ask(openid)
      const input = { requestId, answer: 'approve' as const, residentId }
      await cloud.setFault({ op: 'account.answerRequest', nth, mode: 'kill' })
      await sendTap(attempt('demo-staff', 'account.answerRequest', input), newTap())
      await faultFired()
      await cloud.sleep(2 * MINUTE)
      await holdsForPeople(cloud)
      const homes = (await accountOf(cloud, openid))?.homes.length
      const linked = (await recordOf(cloud, residentId))?.accountId === openid
      expect(homes).toBe(linked ? 1 : 0)
    },
  )
})

describe('flooding', () => {
  const agree = { policyVersion: POLICY }

  test('is refused by every instance for a while, costs nobody else, and ends', async () => {
    const flood = cloud.as('demo-child')
    for (let i = 0; i < LIMITS.commandsAMinute; i++) await flood.ok('account.agree', agree)
    expect(await flood.refused('account.agree', agree)).toBe('TOO_MANY')
    const slow = await Promise.all(
      Array.from({ length: 12 }, () => flood.refused('account.agree', agree)),
    )
    expect(new Set(slow)).toEqual(new Set(['TOO_MANY']))
    expect(await flood.refused('booking.cancel', { bookingId: 'x' })).toBe('TOO_MANY')
    // Reading goes on, and so does everybody else.
    await flood.ok('account.me', {})
    await cloud.as('demo-elder').ok('account.agree', agree)
    await cloud.advance(6 * MINUTE)
    await flood.ok('account.agree', agree)
  })

  test('by a stranger is marked without making them known', async () => {
    const stranger = cloud.as('a-flooding-stranger')
    const input = { code: 'ACEFHJACEFHJ', name: '来客', policyVersion: POLICY }
    for (let i = 0; i < LIMITS.commandsAMinute; i++)
      expect(await stranger.refused('account.acceptInvitation', input)).toBe('CODE_UNKNOWN')
    expect(await stranger.refused('account.acceptInvitation', input)).toBe('TOO_MANY')
    expect((await stranger.ok('account.me', {})).state).toBe('newcomer')
    const many = await Promise.all(
      Array.from({ length: 8 }, () => stranger.refused('account.acceptInvitation', input)),
    )
    expect(new Set(many)).toEqual(new Set(['TOO_MANY']))
  })
})
