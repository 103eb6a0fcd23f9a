import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadersWhich } from '../../types/contract/announcement-desk'
import { LIMITS } from '../../types/contract/limits'
import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import { newAccount } from '../../cloudfunctions/shared/actor'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import {
  announce,
  auditReceipts,
  MUST_CHOOSE,
  MUST_CONFIRM,
  receiptsOf,
} from '../support/announced'
import { HOUR, MINUTE, MONDAY_9, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, changeDoc } from '../support/database'
import { CHUNXIAO, LIUAN } from '../support/people'

/** Who has done what is asked, counted live, and who is called. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 40 })
})
afterAll(() => cloud.close())

const tick = () => cloud.runTimer('ticker')
const receipts = (announcementId: string, region = CHUNXIAO, openid = 'demo-staff') =>
  cloud.as(openid).ok('announcement.receipts', { region, announcementId })
const living = async (communityId: string) =>
  (await allOf<ResidentDoc>(cloud, 'residents')).filter(
    (one) => one.communityId === communityId && one.state === 'living',
  )
const sound = async (_id: string, must: Parameters<typeof auditReceipts>[1]['must']) => {
  const { counts, faults } = await auditReceipts(cloud, { _id, must })
  expect(faults).toEqual([])
  return counts
}

describe('receipts', () => {
  test('are made by the ticker, then follow each reader at once', async () => {
    await announce(cloud, [{ id: 'live', must: MUST_CHOOSE }])
    const early = { announcementId: 'live', choice: '参加' }
    await cloud.as('demo-elder').ok('announcement.confirm', early)
    expect(await receipts('live')).toMatchObject({ making: true, people: 0, opened: 0 })
    await tick()
    const people = (await living('chunxiao')).length
    const withPhone = (await living('chunxiao')).filter(({ accountId }) => accountId).length
    const first = { people, withPhone, making: false, opened: 1, confirmed: 1, byOthers: 0 }
    expect(await receipts('live')).toMatchObject(first)
    await cloud.as('demo-resident').ok('announcement.markOpened', { announcementId: 'live' })
    expect(await receipts('live')).toMatchObject({ opened: 2, confirmed: 1 })
    await cloud.as('demo-resident').ok('announcement.confirm', { ...early, choice: '不参加' })
    await cloud.as('demo-elder').ok('announcement.confirm', { ...early, choice: '不参加' })
    await cloud.as('demo-staff', { onBehalfOf: 'r-demo-child' }).ok('announcement.confirm', early)
    expect(await receipts('live')).toMatchObject({
      opened: 3,
      confirmed: 3,
      byOthers: 1,
      choices: [
        { choice: '参加', count: 1 },
        { choice: '不参加', count: 2 },
      ],
    })
    expect((await sound('live', MUST_CHOOSE)).left).toBe(people - 3)
    await tick()
    await sound('live', MUST_CHOOSE)
  })

  test('say who they are: by what they did, page by page, each once; and each look is kept', async () => {
    const staff = cloud.as('demo-staff')
    const one = { region: CHUNXIAO, announcementId: 'live' }
    const names = async (which: ReadersWhich, choice?: string) => {
      const chosen = choice === undefined ? {} : { choice }
      const { items } = await staff.ok('announcement.listReaders', { ...one, which, ...chosen })
      return items.map(({ residentId }) => residentId).sort()
    }
    expect(await names('opened')).toEqual(['r-demo-child', 'r-demo-elder', 'r-demo-resident'])
    expect(await names('confirmed')).toEqual(['r-demo-child', 'r-demo-elder', 'r-demo-resident'])
    expect(await names('chose', '参加')).toEqual(['r-demo-child'])
    expect(await names('chose', '不参加')).toEqual(['r-demo-elder', 'r-demo-resident'])
    const { error } = await staff.call('announcement.listReaders', { ...one, which: 'chose' })
    expect(error?.fields).toHaveProperty('choice')
    const { items } = await staff.ok('announcement.listReaders', {
      ...one,
      which: 'chose',
      choice: '参加',
    })
    expect(items[0]).toMatchObject({
      name: '李建国',
      done: { confirmedAt: expect.any(Number) as number, choice: '参加', by: 'desk' },
    })
    const ids: string[] = []
    let after: string | undefined
    do {
      const from = after === undefined ? {} : { after }
      const input = { ...one, which: 'undone' as const, ...from }
      const page = await staff.ok('announcement.listReaders', input)
      expect(page.items.length).toBeLessThanOrEqual(LIMITS.callPage)
      ids.push(...page.items.map(({ residentId }) => residentId))
      after = page.next
    } while (after !== undefined)
    const people = (await living('chunxiao')).map(({ _id }) => _id)
    const done = ['r-demo-child', 'r-demo-elder', 'r-demo-resident']
    expect(ids.sort()).toEqual(people.filter((id) => !done.includes(id)).sort())
    const facts = await allOf<{ op: string; as: string }>(cloud, 'auditFacts')
    expect(facts.filter(({ op }) => op === 'announcement.listReaders').length).toBeGreaterThan(5)
    // Volunteers make the calls; who has read what is not for them.
    const input = { ...one, which: 'opened' as const }
    expect(await cloud.as('demo-volunteer').refused('announcement.listReaders', input)).toBe(
      'NOT_ALLOWED',
    )
    const theirs = { ...input, region: LIUAN }
    expect(await cloud.as('demo-neighbour').refused('announcement.listReaders', theirs)).toBe(
      'NOT_FOUND',
    )
  })

  test('are for whoever writes for the region', async () => {
    const asked = { region: LIUAN, announcementId: 'live' }
    expect(await cloud.as('demo-neighbour').refused('announcement.receipts', asked)).toBe(
      'NOT_FOUND',
    )
    await announce(cloud, [{ id: 'later', must: MUST_CONFIRM, more: { state: 'scheduled' } }])
    expect(await receipts('live', 'heping/nanhu', 'demo-street')).toMatchObject({ confirmed: 3 })
  })

  test('of part of the people: an age, who lives alone, who is named, who holds a role', async () => {
    await announce(cloud, [
      { id: 'elders', must: MUST_CONFIRM, audience: { ages: { from: 60 } } },
      { id: 'alone', must: MUST_CONFIRM, audience: { livesAlone: true } },
      {
        id: 'named',
        must: MUST_CONFIRM,
        audience: { people: ['r-demo-elder', 'r-demo-resident'] },
      },
      { id: 'helpers', must: MUST_CONFIRM, audience: { roles: ['volunteer', 'staff'] } },
      { id: 'b3', must: MUST_CONFIRM, audience: { places: [`${CHUNXIAO}/chunxiao-b3`] } },
    ])
    await tick()
    await tick()
    const all = await living('chunxiao')
    const alone = all.filter(({ attributes }) =>
      attributes.some(({ name, value }) => name === 'livesAlone' && value),
    )
    expect((await sound('alone', MUST_CONFIRM)).people).toBe(alone.length)
    expect((await sound('named', MUST_CONFIRM)).people).toBe(2)
    expect((await sound('helpers', MUST_CONFIRM)).people).toBe(2)
    const inB3 = all.filter(({ homes }) => homes.some(({ home }) => home.startsWith('3号楼')))
    expect((await sound('b3', MUST_CONFIRM)).people).toBe(inB3.length)
    const elders = await sound('elders', MUST_CONFIRM)
    expect(elders.people).toBeGreaterThan(20)
    // Whoever stands on a list reads it from then on; nobody else does.
    const mine = async (openid: string) =>
      (await cloud.as(openid).ok('announcement.listPublished', {})).items.map(
        (row) => row.announcementId,
      )
    expect(await mine('demo-elder')).toEqual(expect.arrayContaining(['elders', 'alone', 'named']))
    expect(await mine('demo-resident')).toContain('named')
    expect(await mine('demo-resident')).not.toContain('elders')
    const asHer = cloud.as('demo-staff', { onBehalfOf: 'r-demo-elder' })
    await asHer.ok('announcement.confirm', { announcementId: 'named' })
    expect(await receipts('named')).toMatchObject({ confirmed: 1, byOthers: 1 })
  })

  test('who moved in later counts once they have read; two ticks at once make one line', async () => {
    await announce(cloud, [{ id: 'moved', must: MUST_CONFIRM, audience: { places: [CHUNXIAO] } }])
    await tick()
    const { people } = await sound('moved', MUST_CONFIRM)
    const [one] = (await allOf<ResidentDoc>(cloud, 'residents')).filter(
      ({ _id }) => _id === 'r-resident-0001',
    )
    const account = newAccount('moved-in', 'a-moved-in', '新来')
    const home = { residentId: 'r-moved-in', householdId: 'h-chunxiao-b1-u1-r101', home: '1号楼' }
    const place = { communityId: 'chunxiao', region: CHUNXIAO }
    await addDocs(cloud, 'residents', [
      { ...one, _id: 'r-moved-in', name: '新来', accountId: 'moved-in' },
    ])
    await addDocs(cloud, 'accounts', [
      { ...account, ...home, ...place, homes: [{ ...home, ...place, relation: 'tenant' }] },
    ])
    await cloud.as('moved-in').ok('announcement.confirm', { announcementId: 'moved' })
    expect(await receipts('moved')).toMatchObject({ people, confirmed: 0 })
    await Promise.all([tick(), tick()])
    expect(await receipts('moved')).toMatchObject({ people: people + 1, confirmed: 1 })
    await sound('moved', MUST_CONFIRM)
  })

  test('two homes and a role are one person', async () => {
    const records = (await allOf<ResidentDoc>(cloud, 'residents')).filter(
      ({ communityId }) => communityId === 'liuan',
    )
    const other = records.find(({ accountId }) => accountId === undefined)
    if (!other) throw new Error('Nobody free in 柳岸.')
    const openid = 'resident-0002'
    await changeDoc(cloud, 'residents', other._id, { accountId: openid })
    const [me] = (await allOf<{ _id: string; homes: object[] }>(cloud, 'accounts')).filter(
      ({ _id }) => _id === openid,
    )
    const [livesIn] = other.homes
    const second = { residentId: other._id, communityId: 'liuan', region: LIUAN, ...livesIn }
    await changeDoc(cloud, 'accounts', openid, { homes: [...(me?.homes ?? []), second] })
    await announce(cloud, [{ id: 'both', region: 'heping/nanhu', must: MUST_CONFIRM }])
    await tick()
    const people = (await living('chunxiao')).length + (await living('liuan')).length
    expect((await sound('both', MUST_CONFIRM)).people).toBe(people - 1)
    await cloud.as(openid).ok('announcement.confirm', { announcementId: 'both' })
    const { householdId = '' } = livesIn ?? {}
    await cloud.as(openid).ok('account.chooseHome', { residentId: other._id, householdId })
    // Here they have not read it yet; it is the same person all the same.
    await cloud.as(openid).ok('announcement.markOpened', { announcementId: 'both' })
    await cloud.as(openid).ok('announcement.confirm', { announcementId: 'both' })
    const counts = await receipts('both', 'heping/nanhu', 'demo-street')
    expect(counts).toMatchObject({ opened: 1, confirmed: 1 })
    await sound('both', MUST_CONFIRM)
  })
})

describe('the call list', () => {
  const which = { region: CHUNXIAO, announcementId: 'calls' }

  test('stands after the set time; those who call are told once', async () => {
    await announce(cloud, [{ id: 'calls', title: '体检', body: '请确认。', must: MUST_CONFIRM }])
    await tick()
    for (const op of [
      'announcement.callList',
      'announcement.revealPhone',
      'announcement.recordCall',
    ] as const) {
      const input = { ...which, residentId: 'r-demo-elder', result: 'told' }
      expect(await cloud.as('demo-staff').refused(op, input as never)).toBe('TOO_EARLY')
    }
    await changeDoc(cloud, 'announcements', 'calls', { callFrom: MONDAY_9 })
    await cloud.as('demo-child').ok('announcement.confirm', { announcementId: 'calls' })
    await tick()
    await tick()
    const told = (await allOf<NoticeDoc>(cloud, 'notices')).filter(
      ({ about }) => about.kind === 'callsDue' && about.announcementId === 'calls',
    )
    const people = (await living('chunxiao')).length
    expect(told.map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining(['demo-staff', 'demo-volunteer']),
    )
    expect(new Set(told.map(({ accountId }) => accountId)).size).toBe(told.length)
    expect(told[0]?.about).toMatchObject({ region: CHUNXIAO, left: people - 1 })
    const { items } = await cloud
      .as('demo-volunteer')
      .ok('announcement.listCalling', { region: CHUNXIAO })
    expect(items.find(({ announcementId }) => announcementId === 'calls')).toMatchObject({
      people,
      left: people - 1,
      region: CHUNXIAO,
    })
  })

  test('has everybody who has not, each once, who is in most need first', async () => {
    const volunteer = cloud.as('demo-volunteer')
    const first = await volunteer.ok('announcement.callList', which)
    expect([first.title, first.items.length]).toEqual(['体检', LIMITS.callPage])
    expect(first.items.every(({ why }) => why.includes('veryOld') || why.includes('alone'))).toBe(
      true,
    )
    const ids = first.items.map(({ residentId }) => residentId)
    const tiers: number[] = []
    let { next } = first
    while (next !== undefined) {
      const page = await volunteer.ok('announcement.callList', { ...which, after: next })
      ids.push(...page.items.map(({ residentId }) => residentId))
      tiers.push(
        ...page.items.map(({ why }) =>
          why.includes('veryOld') || why.includes('alone') ? 1 : why.includes('elder') ? 2 : 3,
        ),
      )
      next = page.next
    }
    const people = (await living('chunxiao')).map(({ _id }) => _id)
    expect(ids.sort()).toEqual(people.filter((id) => id !== 'r-demo-child').sort())
    expect(tiers).toEqual([...tiers].sort())
  })

  test('a call is recorded where both callers see it, counts once, and is not made again', async () => {
    const volunteer = cloud.as('demo-volunteer')
    const elder = { ...which, residentId: 'r-demo-elder' }
    expect((await volunteer.ok('announcement.revealPhone', elder)).phone).toBe('02455500131')
    const { left } = await sound('calls', MUST_CONFIRM)
    const tap = newTap()
    const none = await volunteer.ok('announcement.recordCall', { ...elder, result: 'noAnswer' })
    expect(none.call).toMatchObject({ result: 'noAnswer', by: '刘芳' })
    expect((await sound('calls', MUST_CONFIRM)).left).toBe(left)
    const told = { ...elder, result: 'told' as const, note: '下午去' }
    const entry = await volunteer.ok('announcement.recordCall', told, tap)
    expect(await volunteer.ok('announcement.recordCall', told, tap)).toEqual(entry)
    expect(await volunteer.refused('announcement.recordCall', { ...told, note: '别的' }, tap)).toBe(
      'TAP_REUSED',
    )
    const counts = await sound('calls', MUST_CONFIRM)
    expect([counts.called, counts.left]).toEqual([1, left - 1])
    await cloud.as('demo-staff').ok('announcement.recordCall', { ...elder, result: 'visited' })
    expect((await sound('calls', MUST_CONFIRM)).called).toBe(1)
    // Reached: nobody looks at the number again. What was said stands on the list.
    expect(await volunteer.refused('announcement.revealPhone', elder)).toBe('NOT_FOUND')
    const { items } = await cloud.as('demo-staff').ok('announcement.callList', which)
    const listed = items.find(({ residentId }) => residentId === 'r-demo-elder')
    expect(listed?.call).toMatchObject({ result: 'visited', by: '周敏' })
    // She does it herself after all.
    await cloud.as('demo-elder').ok('announcement.confirm', { announcementId: 'calls' })
    const after = await sound('calls', MUST_CONFIRM)
    expect([after.called, after.left]).toEqual([1, left - 1])
    expect(await volunteer.refused('announcement.recordCall', told)).toBe('NOT_FOUND')
  })

  test('only those on the list, by those who call there; each look at a number is in the trail', async () => {
    const resident = { ...which, residentId: 'r-demo-resident' }
    expect(
      (await cloud.as('demo-staff').ok('announcement.revealPhone', resident)).phone,
    ).toBeUndefined()
    const facts = await allOf<{ op: string; whom?: string }>(cloud, 'auditFacts')
    expect(
      facts.some(({ op, whom }) => op === 'announcement.revealPhone' && whom === 'r-demo-resident'),
    ).toBe(true)
    for (const residentId of ['r-demo-child', 'r-liuan-1-1', 'nobody']) {
      const input = { ...which, residentId }
      expect(
        await cloud.as('demo-staff').refused('announcement.revealPhone', input),
        residentId,
      ).toBe('NOT_FOUND')
    }
    expect(await cloud.as('demo-neighbour').refused('announcement.callList', which)).toBe(
      'NOT_ALLOWED',
    )
    const theirs = { ...which, region: LIUAN }
    expect(await cloud.as('demo-neighbour').refused('announcement.callList', theirs)).toBe(
      'NOT_FOUND',
    )
  })

  test('of a street’s, each community calls its own people', async () => {
    await changeDoc(cloud, 'announcements', 'both', { callFrom: MONDAY_9 })
    const mine = { region: LIUAN, announcementId: 'both' }
    const { items } = await cloud.as('demo-neighbour').ok('announcement.callList', mine)
    const ids = new Set((await living('liuan')).map(({ _id }) => _id))
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ residentId }) => ids.has(residentId))).toBe(true)
    const elsewhere = { ...mine, residentId: 'r-demo-elder' }
    expect(await cloud.as('demo-neighbour').refused('announcement.revealPhone', elsewhere)).toBe(
      'NOT_FOUND',
    )
    const call = { ...elsewhere, result: 'told' as const }
    expect(await cloud.as('demo-neighbour').refused('announcement.recordCall', call)).toBe(
      'NOT_FOUND',
    )
    const listed = await cloud
      .as('demo-neighbour')
      .ok('announcement.listCalling', { region: LIUAN })
    expect(listed.items.find(({ announcementId }) => announcementId === 'both')?.region).toBe(LIUAN)
  })
})

describe('what becomes of people', () => {
  const follow = async (change: object, id: string) => {
    const base = {
      communityId: 'chunxiao',
      by: 'a',
      at: MONDAY_9 - HOUR,
      pending: ['announcement'],
    }
    await addDocs(cloud, 'personChanges', [{ _id: `change-${id}`, ...base, ...change }])
    await tick()
  }
  const lineOf = async (announcementId: string, id: string) =>
    (await receiptsOf(cloud, announcementId)).flatMap(({ people }) => people[id] ?? [])

  test('who died is called no more; what they did stays', async () => {
    await announce(cloud, [{ id: 'lives', must: MUST_CONFIRM }])
    await tick()
    const { people } = await sound('lives', MUST_CONFIRM)
    await cloud.as('resident-0010').ok('announcement.confirm', { announcementId: 'lives' })
    for (const id of ['r-resident-0010', 'r-resident-0011']) {
      await follow({ kind: 'ended', residentId: id, reason: 'death' }, id)
    }
    const counts = await sound('lives', MUST_CONFIRM)
    expect([counts.people, counts.confirmed, counts.left]).toEqual([people - 1, 1, people - 2])
    expect(await lineOf('lives', 'r-resident-0011')).toEqual([])
  })

  test('two records of one person become one reader, who counts once', async () => {
    await announce(cloud, [{ id: 'one', must: MUST_CHOOSE }])
    await tick()
    const { people } = await sound('one', MUST_CHOOSE)
    const choose = (openid: string, choice: string) =>
      cloud.as(openid).ok('announcement.confirm', { announcementId: 'one', choice })
    await choose('resident-0012', '参加')
    await choose('resident-0013', '不参加')
    await choose('resident-0014', '参加')
    await cloud
      .as('resident-0012')
      .ok('announcement.ask', { announcementId: 'one', text: '几点？' })
    await follow({ kind: 'merged', residentId: 'r-resident-0012', into: 'r-resident-0013' }, 'm1')
    await follow({ kind: 'merged', residentId: 'r-resident-0014', into: 'r-resident-0015' }, 'm2')
    const counts = await sound('one', MUST_CHOOSE)
    expect([counts.people, counts.confirmed, counts.choices]).toEqual([
      people - 2,
      2,
      { 0: 1, 1: 1 },
    ])
    const readings = await allOf<{ _id: string }>(cloud, 'readings')
    const ids = readings.map(({ _id }) => _id)
    expect(ids).not.toContain('r-resident-0012')
    expect(ids).toContain('r-resident-0015')
    const questions = await allOf<{ residentId: string; text: string }>(cloud, 'questions')
    expect(questions.find(({ text }) => text === '几点？')?.residentId).toBe('r-resident-0013')
  })

  test('who was erased leaves sums and no line', async () => {
    await announce(cloud, [{ id: 'erased', must: MUST_CONFIRM }])
    await tick()
    const { people, left } = await sound('erased', MUST_CONFIRM)
    await cloud.as('resident-0016').ok('announcement.confirm', { announcementId: 'erased' })
    for (const id of ['r-resident-0016', 'r-resident-0017'])
      await follow({ kind: 'erased', residentId: id }, id)
    const { counts } = await auditReceipts(cloud, { _id: 'erased', must: MUST_CONFIRM })
    expect([counts.people, counts.confirmed, counts.left]).toEqual([people, 1, left - 2])
    expect(await lineOf('erased', 'r-resident-0016')).toEqual([])
    expect((await allOf<{ _id: string }>(cloud, 'readings')).map(({ _id }) => _id)).not.toContain(
      'r-resident-0016',
    )
  })
})

test('work left by a run that died is gone on with', async () => {
  await announce(cloud, [{ id: 'dies', must: MUST_CONFIRM, at: MONDAY_9 + MINUTE }])
  await cloud.setFault({
    function: 'ticker',
    action: 'database.insertDocument',
    nth: 1,
    mode: 'kill',
  })
  await tick()
  await cloud.clearFaults()
  await cloud.sleep(3 * MINUTE)
  await tick()
  const { people } = await sound('dies', MUST_CONFIRM)
  expect(people).toBe((await living('chunxiao')).length)
  expect((await receipts('dies')).making).toBe(false)
})
