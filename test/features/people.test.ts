import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import type { Account } from '../../cloudfunctions/shared/actor'
import type { AuditFact } from '../../cloudfunctions/shared/audit.docs'
import type { PersonChange } from '../../cloudfunctions/shared/person-changes'
import { MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf } from '../support/database'

/** Staff find, keep, show and merge people, and end their living here. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 30 })
})
afterAll(() => cloud.close())

const ELDER = 'r-demo-elder'
const POLICY = '2026-11-23'
const staff = () => cloud.as('demo-staff')
const recordOf = async (residentId: string) => {
  const found = (await allOf<ResidentDoc>(cloud, 'residents')).find(({ _id }) => _id === residentId)
  if (!found) throw new Error(`There is no ${residentId}.`)
  return found
}
const person = (n: number) => `r-resident-${String(n).padStart(4, '0')}`
const openidOf = (n: number) => `resident-${String(n).padStart(4, '0')}`

describe('account.findResident', () => {
  const found = (residentId: string) => ({
    residents: [expect.objectContaining({ residentId })],
    more: false,
  })

  test.each([
    ['a phone number, however it is written', { phone: '024-5550 0131' }],
    ['a name', { name: '王秀兰' }],
    ['a room', { building: '3号楼', unit: '二单元', room: '503室' }],
    ['a room whose unit is not known', { building: '3', room: '503' }],
    ['a name in a building', { name: '王秀兰', building: '3' }],
  ])('by %s', async (_how, asked) => {
    expect(await staff().ok('account.findResident', asked)).toMatchObject(found(ELDER))
  })

  test.each([
    [{ name: '王秀' }],
    [{ phone: '024-5550-0139' }],
    [{ building: '3', room: '03' }],
    [{ building: '13', room: '503' }],
    [{ name: '王秀兰', building: '4' }],
  ])('%j is nobody', async (asked) => {
    expect(await staff().ok('account.findResident', asked)).toEqual({ residents: [], more: false })
  })

  test('masked, and no more than twenty', async () => {
    const copies = Array.from({ length: 25 }, (_, i) => ({ n: i }))
    const elder = await recordOf(ELDER)
    await addDocs(
      cloud,
      'residents',
      copies
        .map(({ n }) => {
          const { _id, accountId: _account, phone: _phone, phoneFind: _find, ...rest } = elder
          return { ...rest, _id: `${_id}-copy-${n}`, name: '王同名', keyId: undefined }
        })
        .map(({ keyId: _keyId, birthDay: _birthDay, ...rest }) => rest),
    )
    const { residents, more } = await staff().ok('account.findResident', { name: '王同名' })
    expect([residents.length, more]).toEqual([20, true])
    expect(new Set(residents.map(({ name }) => name))).toEqual(new Set(['王*名']))
    const [one] = (await staff().ok('account.findResident', { name: '王秀兰' })).residents
    expect(one).toEqual({
      residentId: ELDER,
      name: '王*兰',
      place: '3号楼2单元503室',
      phone: '024****0131',
      joined: true,
    })
  })

  test('a bare search is told what to write', async () => {
    const reply = await staff().call('account.findResident', { building: '3' })
    expect(reply.error?.code).toBe('BAD_INPUT')
  })

  test('another community finds nobody here', async () => {
    const there = cloud.as('demo-neighbour')
    expect(await there.ok('account.findResident', { name: '王秀兰' })).toEqual({
      residents: [],
      more: false,
    })
    expect(await there.refused('account.viewResident', { residentId: ELDER })).toBe('NOT_FOUND')
  })
})

describe('account.saveResident', () => {
  test('what staff write stands with its basis, and is never in plain in the database', async () => {
    const before = await staff().ok('account.viewResident', { residentId: person(1) })
    const after = await staff().ok('account.saveResident', {
      residentId: person(1),
      version: before.version,
      phone: '139 0000 1234',
      phoneVerified: true,
      birthDay: '1950-02-03',
      attributes: [{ name: 'disability', value: true, basis: '残疾证', reviewDay: '2027-01-01' }],
    })
    expect(after).toMatchObject({
      phone: '139****1234',
      phoneVerified: true,
      version: before.version + 1,
    })
    expect(after.attributes).toContainEqual(
      expect.objectContaining({ name: 'disability', basis: '残疾证', reviewDay: '2027-01-01' }),
    )
    const stored = JSON.stringify(await recordOf(person(1)))
    expect(stored).not.toContain('13900001234')
    expect(stored).not.toContain('1950-02-03')
    const found = await staff().ok('account.findResident', { phone: '13900001234' })
    expect(found.residents.map(({ residentId }) => residentId)).toEqual([person(1)])
  })

  test('of two who edit at once, the second is told, and nothing is lost', async () => {
    const { version } = await staff().ok('account.viewResident', { residentId: person(2) })
    const save = (name: string) =>
      staff().call('account.saveResident', { residentId: person(2), version, name })
    const replies = await Promise.all([save('一位'), save('另一位')])
    expect(replies.map(({ error }) => error?.code ?? 'ok').sort()).toEqual(['CHANGED', 'ok'])
  })

  test('a new room reaches the account of its person', async () => {
    await staff().ok('account.saveResident', {
      residentId: person(3),
      room: { building: '9', unit: '3', room: '1101' },
    })
    const me = await cloud.as(openidOf(3)).ok('account.me', {})
    expect(me.home).toBe('9号楼3单元1101室')
    expect(me.homes).toHaveLength(1)
  })

  test('someone new is entered once, however often the tap comes', async () => {
    const tap = newTap()
    const input = { name: '新来的', room: { building: '9', unit: '3', room: '1001' } }
    const [first, second] = await Promise.all([
      staff().call('account.saveResident', input, tap),
      staff().call('account.saveResident', input, tap),
    ])
    const again = await staff().ok('account.saveResident', input, tap)
    const ids = [first, second].flatMap(({ data }) => (data ? [data.residentId] : []))
    expect(new Set([...ids, again.residentId]).size).toBe(1)
    const { residents } = await staff().ok('account.findResident', { name: '新来的' })
    expect(residents).toHaveLength(1)
    expect(await staff().refused('account.saveResident', input)).toBe('NAME_TAKEN')
  })

  test.each([
    [{ name: '无房号' }, 'room'],
    [{ room: { building: '9', unit: '3', room: '1002' } }, 'name'],
  ])('someone new: %j lacks the %s', async (input, field) => {
    const reply = await staff().call('account.saveResident', input)
    expect(Object.keys(reply.error?.fields ?? {})).toEqual([field])
  })
})

describe('account.revealResident', () => {
  test('the reason and the fields stand in the trail before anything is shown', async () => {
    const shown = await staff().ok('account.revealResident', {
      residentId: ELDER,
      fields: ['phone', 'birthDay'],
      reason: 'visit',
    })
    expect(shown).toEqual({ phone: '02455500131', birthDay: '1954-05-12' })
    const facts = await allOf<AuditFact>(cloud, 'auditFacts')
    expect(facts.filter(({ op }) => op === 'account.revealResident')).toEqual([
      expect.objectContaining({
        chain: 'chunxiao',
        as: 'staff',
        by: 'a-demo-staff',
        whom: ELDER,
        fields: ['phone', 'birthDay'],
        reason: 'visit',
      }),
    ])
  })

  test('what cannot be written down is not shown', async () => {
    await cloud.setFault({ function: 'account', action: 'database.insertDocument', mode: 'error' })
    const reply = await staff().call('account.revealResident', {
      residentId: ELDER,
      fields: ['phone'],
      reason: 'call',
    })
    await cloud.clearFaults()
    expect(reply.data).toBeUndefined()
  })
})

describe('account.endResidence', () => {
  const leave = (residentId: string, reason: 'movedOut' | 'death', tap?: string) =>
    staff().ok('account.endResidence', { residentId, reason }, tap)

  test('whoever moves out is a newcomer at once, and the record keeps where they lived', async () => {
    const tap = newTap()
    const card = await leave(person(4), 'movedOut', tap)
    expect(card).toMatchObject({ state: 'left', homes: [] })
    expect(await leave(person(4), 'movedOut', tap)).toEqual(card)
    expect(await cloud.as(openidOf(4)).ok('account.me', {})).toMatchObject({
      state: 'newcomer',
      homes: [],
    })
    const { homes } = await recordOf(person(4))
    expect(homes.map(({ until }) => until)).toEqual([card.endedAt])
    expect(
      await staff().refused('account.endResidence', { residentId: person(4), reason: 'movedOut' }),
    ).toBe('RESIDENCE_ENDED')
  })

  test('a neighbour’s role ends with leaving, the work of staff does not', async () => {
    await leave('r-demo-volunteer', 'movedOut')
    expect((await cloud.as('demo-volunteer').ok('account.me', {})).roles).toEqual([])
    await leave('r-demo-provider', 'movedOut')
    expect((await cloud.as('demo-provider').ok('account.me', {})).roles).toEqual(['provider'])
  })

  test('nobody acts for the dead, and they for nobody', async () => {
    const helper = cloud.as(openidOf(5))
    await letHelp(5, 6)
    await letHelp(6, 7)
    await leave(person(6), 'death')
    expect((await helper.ok('account.me', {})).dependents).toEqual([])
    expect((await cloud.as(openidOf(6)).ok('account.me', {})).dependents).toEqual([])
    const answer = await cloud.send(
      'home',
      { op: 'home.view', input: {}, onBehalfOf: person(6) },
      openidOf(5),
    )
    expect(answer).toMatchObject({ result: { error: { code: 'NOT_THEIR_HELPER' } } })
  })

  test('a child grown up has a household of their own, and the parent acts for them no more', async () => {
    await letHelp(8, 9, 'parent')
    const card = await staff().ok('account.endResidence', {
      residentId: person(9),
      reason: 'grownUp',
    })
    expect(card.state).toBe('living')
    expect(card.homes).toHaveLength(1)
    const me = await cloud.as(openidOf(9)).ok('account.me', {})
    expect(me.homes.map(({ householdId }) => householdId)).toEqual(
      card.homes.map(({ householdId }) => householdId),
    )
    expect((await cloud.as(openidOf(8)).ok('account.me', {})).dependents).toEqual([])
  })

  test('the ticker follows every change to its end', async () => {
    await cloud.advance(MINUTE)
    const changes = await allOf<PersonChange>(cloud, 'personChanges')
    expect(changes.filter(({ pending }) => pending.includes('account'))).toEqual([])
    const behind = (await allOf<ResidentDoc>(cloud, 'residents')).filter(
      (record) => record.behind !== undefined,
    )
    expect(behind).toEqual([])
  })
})

describe('account.mergeResidents', () => {
  test('the record that stays has what both had; account and helpers follow', async () => {
    const known = await staff().ok('account.saveResident', {
      name: '老住户',
      room: { building: '7', unit: '1', room: '802' },
      phone: '13700001111',
      attributes: [{ name: 'lowIncome', value: true, basis: '低保证' }],
    })
    await letHelp(10, 11)
    const merged = await staff().ok('account.mergeResidents', {
      keepId: known.residentId,
      mergedId: person(11),
    })
    expect(merged).toMatchObject({ joined: true, phone: '137****1111', state: 'living' })
    expect(merged.attributes.map(({ name }) => name).sort()).toEqual(['livesAlone', 'lowIncome'])
    expect(merged.homes).toHaveLength(2)
    const me = await cloud.as(openidOf(11)).ok('account.me', {})
    expect(new Set(me.homes.map(({ residentId }) => residentId))).toEqual(
      new Set([known.residentId]),
    )
    const { dependents } = await cloud.as(openidOf(10)).ok('account.me', {})
    expect(dependents.map(({ residentId }) => residentId)).toEqual([known.residentId])
    expect(await recordOf(person(11))).toMatchObject({
      state: 'merged',
      mergedInto: known.residentId,
    })
    const again = { keepId: known.residentId, mergedId: person(11) }
    expect((await staff().ok('account.mergeResidents', again)).residentId).toBe(known.residentId)
  })

  test('two with a WeChat account each stay two', async () => {
    const input = { keepId: person(12), mergedId: person(13) }
    expect(await staff().refused('account.mergeResidents', input)).toBe('TWO_ACCOUNTS')
  })

  test('a record goes into one other, not into two', async () => {
    const input = { keepId: person(12), mergedId: person(11) }
    expect(await staff().refused('account.mergeResidents', input)).toBe('ALREADY_MERGED')
  })
})

/** One numbered resident acts for another, who lets them. */
async function letHelp(helper: number, dependent: number, relation: 'son' | 'parent' = 'son') {
  const { name, homes } = await recordOf(person(dependent))
  const [, building = '', unit = '', room = ''] =
    /^(\d+)号楼(\d+)单元(\d+)室$/.exec(homes[0]?.home ?? '') ?? []
  const asked = await cloud.as(openidOf(helper)).ok('account.addDependent', {
    name,
    room: { communityId: 'chunxiao', building, unit, room },
    relation,
    scope: 'everything',
    policyVersion: POLICY,
  })
  const letting = cloud.as(openidOf(dependent))
  await letting.ok('account.confirmHelper', {
    requestId: asked.requestId,
    ...(asked.code ? { code: asked.code } : {}),
  })
  const accounts = await allOf<Account>(cloud, 'accounts')
  expect(accounts.find(({ _id }) => _id === openidOf(helper))?.grants.length).toBeGreaterThan(0)
}
