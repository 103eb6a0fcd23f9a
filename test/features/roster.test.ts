import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import { DEMO_KEYS } from '../../config/linli-keys.mts'
import { parseRing } from '../../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../../cloudfunctions/shared/seal'
import { openField, sealingOf } from '../../cloudfunctions/shared/sealed-fields'
import type { ImportReport } from '../../types/contract/account-roster'
import { MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf, changeDoc } from '../support/database'
import { fileIsThere, letADayPass, putFile, upload } from '../support/uploads'

const STAFF = 'demo-staff'

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

const people = () => allOf<ResidentDoc>(cloud, 'residents')
const named = async (name: string) => (await people()).filter((one) => one.name === name)
const opened = (resident: ResidentDoc | undefined, field: 'phone' | 'birthDay') =>
  resident && openField(ring, sealingOf('residents'), resident, field)

/** Uploads a list and reads it. */
async function read(text: string | Buffer, ending = 'csv'): Promise<ImportReport> {
  const file = await upload(cloud, STAFF, Buffer.from(text as string), { ending })
  return cloud.as(STAFF).ok('account.importRoster', file)
}

/** Applies what was read, and lets the ticker go on until it is through. */
async function apply({ importId }: ImportReport): Promise<ImportReport> {
  const started = await cloud.as(STAFF).ok('account.applyImport', { importId })
  expect(started.state).toBe('running')
  await cloud.advance(MINUTE)
  return cloud.as(STAFF).ok('account.viewImport', { importId })
}

const COUNTS = { new: 0, changed: 0, same: 0, bad: 0, unsure: 0 }

const LIST = `春晓社区居民名册
姓名,手机,楼号,单元,房号,出生日期,身份,独居,依据,复核日期,备注
钱桂芬,13912340001,3号楼,2单元,1201,1941-02-03,业主,是,入户走访,2027-06-01,腿脚不好
钱小明,139 1234 0002,三栋,二,1201室,1968/5/6,家人,否,,,
冯建军,,10幢,1,1203,,租户,,,,`

describe('a list is read', () => {
  test('and nothing is changed by that', async () => {
    const before = await people()
    const report = await read(LIST)
    expect(report).toMatchObject({
      state: 'read',
      rows: 3,
      counts: { ...COUNTS, new: 3 },
      done: 0,
      problems: [],
      ignored: ['备注'],
    })
    expect(await people()).toEqual(before)
  })

  test('what lies in the database meanwhile is sealed, and the file is removed', async () => {
    const file = await upload(cloud, STAFF, Buffer.from(LIST))
    const { importId } = await cloud.as(STAFF).ok('account.importRoster', file)
    const kept = JSON.stringify([
      await allOf(cloud, 'rosterRows'),
      await allOf(cloud, 'imports'),
      await allOf(cloud, 'uploads'),
    ])
    expect(kept).toContain(importId)
    expect(kept).not.toMatch(/钱桂芬|13912340001|1941|1201/)
    expect(cloud.logs.join('\n')).not.toMatch(/钱桂芬|13912340001|1941-02-03/)
    expect(await fileIsThere(cloud, file.fileId)).toBe(true)
    await cloud.advance(4 * MINUTE)
    expect(await fileIsThere(cloud, file.fileId)).toBe(false)
    expect((await allOf<{ _id: string }>(cloud, 'uploads')).map(({ _id }) => _id)).not.toContain(
      file.uploadId,
    )
  })

  test('what was read and not applied is forgotten after a day', async () => {
    const { importId } = await read(LIST)
    await letADayPass(cloud)
    const { state } = await cloud.as(STAFF).ok('account.viewImport', { importId })
    expect(state).toBe('failed')
    expect(await cloud.as(STAFF).refused('account.applyImport', { importId })).toBe('NOT_FOUND')
    expect(await allOf(cloud, 'rosterRows')).toEqual([])
  })

  test('rows that cannot be taken over are told by line, without what stands in them', async () => {
    const report = await read(
      [
        '编号,姓名,手机,住址,身份证号,残疾',
        '1,郑一,1391234000,3号楼2单元1301室,,',
        '2,,13912340009,3-2-1302,,',
        '3,郑三,,三号楼,,',
        '4,郑四,,3-2-1303,110101195003071239,',
        '5,郑五,,88号楼1单元101,,',
        '6,郑六,,3-2-1304,,不一定',
        '7,郑七,,3-2-1305,1.10101E+17,',
        '8,郑八,,3-2-1306,,肢体二级',
        '8,郑九,,3-2-1307,,',
      ].join('\n'),
    )
    expect(report.counts).toEqual({ ...COUNTS, new: 1, bad: 8 })
    expect(report.problems.map(({ line, field }) => [line, field])).toEqual([
      [2, '手机'],
      [3, '姓名'],
      [4, '住址'],
      [5, '身份证号'],
      [6, '楼号'],
      [7, '残疾'],
      [8, '身份证号'],
      [10, '编号'],
    ])
    for (const { say } of report.problems) expect(say).toMatch(/请/)
    expect(JSON.stringify(report)).not.toMatch(/郑|1391234|110101/)
  })

  test('of many faults a page is shown, and the next one after it', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => `蒋${i},3-2-${i + 100}`)
    const report = await read(`姓名,住址\n${rows.join('\n')}`)
    expect(report.counts.bad).toBe(150)
    expect(report.problems).toHaveLength(100)
    const { importId, next } = report
    const after = await cloud.as(STAFF).ok('account.viewImport', { importId, after: next })
    expect(after.problems).toHaveLength(50)
    expect(after.next).toBeUndefined()
    expect(after.problems[0]?.line).toBe(102)
  })
})

describe('a list is applied', () => {
  test('people are entered with their homes, their data sealed, and what is noted of them', async () => {
    const report = await apply(await read(LIST))
    expect(report).toMatchObject({ state: 'done', done: 3, counts: { ...COUNTS, new: 3 } })
    const [elder, ...others] = await named('钱桂芬')
    expect(others).toEqual([])
    expect(elder).toMatchObject({
      communityId: 'chunxiao',
      home: '3号楼2单元1201室',
      homes: [{ relation: 'owner', home: '3号楼2单元1201室' }],
      phoneVerified: false,
      state: 'living',
    })
    expect(elder?.attributes).toMatchObject([
      { name: 'livesAlone', value: true, basis: '入户走访', reviewDay: '2027-06-01' },
    ])
    const staff = (await allOf<{ _id: string; ref: string }>(cloud, 'accounts')).find(
      ({ _id }) => _id === STAFF,
    )
    expect(elder?.attributes[0]?.setBy).toBe(staff?.ref)
    expect(opened(elder, 'phone')).toBe('13912340001')
    expect(opened(elder, 'birthDay')).toBe('1941-02-03')
    expect(JSON.stringify(elder)).not.toMatch(/13912340001|1941-02-03/)
    const [son] = await named('钱小明')
    expect(son?.homes[0]?.householdId).toBe(elder?.homes[0]?.householdId)
    expect(son?.attributes).toEqual([])
    const left = await allOf<{ importId: string }>(cloud, 'rosterRows')
    expect(left.filter(({ importId }) => importId === report.importId)).toEqual([])
    const places = await allOf<{ _id: string; name: string }>(cloud, 'regions')
    expect(places.filter(({ name }) => name === '1201室').map(({ _id }) => _id)).toEqual([
      'chunxiao-b3-u2-r1201',
    ])
  })

  test('each person finds it in the audit trail, by names of fields alone', async () => {
    const [elder] = await named('钱桂芬')
    const facts = await allOf<{ op: string; whom?: string; fields: string[]; as: string }>(
      cloud,
      'auditFacts',
    )
    expect(facts.filter(({ whom }) => whom === elder?._id)).toMatchObject([
      {
        op: 'account.applyImport',
        as: 'staff',
        fields: ['name', 'home', 'phone', 'birthDay', 'relation', 'attributes.livesAlone'],
      },
    ])
    expect(JSON.stringify(facts)).not.toMatch(/钱|1391234/)
  })

  test('applied again it changes nothing', async () => {
    const before = await people()
    const report = await read(LIST)
    expect(report.counts).toEqual({ ...COUNTS, same: 3 })
    expect((await apply(report)).counts).toEqual({ ...COUNTS, same: 3 })
    expect(await people()).toEqual(before)
  })

  test('a row that says something else changes just that', async () => {
    const [before] = await named('钱桂芬')
    const list = LIST.replace('13912340001', '13912340011').replace('2027-06-01', '2027-12-01')
    const report = await read(list)
    expect(report.counts).toEqual({ ...COUNTS, changed: 1, same: 2 })
    await apply(report)
    const [after] = await named('钱桂芬')
    expect(after).toMatchObject({ _id: before?._id, version: 2, homes: before?.homes })
    expect(after?.attributes[0]).toMatchObject({ basis: '入户走访', reviewDay: '2027-12-01' })
    expect(opened(after, 'phone')).toBe('13912340011')
    expect(opened(after, 'birthDay')).toBe('1941-02-03')
  })

  test('an empty cell takes nothing away', async () => {
    const before = await named('钱桂芬')
    const report = await read('姓名,楼号,单元,房号,手机,独居\n钱桂芬,3,2,1201,,')
    expect(report.counts).toEqual({ ...COUNTS, same: 1 })
    await apply(report)
    expect(await named('钱桂芬')).toEqual(before)
  })

  test('somebody who is like another is left to staff', async () => {
    const report = await read(
      '姓名,手机,住址,出生日期\n钱桂芬,13912340011,5-1-1101,\n钱桂芳,13912340011,3-2-1201,1941-02-03',
    )
    expect(report.counts).toEqual({ ...COUNTS, unsure: 2 })
    expect(report.problems.map(({ line }) => line)).toEqual([2, 3])
  })

  test("the list's own key finds a person whose name was mended", async () => {
    await apply(await read('编号,姓名,住址\nCX-1,沈玉蓝,6-1-1101'))
    const report = await read('编号,姓名,住址\nCX-1,沈玉兰,6-1-1101')
    expect(report.counts).toEqual({ ...COUNTS, changed: 1 })
    await apply(report)
    expect(await named('沈玉蓝')).toEqual([])
    expect(await named('沈玉兰')).toMatchObject([{ rosterKey: 'CX-1', version: 2 }])
  })

  test('a record whose key was lost is healed by a list that has the day of birth', async () => {
    const [before] = await named('钱桂芬')
    await changeDoc(cloud, 'residents', before?._id ?? '', { birthDay: 'lost.AAAA.BBBB' })
    const report = await read(LIST.replace('13912340001', '13912340011'))
    expect(report.counts).toMatchObject({ changed: 1 })
    await apply(report)
    const [after] = await named('钱桂芬')
    expect(after?._id).toBe(before?._id)
    expect(opened(after, 'birthDay')).toBe('1941-02-03')
  })

  test('rows that no key opens any more are given up, and nothing of them is applied', async () => {
    const report = await read('姓名,住址\n失钥匙,8-1-1101')
    const id = `${report.importId}-0`
    await changeDoc(cloud, 'rosterRows', id, { rows: 'lost.AAAA.BBBB' })
    expect((await apply(report)).state).toBe('failed')
    expect(await named('失钥匙')).toEqual([])
    expect((await allOf<{ _id: string }>(cloud, 'rosterRows')).map(({ _id }) => _id)).not.toContain(
      id,
    )
  })

  test('two taps on "apply", and two lists of the same people, enter each person once', async () => {
    const list = '姓名,住址\n韩双,7-1-1101\n韩双双,7-1-1101'
    const [one, two] = [await read(list), await read(list)]
    expect(two.counts).toEqual({ ...COUNTS, new: 2 })
    const staff = cloud.as(STAFF)
    const tap = newTap()
    await staff.ok('account.applyImport', { importId: one.importId }, tap)
    await staff.ok('account.applyImport', { importId: one.importId }, tap)
    await staff.ok('account.applyImport', { importId: one.importId })
    await staff.ok('account.applyImport', { importId: two.importId })
    await cloud.advance(2 * MINUTE)
    expect(await named('韩双')).toHaveLength(1)
    expect(await named('韩双双')).toHaveLength(1)
    const other = await staff.ok('account.viewImport', { importId: two.importId })
    expect(other).toMatchObject({ state: 'done', done: 2 })
  })
})

describe('files as people have them', () => {
  test('a workbook', async () => {
    const day = (value: Date) => ({ value, type: Date, format: 'yyyy/m/d' })
    const rows = [
      ['姓名', '手机', '楼号', '单元', '房号', '出生日期'].map((value) => ({ value })),
      [
        ...[{ value: '秦岚' }, { value: 13912345678 }, { value: 9 }, { value: 1 }, { value: 1101 }],
        day(new Date(Date.UTC(1955, 0, 31))),
      ],
    ]
    const bytes = await writeXlsxFile(rows as never).toBuffer()
    const report = await read(bytes, 'xlsx')
    expect(report.counts).toEqual({ ...COUNTS, new: 1 })
    await apply(report)
    const [one] = await named('秦岚')
    expect(one?.home).toBe('9号楼1单元1101室')
    expect([opened(one, 'phone'), opened(one, 'birthDay')]).toEqual(['13912345678', '1955-01-31'])
  })

  test('a table that Excel in China wrote (GBK), called something else', async () => {
    // 姓名,楼号,房号 and 王芳,2,1101 in GBK.
    const bytes = Buffer.from('d0d5c3fb2cc2a5bac52cb7bfbac50acdf5b7bc2c322c313130310a', 'hex')
    const report = await read(bytes, 'xlsx')
    expect(report.counts).toEqual({ ...COUNTS, new: 1 })
    await apply(report)
    expect(await named('王芳')).toContainEqual(expect.objectContaining({ home: '2号楼1101室' }))
  })

  test.each([
    ['a photo', '\xff\xd8\xff\xe0\0\x10JFIF', /图片/],
    ['an old workbook', '\xd0\xcf\x11\xe0' + '\0'.repeat(600), /旧版/],
    ['nothing', '', /空的/],
    ['a list without names', 'a,b\n1,2\n', /姓名/],
  ])('%s is refused with what to do, and removed', async (_, text, says) => {
    const file = await upload(cloud, STAFF, Buffer.from(text, 'latin1'))
    const reply = await cloud.as(STAFF).call('account.importRoster', file)
    expect(reply.error?.code).toBe('FILE_UNREADABLE')
    expect(reply.error?.fields?.fileId).toMatch(says)
    await cloud.advance(4 * MINUTE)
    expect(await fileIsThere(cloud, file.fileId)).toBe(false)
  })

  test('one that is larger than it said is not read', async () => {
    const bytes = Buffer.alloc(8 * 1024 * 1024 + 1, 'a')
    const { uploadId, path } = await cloud
      .as(STAFF)
      .ok('account.prepareUpload', { kind: 'roster', ending: 'csv', bytes: 100 })
    const fileId = await putFile(cloud, STAFF, path, bytes)
    const reply = await cloud.as(STAFF).call('account.importRoster', { uploadId, fileId })
    expect(reply.error?.code).toBe('NOT_ALLOWED_FILE')
    expect(reply.error?.fields?.fileId).toMatch(/太大/)
  })

  test('a path is issued for what may come, and again for the same tap', async () => {
    const staff = cloud.as(STAFF)
    const ask = { kind: 'roster', ending: 'XLSX', bytes: 5_000 } as const
    const tap = newTap()
    const first = await staff.ok('account.prepareUpload', ask, tap)
    expect(await staff.ok('account.prepareUpload', ask, tap)).toEqual(first)
    expect(first.path).toMatch(/^u\/[\w-]+\/[0-9a-f]{24}-[0-9a-f]{24}\.xlsx$/)
    expect(await staff.refused('account.prepareUpload', { ...ask, bytes: 1 }, tap)).toBe(
      'TAP_REUSED',
    )
    expect(await staff.refused('account.prepareUpload', { ...ask, ending: 'exe' })).toBe(
      'NOT_ALLOWED_FILE',
    )
    expect(await staff.refused('account.prepareUpload', { ...ask, bytes: 9_000_000 })).toBe(
      'NOT_ALLOWED_FILE',
    )
  })

  test('a file that nobody came back with goes after a day', async () => {
    const { fileId } = await upload(cloud, STAFF, Buffer.from(LIST))
    await cloud.advance(20 * MINUTE)
    expect(await fileIsThere(cloud, fileId)).toBe(true)
    await letADayPass(cloud)
    expect(await fileIsThere(cloud, fileId)).toBe(false)
  })
})

describe('who may not', () => {
  test.each([
    ['demo-resident', 'NOT_ALLOWED'],
    ['demo-volunteer', 'NOT_ALLOWED'],
    ['demo-manager', 'NOT_ALLOWED'],
    ['demo-street', 'NOT_ALLOWED'],
    ['demo-stranger', 'NOT_JOINED'],
  ])('%s reads and applies no list', async (openid, code) => {
    const file = await upload(cloud, STAFF, Buffer.from(LIST))
    const { importId } = await read(LIST)
    const person = cloud.as(openid)
    expect(await person.refused('account.importRoster', file)).toBe(code)
    expect(await person.refused('account.applyImport', { importId })).toBe(code)
    expect(await person.refused('account.viewImport', { importId })).toBe(code)
  })

  test('staff of another community see nothing of it, and change nothing of it', async () => {
    const { importId } = await read(LIST)
    const other = cloud.as('demo-neighbour')
    expect(await other.refused('account.viewImport', { importId })).toBe('NOT_FOUND')
    expect(await other.refused('account.applyImport', { importId })).toBe('NOT_FOUND')
  })

  test("somebody else's file, and one that was used, are not taken", async () => {
    const file = await upload(cloud, STAFF, Buffer.from(LIST))
    const mine = await upload(cloud, 'demo-neighbour', Buffer.from(LIST))
    const staff = cloud.as(STAFF)
    expect(await staff.refused('account.importRoster', mine)).toBe('NOT_ALLOWED_FILE')
    const mixed = { uploadId: file.uploadId, fileId: mine.fileId }
    expect(await staff.refused('account.importRoster', mixed)).toBe('NOT_ALLOWED_FILE')
    const tap = newTap()
    const first = await staff.ok('account.importRoster', file, tap)
    expect(await staff.ok('account.importRoster', file, tap)).toEqual(first)
    expect(await staff.refused('account.importRoster', file)).toBe('NOT_ALLOWED_FILE')
    expect(await staff.refused('account.importRoster', mine, tap)).toBe('TAP_REUSED')
  })
})
