import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import { SHEETS } from '../../cloudfunctions/account/my-data/sheets.text'
import type { Trace } from '../../types/contract/account-data'
import type { Account } from '../../cloudfunctions/shared/actor'
import { COLLECTIONS } from '../../cloudfunctions/shared/collections'
import { parseRing } from '../../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../../cloudfunctions/shared/seal'
import { openField, sealingOf } from '../../cloudfunctions/shared/sealed-fields'
import { DEMO_KEYS } from '../../config/linli-keys.mts'
import { holdsForTrail } from '../support/audit'
import {
  DAY,
  HOUR,
  MINUTE,
  newTap,
  openSlots,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { allOf, changeDoc, snapshot } from '../support/database'
import { callFor, CURRENT_POLICY, FREE_ROOM, helps, joinsByRequest } from '../support/helped'
import { fileIsThere } from '../support/uploads'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ keys: DEMO_KEYS })
})
afterAll(() => cloud.close())

const ring = (() => {
  const parsed = parseRing(DEMO_KEYS, { here: true })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return ringOf(parsed.keys)
})()

const ELDER = 'demo-elder'
const ELDER_ID = 'r-demo-elder'

async function fetched(url: string): Promise<Buffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`no file: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** The rows of one sheet, by its title, without the headings. */
async function rows(file: Buffer, sheet: string): Promise<string[][]> {
  const table = await readSheet(file, sheet)
  return table.slice(1).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

describe('a file with everything about me', () => {
  test('has my data in plain words, and what was sealed as I gave it', async () => {
    const [slot] = await openSlots(cloud, 'chunxiao-health-talk', ELDER)
    const slotId = slot?.slotId ?? ''
    const booked = await callFor(cloud, 'demo-staff', ELDER_ID, 'booking.reserve', { slotId })
    expect(booked.error).toBeUndefined()
    await cloud.advance(MINUTE)

    const made = await cloud.as(ELDER).ok('account.exportMyData', {})
    expect(made.fileName).toBe('我的邻里数据-2026-11-23.xlsx')
    const file = await fetched(made.url)
    expect(file.length).toBe(made.bytes)
    const [mine] = await rows(file, '我的资料')
    expect(mine?.slice(0, 4)).toEqual(['王秀兰', '02455500131', '是', '3号楼2单元503室'])
    expect(await rows(file, '住处')).toEqual([
      ['和平区 南湖街道 春晓社区', '3号楼2单元503室', '业主'],
    ])
    const [record] = await rows(file, '社区登记')
    expect(record?.slice(0, 5)).toEqual([
      '王秀兰',
      '和平区 南湖街道 春晓社区',
      '02455500131',
      '是',
      '1954-05-12',
    ])
    const [noted] = await rows(file, '登记的情况')
    expect(noted?.slice(0, 3)).toEqual(['独居', '是', '入户走访'])
    const bookings = await rows(file, '预约')
    expect(bookings.length).toBeGreaterThan(1)
    expect(bookings.filter(([, , , , state]) => state === '已预约').length).toBeGreaterThan(0)
    expect((await rows(file, '日程')).length).toBeGreaterThan(0)
    expect(await rows(file, '谁看过我的数据')).toEqual([
      ['2026-11-23 09:00', '社区窗口', '周敏', '预约服务', '时段', '', ''],
    ])
    expect(await rows(file, '我代办的家人')).toEqual([['没有记录', '', '', '', '', '']])
    for (const { title } of SHEETS) expect((await rows(file, title)).length).toBeGreaterThan(0)
  })

  test('is there for an hour, at an address that is good for ten minutes', async () => {
    const { url, fileId, expiresAt } = await cloud.as(ELDER).ok('account.exportMyData', {})
    const { now } = await cloud.advance(0)
    expect(expiresAt - now).toBeLessThanOrEqual(10 * MINUTE)
    expect(expiresAt - now).toBeGreaterThan(9 * MINUTE)
    // Whoever knows who is who cannot tell the path.
    expect(fileId).toMatch(/\/made\/[0-9a-f]{48}\.xlsx$/)
    await cloud.sleep(11 * MINUTE)
    await expect(fetched(url)).rejects.toThrow()
    expect(await fileIsThere(cloud, fileId)).toBe(true)
    await cloud.sleep(HOUR)
    expect(await fileIsThere(cloud, fileId)).toBe(false)
    const rest = await allOf<{ kind: string }>(cloud, 'uploads')
    expect(rest.filter(({ kind }) => kind === 'export')).toEqual([])
  })

  test('comes again by the same tap: the same while it is there, another one after', async () => {
    const tap = newTap()
    const first = await cloud.as(ELDER).ok('account.exportMyData', {}, tap)
    const second = await cloud.as(ELDER).ok('account.exportMyData', {}, tap)
    expect(second.fileId).toBe(first.fileId)
    await cloud.sleep(55 * MINUTE)
    const third = await cloud.as(ELDER).ok('account.exportMyData', {}, tap)
    expect(third.fileId).not.toBe(first.fileId)
    expect((await fetched(third.url)).length).toBe(third.bytes)
    await cloud.sleep(2 * HOUR)
    expect(await fileIsThere(cloud, third.fileId)).toBe(false)
    const last = await cloud.as(ELDER).ok('account.exportMyData', {}, tap)
    expect((await fetched(last.url)).length).toBe(last.bytes)
  })

  test('is for the person alone', async () => {
    const desk = await callFor(cloud, 'demo-staff', ELDER_ID, 'account.exportMyData', {})
    expect(desk.error?.code).toBe('NOT_FOR_OTHERS')
    expect(await cloud.as('demo-stranger').refused('account.exportMyData', {})).toBe('NOT_JOINED')
  })

  test('of somebody who only works here has what there is', async () => {
    const { url } = await cloud.as('demo-street').ok('account.exportMyData', {})
    expect(await rows(await fetched(url), '我的身份')).toMatchObject([
      ['街道工作人员', '和平区 南湖街道', expect.any(String), ''],
    ])
  })
})

describe('who did what with my data', () => {
  test('with the name, where it is known still', async () => {
    const { items } = await cloud.as(ELDER).ok('account.listTraces', {})
    expect(items).toMatchObject([
      { as: 'desk', byName: '周敏', op: 'booking.reserve', fields: ['slotId'] },
    ])
    expect((await cloud.as('demo-resident').ok('account.listTraces', {})).items).toEqual([])
  })

  test('page by page, newest first', async () => {
    const person = 'demo-volunteer'
    for (let i = 0; i < 55; i++) {
      await callFor(cloud, 'demo-staff', `r-${person}`, 'account.refuseHelper', { requestId: 'no' })
      if (i === 30) await cloud.advance(2 * MINUTE)
    }
    const pages: Trace[][] = []
    for (let after: string | undefined; ;) {
      const { items, next } = await cloud
        .as(person)
        .ok('account.listTraces', after ? { after } : {})
      pages.push(items)
      if (next === undefined) break
      after = next
    }
    // Each was refused, which is a fact of its own.
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 10])
    const all = pages.flat()
    expect(new Set(all.map(({ factId }) => factId)).size).toBe(110)
    expect([...all].sort((a, b) => b.at - a.at).map(({ at }) => at)).toEqual(
      all.map(({ at }) => at),
    )
    expect(all.filter(({ refused }) => refused === 'NOT_FOUND').length).toBe(55)
  })

  test('a community’s trail is read by those who answer for it, with names masked', async () => {
    const { items } = await cloud.as('demo-staff').ok('account.listAudit', {})
    expect(items.length).toBe(50)
    expect(JSON.stringify(items)).not.toContain('王秀兰')
    expect(items[0]).toMatchObject({ byName: '周敏', whom: '刘*' })
    expect(await cloud.as(ELDER).refused('account.listAudit', {})).toBe('NOT_ALLOWED')
    expect(await cloud.as('demo-stranger').refused('account.listAudit', {})).toBe('NOT_JOINED')
    expect(await cloud.as('demo-neighbour').refused('account.listAudit', {})).toBe('NOT_ALLOWED')
  })

  test('the heads of a chain are for everybody', async () => {
    const { heads } = await cloud
      .as('demo-stranger')
      .ok('account.listHeads', { communityId: 'chunxiao' })
    expect(heads[0]).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(heads[0]?.count).toBeGreaterThan(0)
    const before = await cloud
      .as('demo-stranger')
      .ok('account.listHeads', { communityId: 'chunxiao', after: heads.at(-1)?.day })
    expect(before.heads).toEqual([])
  })
})

const NAME = '慕容雪晴'
const PHONE = '13912345678'
const JOINER = 'joiner-openid-0001'

/** Everything in the database, as text. */
const everything = async () => JSON.stringify(await snapshot(cloud, Object.keys(COLLECTIONS)))
const accountOf = async (openid: string) =>
  (await allOf<Account>(cloud, 'accounts')).find(({ _id }) => _id === openid)
const recordOf = async (residentId: string) =>
  (await allOf<ResidentDoc>(cloud, 'residents')).find(({ _id }) => _id === residentId)

/** As if the account had been emptied a day and a minute ago: the ticker has been. */
async function aDayLater(openid: string): Promise<void> {
  const { erased } = (await accountOf(openid)) ?? {}
  const at = (erased?.at ?? 0) - DAY - MINUTE
  await changeDoc(cloud, 'accounts', openid, { erased: { ...erased, at } })
  await cloud.advance(MINUTE)
}

describe('erasing me', () => {
  test('is shown before, done, and said after: nothing of me is left, and the trail holds', async () => {
    const { residentId } = await joinsByRequest(cloud, JOINER, { name: NAME, phone: PHONE })
    await cloud.as(JOINER).ok('account.savePhone', { typed: PHONE })
    await helps(cloud, 'demo-child', JOINER, { name: NAME, room: FREE_ROOM })
    await helps(cloud, JOINER, ELDER, {
      name: '王秀兰',
      room: { ...FREE_ROOM, building: '3', unit: '2', room: '503' },
    })
    const [slot] = await openSlots(cloud, 'chunxiao-health-talk', JOINER)
    await cloud.as(JOINER).ok('booking.reserve', { slotId: slot?.slotId ?? '' })
    await callFor(cloud, 'demo-child', residentId, 'booking.listMine', {})
    await callFor(cloud, 'demo-staff', residentId, 'account.refuseHelper', { requestId: 'none' })
    await cloud.as(JOINER).ok('account.exportMyData', {})
    await cloud.advance(MINUTE)
    expect(await everything()).toContain(NAME)

    const preview = await cloud.as(JOINER).ok('account.previewErasure', {})
    expect(preview.ahead).toBe(1)
    const done = (word: string) => preview.items.find(({ what }) => what.includes(word))?.done
    expect(done('我的账号')).toBe('erased')
    expect(done('我加入时填写')).toBe('anonymised')
    expect(done('社区自己登记')).toBeUndefined()
    expect(done('别人代我办事的授权')).toBe('erased')
    expect(done('我的预约')).toBe('anonymised')
    expect(done('别人查看')).toBe('kept')
    for (const { done: fate, why } of preview.items)
      if (fate === 'kept') expect(why).toMatch(/依据/)

    const tap = newTap()
    const { items } = await cloud.as(JOINER).ok('account.eraseMe', { sure: true }, tap)
    expect(items).toEqual(preview.items)
    expect(await cloud.as(JOINER).ok('account.eraseMe', { sure: true }, tap)).toEqual({ items })

    // A newcomer from this moment on, and nobody acts for anybody.
    const stranger = await cloud.as('demo-stranger').ok('account.me', {})
    expect(await cloud.as(JOINER).ok('account.me', {})).toEqual(stranger)
    const asChild = await callFor(cloud, 'demo-child', residentId, 'booking.listMine', {})
    expect(asChild.error?.code).toBe('NOT_THEIR_HELPER')
    const forElder = await callFor(cloud, JOINER, ELDER_ID, 'booking.listMine', {})
    expect(forElder.error?.code).toBe('NOT_THEIR_HELPER')
    expect((await recordOf(residentId))?.name).toBe('已注销')

    await cloud.advance(2 * MINUTE)
    expect(await everything()).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
    const { now } = await cloud.advance(MINUTE)
    expect(await holdsForTrail(cloud, now)).toBeGreaterThan(0)
    // The facts about the person are there, under an id that leads to nobody.
    const facts = await allOf<{ whom?: string }>(cloud, 'auditFacts')
    expect(facts.some(({ whom }) => whom === residentId)).toBe(true)

    await aDayLater(JOINER)
    expect(await accountOf(JOINER)).toBeUndefined()
    expect(await everything()).not.toMatch(new RegExp(`${NAME}|${PHONE}|${JOINER}`))
    expect(await holdsForTrail(cloud, now + 2 * MINUTE)).toBeGreaterThan(0)
  })

  test('leaves the community its own list, without the account and the number I gave', async () => {
    const before = await recordOf('r-demo-child')
    const preview = await cloud.as('demo-child').ok('account.previewErasure', {})
    expect(preview.items.find(({ what }) => what.includes('社区自己登记'))).toMatchObject({
      done: 'kept',
      why: expect.stringContaining('手机号') as string,
    })
    await cloud.as('demo-child').ok('account.eraseMe', { sure: true })
    expect(await recordOf('r-demo-child')).toMatchObject({
      name: '已注销',
      homes: [],
      phone: null,
      birthDay: null,
      state: 'left',
    })
    const [entry, ...more] = (await allOf<ResidentDoc>(cloud, 'residents')).filter(
      ({ name }) => name === '李建国',
    )
    expect(more).toEqual([])
    expect(entry).toMatchObject({ homes: before?.homes, state: 'living', phoneVerified: false })
    expect([entry?.accountId, entry?.phone, entry?.phoneFind]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(entry && openField(ring, sealingOf('residents'), entry, 'birthDay')).toBe('1980-05-12')
  })

  test('lets the same WeChat begin anew, at once or later', async () => {
    const first = await joinsByRequest(cloud, 'again-1', { name: '欧阳一' })
    await cloud.as('again-1').ok('account.eraseMe', { sure: true })
    const before = await accountOf('again-1')
    const second = await joinsByRequest(cloud, 'again-1', { name: '欧阳二' })
    expect(second.residentId).not.toBe(first.residentId)
    expect(await cloud.as('again-1').ok('account.me', {})).toMatchObject({
      state: 'active',
      name: '欧阳二',
    })
    expect((await accountOf('again-1'))?.ref).toBe(before?.ref)
    await aDayLater('again-1')
    const kept = await accountOf('again-1')
    expect(kept).toMatchObject({ name: '欧阳二' })
    expect(kept?.erased).toBeUndefined()
    expect(await cloud.as('again-1').ok('account.me', {})).toMatchObject({ state: 'active' })
  })

  test('takes back what I asked for, which nobody can grant any more', async () => {
    const asker = 'asker-0001'
    await cloud.as(asker).ok('account.joinHousehold', {
      room: FREE_ROOM,
      name: '司马迟',
      relation: 'tenant',
      policyVersion: CURRENT_POLICY,
    })
    const { items } = await cloud.as('demo-staff').ok('account.listRequests', {})
    const requestId = items.find(({ name }) => name === '司马迟')?.requestId ?? ''
    await cloud.as(asker).ok('account.eraseMe', { sure: true })
    expect(
      await cloud
        .as('demo-staff')
        .refused('account.answerRequest', { requestId, answer: 'approve' }),
    ).toBe('NOT_FOUND')
    expect(await cloud.as(asker).ok('account.me', {})).toMatchObject({ state: 'newcomer' })
    expect(await everything()).not.toContain('司马迟')
  })

  test('is refused to the last administrator, and changes nothing', async () => {
    const admin = await accountOf('demo-admin')
    const tap = newTap()
    for (let i = 0; i < 2; i++) {
      expect(await cloud.as('demo-admin').refused('account.eraseMe', { sure: true }, tap)).toBe(
        'LAST_ADMINISTRATOR',
      )
    }
    expect(await accountOf('demo-admin')).toEqual(admin)
    await cloud.advance(2 * MINUTE)
    expect(await accountOf('demo-admin')).toEqual(admin)
  })

  test('is each person’s own decision', async () => {
    const desk = await callFor(cloud, 'demo-staff', ELDER_ID, 'account.eraseMe', { sure: true })
    expect(desk.error?.code).toBe('NOT_FOR_OTHERS')
    expect(await cloud.as('demo-stranger').refused('account.eraseMe', { sure: true })).toBe(
      'NOT_JOINED',
    )
    const unsure = await cloud.send(
      'account',
      { op: 'account.eraseMe', input: {}, tapId: newTap() },
      ELDER,
    )
    expect(unsure).toMatchObject({ result: { error: { code: 'BAD_INPUT' } } })
  })
})
