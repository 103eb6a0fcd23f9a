import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import type { ImportReport } from '../../types/contract/account-roster'
import type { CallReply } from '../../types/contract/wire'
import { type Fault, MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import { fileIsThere, upload } from '../support/uploads'

/**
 * Every database and storage action of reading a list, and of applying it, fails in turn: before it was
 * applied, after it was applied, or with the death of its process. After a retry, or the ticker's next
 * runs, the people are the same as without: nobody twice, nobody missing, nothing left lying.
 */

const STAFF = 'demo-staff'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const MODES: Fault['mode'][] = ['error', 'error-after', 'kill']

async function fired(): Promise<boolean> {
  const struck = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  return struck
}

/** Names that no other round uses: letters alone, as a name must be. */
let rounds = 0
const letters = (n: number): string =>
  [...String(n)].map((d) => '甲乙丙丁戊己庚辛壬癸'[+d]).join('')

/** Four people of a round: one to stay, one to change, two to come. */
function round() {
  const mark = letters(++rounds)
  const heading = '姓名,住址,手机,独居'
  const line = (name: string, room: number, phone = '', alone = '') =>
    `${name}${mark},3-2-${room},${phone},${alone}`
  const before = [heading, line('常', 1501), line('变', 1502)].join('\n')
  const after = [
    heading,
    line('常', 1501),
    line('变', 1502, '13912340000', '是'),
    line('新', 1503, '13912340001', '是'),
    line('来', 1503),
  ].join('\n')
  return { mark, before, after }
}

const NAMES = '常变来新'
const peopleOf = async (mark: string) =>
  (await allOf<ResidentDoc>(cloud, 'residents'))
    .filter(({ name }) => name.slice(1) === mark)
    .map(({ name, home, phoneFind, attributes, version }) => ({
      name: name.slice(0, 1),
      home,
      hasPhone: !!phoneFind,
      alone: attributes.map((attribute) => attribute.value),
      version,
    }))
    .sort((a, b) => NAMES.indexOf(a.name) - NAMES.indexOf(b.name))

async function readAndApply(list: string): Promise<void> {
  const file = await upload(cloud, STAFF, Buffer.from(list))
  const { importId } = await cloud.as(STAFF).ok('account.importRoster', file)
  await cloud.as(STAFF).ok('account.applyImport', { importId })
  await cloud.advance(MINUTE)
}

async function sendTap(
  op: string,
  input: unknown,
  tapId: string,
): Promise<ImportReport | undefined> {
  const answer = await cloud.send('account', { op, input, tapId }, STAFF)
  return 'result' in answer ? (answer.result as CallReply<ImportReport>).data : undefined
}

const PLANNED = { new: 2, changed: 1, same: 1, bad: 0, unsure: 0 }
const APPLIED = [
  { name: '常', home: '3号楼2单元1501室', hasPhone: false, alone: [], version: 1 },
  { name: '变', home: '3号楼2单元1502室', hasPhone: true, alone: [true], version: 2 },
  { name: '来', home: '3号楼2单元1503室', hasPhone: false, alone: [], version: 1 },
  { name: '新', home: '3号楼2单元1503室', hasPhone: true, alone: [true], version: 1 },
]

describe.each(MODES)('%s at', (mode) => {
  test('every action of account.importRoster', async () => {
    const left: { mark: string; kept: unknown; fileId: string }[] = []
    let nth = 1
    for (; ; nth++) {
      const { mark, before, after } = round()
      await readAndApply(before)
      const kept = await peopleOf(mark)
      const file = await upload(cloud, STAFF, Buffer.from(after))
      const tap = newTap()
      await cloud.setFault({ op: 'account.importRoster', nth, mode })
      const first = await sendTap('account.importRoster', file, tap)
      if (!(await fired())) {
        expect(first?.counts).toEqual(PLANNED)
        break
      }
      const again = await sendTap('account.importRoster', file, tap)
      expect(again?.counts, `retry after ${mode} at action ${nth}`).toEqual(PLANNED)
      const rows = await allOf<{ importId: string }>(cloud, 'rosterRows')
      expect(rows.filter(({ importId }) => importId === again?.importId)).toHaveLength(1)

      // Whoever does not try again leaves nothing behind either.
      const hopeless = await upload(cloud, STAFF, Buffer.from(after))
      await cloud.setFault({ op: 'account.importRoster', nth, mode })
      await sendTap('account.importRoster', hopeless, newTap())
      await cloud.clearFaults()
      left.push({ mark, kept, fileId: hopeless.fileId })
    }
    // The account, the audit fact, the import, the upload, ...: all of them were tried.
    expect(nth).toBeGreaterThan(12)
    await cloud.advance(25 * 60 * MINUTE)
    expect(await allOf(cloud, 'rosterRows')).toEqual([])
    expect(await allOf(cloud, 'uploads')).toEqual([])
    for (const { mark, kept, fileId } of left) {
      expect(await fileIsThere(cloud, fileId)).toBe(false)
      expect(await peopleOf(mark)).toEqual(kept)
    }
  }, 240_000)

  test('every action of the ticker that applies it', async () => {
    let nth = 1
    for (; ; nth++) {
      const { mark, before, after } = round()
      await readAndApply(before)
      const file = await upload(cloud, STAFF, Buffer.from(after))
      const { importId } = await cloud.as(STAFF).ok('account.importRoster', file)
      await cloud.as(STAFF).ok('account.applyImport', { importId })

      await cloud.setFault({ function: 'ticker', nth, mode })
      await cloud.advance(MINUTE)
      const struck = await fired()
      // An import that could not be gone on with waits for some minutes.
      await cloud.advance(6 * MINUTE)
      const report = await cloud.as(STAFF).ok('account.viewImport', { importId })
      expect(report, `${mode} at action ${nth}`).toMatchObject({
        state: 'done',
        done: 4,
        counts: PLANNED,
        problems: [],
      })
      expect(await peopleOf(mark), `${mode} at action ${nth}`).toEqual(APPLIED)
      const rows = await allOf<{ importId: string }>(cloud, 'rosterRows')
      expect(rows.filter((chunk) => chunk.importId === importId)).toEqual([])
      if (!struck) break
    }
    expect(nth).toBeGreaterThan(20)
  }, 240_000)
})

test('staff change somebody between reading and applying: theirs stands, and the row is told', async () => {
  const { mark, before, after } = round()
  await readAndApply(before)
  const file = await upload(cloud, STAFF, Buffer.from(after))
  const staff = cloud.as(STAFF)
  const { importId } = await staff.ok('account.importRoster', file)
  // A second list, applied first, stands for staff at the desk: both leave a newer version.
  await readAndApply(before.replace(`变${mark},3-2-1502,,`, `变${mark},3-2-1502,13900000000,否`))
  await staff.ok('account.applyImport', { importId })
  await cloud.advance(MINUTE)
  const report = await staff.ok('account.viewImport', { importId })
  expect(report).toMatchObject({
    state: 'done',
    counts: { new: 2, changed: 0, same: 1, unsure: 1 },
    problems: [{ line: 3 }],
  })
  const changed = (await peopleOf(mark)).find(({ name }) => name === '变')
  expect(changed).toMatchObject({ version: 2, alone: [] })
})
