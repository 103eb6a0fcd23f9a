import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { COLLECTIONS } from '../../cloudfunctions/shared/collections'
import { inRepo } from '../../config/paths.mts'
import { MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import { snapshot } from '../support/database'
import { INPUTS } from './inputs'
import { pageOf } from './page'
import { addCallers, addThings, CALLERS, PLACES } from './people'
import { OPERATIONS, tableOf, type Tried, tryOne, tryOperation } from './try-all'

/**
 * Every operation by every kind of person, over what is theirs and what is not, against the functions
 * as they run. What is refused and what is not is held to the committed table, and the table to what
 * must be true of any.
 */

let cloud: TestCloud
let tried: Tried[]
beforeAll(async () => {
  cloud = await startTestCloud()
  await addCallers(cloud)
  await addThings(cloud)
}, 60_000)
afterAll(() => cloud.close())

/** Few enough that nobody is taken for flooding, and enough that looking at all data stays cheap. */
const TOGETHER = 6

/** What ends the caller's account has a round of its own: afterwards nobody may anything. */
const ROUNDS: (typeof OPERATIONS)[] = []
for (let from = 0; from < OPERATIONS.length - 1; from += TOGETHER)
  ROUNDS.push(OPERATIONS.slice(from, Math.min(from + TOGETHER, OPERATIONS.length - 1)))
ROUNDS.push(OPERATIONS.slice(-1))

const everything = async () => {
  const { auditFacts: _facts, ...rest } = await snapshot(cloud, Object.keys(COLLECTIONS))
  return rest
}

test('inputs fit their schemas, so that what is refused is the caller', () => {
  for (const { name, declared } of OPERATIONS) {
    const input = INPUTS[name]({ place: 'chunxiao', region: PLACES.chunxiao })
    expect(v.safeParse(declared.input, input).success, name).toBe(true)
  }
})

test('everybody tries everything; what is refused changes nothing but the audit trail', async () => {
  tried = []
  for (const together of ROUNDS) {
    const now: Tried[] = []
    for (const listed of together) {
      now.push(...(await tryOperation(cloud, listed)))
    }
    tried.push(...now)
    await cloud.sleep(2 * MINUTE)
    const before = await everything()
    for (const { op, situation, caller, answer } of now) {
      if (answer === 'yes') continue
      const again = await tryOne(cloud, op, situation, caller)
      expect(again.answer, `${op} by ${caller.who}, ${situation.title}, again`).toBe(answer)
    }
    expect(await everything()).toEqual(before)
    await cloud.sleep(2 * MINUTE)
  }
}, 600_000)

test('the answers are those of the committed table', async () => {
  await expect(tableOf(tried)).toMatchFileSnapshot('table.txt')
})

test('docs/permissions.md says what the contract declares', async () => {
  await expect(await pageOf(OPERATIONS)).toMatchFileSnapshot(inRepo('docs/permissions.md'))
})

describe('whatever the table says', () => {
  const accessOf = (op: string) => {
    const found = OPERATIONS.find(({ name }) => name === op)
    if (!found) throw new Error(`No operation ${op}.`)
    return found.declared.access
  }
  const allowed = (which: (one: Tried) => boolean) =>
    tried
      .filter((one) => one.answer === 'yes' && which(one))
      .map(({ op, caller, situation }) => `${op} by ${caller.who}, ${situation.title}`)

  test('a newcomer may only what is for anyone', () => {
    expect(
      allowed(({ op, caller }) => caller.who === 'newcomer' && accessOf(op).who !== 'anyone'),
    ).toEqual([])
  })

  test('what needs a role is done by nobody without it, in person', () => {
    expect(
      allowed(({ op, caller, situation }) => {
        const { who, roles } = accessOf(op)
        if (who !== 'role' || situation.onBehalfOf !== undefined) return false
        return caller.role === undefined || !roles.includes(caller.role)
      }),
    ).toEqual([])
  })

  /** Does the input say which community's things it is about? */
  const namesPlaces = (op: Tried['op']): boolean => {
    const [here, there] = (['chunxiao', 'liuan'] as const).map((place) =>
      JSON.stringify(INPUTS[op]({ place, region: PLACES[place] })),
    )
    return here !== there
  }

  test('a role reaches nothing outside of its region', () => {
    const within = (region = '', path: string) =>
      region === '*' || `${path}/`.startsWith(`${region}/`)
    expect(
      allowed(
        ({ op, caller, situation }) =>
          accessOf(op).who === 'role' &&
          // Where neither the call nor its input names a place, it is one's own.
          (situation.at !== undefined || namesPlaces(op)) &&
          !within(caller.region, PLACES[situation.target.place]),
      ),
    ).toEqual([])
  })

  test('a path that leads nowhere is refused to everybody', () => {
    expect(allowed(({ situation }) => situation.title.includes('forged'))).toEqual([])
  })

  test('nobody acts for another but a helper by a live grant, or the desk of their community', () => {
    const may = (one: Tried): boolean => {
      const { dependents, desk } = accessOf(one.op)
      const { who } = one.caller
      const { title } = one.situation
      if (desk && ['staff', 'social worker'].includes(who) && !title.includes('柳岸')) return true
      if (desk && ['staff of 柳岸', 'social worker of 柳岸'].includes(who)) {
        return title.includes('柳岸')
      }
      const helps = who === 'helper' || who === 'helper for bookings'
      return dependents === true && helps && title.includes('王秀兰')
    }
    expect(allowed((one) => one.situation.onBehalfOf !== undefined && !may(one))).toEqual([])
  })

  test('those whose helping or role has ended may what anyone with an account may', () => {
    expect(
      allowed(({ op, caller, situation }) => {
        if (!['ended helper', 'former staff'].includes(caller.who)) return false
        return (
          situation.onBehalfOf !== undefined || !['anyone', 'member'].includes(accessOf(op).who)
        )
      }),
    ).toEqual([])
  })

  test('every operation is served, and was tried by everybody', () => {
    expect(new Set(tried.map(({ op }) => op)).size).toBe(OPERATIONS.length)
    expect(new Set(tried.map(({ caller }) => caller.who)).size).toBe(CALLERS.length)
    const unserved = tried.filter(({ answer }) => answer === 'UNKNOWN_OPERATION')
    expect([...new Set(unserved.map(({ op }) => op))]).toEqual([])
  })
})
