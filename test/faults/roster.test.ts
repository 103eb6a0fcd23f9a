import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import type { ImportReport } from '../../types/contract/account-roster'
import type { CallReply } from '../../types/contract/wire'
import { type Fault, MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import { isTried } from '../support/fault-modes'
import { fileIsThere, letADayPass, upload } from '../support/uploads'

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
/** More actions than any of these has. */
const MOST = 80
/** What the ticker's part of an import rests on: other jobs have their own tests. */
const ROSTER = ['imports', 'rosterRows', 'residents', 'households', 'regions', 'keyRing']

async function fired(): Promise<boolean> {
  const struck = (await cloud.faults()).some((fault) => fault.fired)
  await cloud.clearFaults()
  return struck
}

/** Letters alone, as in a name. */
const letters = (n: number): string =>
  [...String(n)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')

let rounds = 0
const HEADING = '姓名,住址,手机,独居'

/** What a round's list says: one who stays, one whose phone is another each time, and two who are new. */
function nextRound() {
  const round = ++rounds
  const mark = letters(round)
  const phone = `139${String(round).padStart(8, '0')}`
  const rows = [
    '常在,3-2-1501,,',
    `变化,3-2-1502,${phone},`,
    `新${mark},3-2-1503,13912340001,是`,
    `来${mark},3-2-1503,,`,
  ]
  return { mark, list: [HEADING, ...rows].join('\n') }
}

const named = async (...names: string[]) =>
  (await allOf<ResidentDoc>(cloud, 'residents'))
    .filter(({ name }) => names.includes(name))
    .sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))

/** The people of a round as they are: nobody twice, nobody missing, nothing half written. */
async function holds(mark: string, changes: number, where: string): Promise<void> {
  const people = await named('常在', '变化', `新${mark}`, `来${mark}`)
  expect(
    people.map(({ name, home, phoneFind, attributes, version }) => [
      name.slice(0, 1),
      home,
      !!phoneFind,
      attributes.map(({ value }) => value),
      version,
    ]),
    where,
  ).toEqual([
    ['常', '3号楼2单元1501室', false, [], 1],
    ['变', '3号楼2单元1502室', true, [], 1 + changes],
    ['新', '3号楼2单元1503室', true, [true], 1],
    ['来', '3号楼2单元1503室', false, [], 1],
  ])
}

async function readAndApply(list: string): Promise<void> {
  const file = await upload(cloud, STAFF, Buffer.from(list))
  const { importId } = await cloud.as(STAFF).ok('account.importRoster', file)
  await cloud.as(STAFF).ok('account.applyImport', { importId })
  await cloud.advance(MINUTE)
}

/** How often the phone of the one who changes was changed. */
let changes = 0
beforeAll(() => readAndApply([HEADING, '常在,3-2-1501,,', '变化,3-2-1502,,'].join('\n')))

async function sendTap(
  op: string,
  input: unknown,
  tapId: string,
): Promise<ImportReport | undefined> {
  const answer = await cloud.send('account', { op, input, tapId }, STAFF)
  return 'result' in answer ? (answer.result as CallReply<ImportReport>).data : undefined
}

const PLANNED = { new: 2, changed: 1, same: 1, bad: 0, unsure: 0 }

describe.each(MODES)('%s at', (mode) => {
  test('every action of account.importRoster', async () => {
    const before = await named('常在', '变化')
    const { list } = nextRound()
    let nth = 1
    for (; nth < MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const file = await upload(cloud, STAFF, Buffer.from(list))
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
    }
    // The account, the audit fact, the import, the upload, ...: all of them were tried.
    expect(nth).toBeGreaterThan(12)
    expect(nth).toBeLessThan(MOST)
    expect(await named('常在', '变化')).toEqual(before)
  }, 240_000)

  test('every action of the ticker that applies it', async () => {
    let nth = 1
    for (; nth < MOST; nth++) {
      if (!isTried(MODES, mode, nth)) continue
      const { mark, list } = nextRound()
      const file = await upload(cloud, STAFF, Buffer.from(list))
      const { importId } = await cloud.as(STAFF).ok('account.importRoster', file)
      await cloud.as(STAFF).ok('account.applyImport', { importId })

      await cloud.setFault({ function: 'ticker', collections: ROSTER, nth, mode })
      await cloud.advance(MINUTE)
      const struck = await fired()
      // An import that could not be gone on with waits for some minutes.
      if (struck) await cloud.advance(6 * MINUTE)
      const report = await cloud.as(STAFF).ok('account.viewImport', { importId })
      const where = `${mode} at action ${nth}`
      const done = { state: 'done', done: 4, counts: PLANNED, problems: [] }
      expect(report, where).toMatchObject(done)
      await holds(mark, ++changes, where)
      const rows = await allOf<{ importId: string }>(cloud, 'rosterRows')
      expect(rows.filter((chunk) => chunk.importId === importId)).toEqual([])
      if (!struck) break
    }
    expect(nth).toBeGreaterThan(12)
    expect(nth).toBeLessThan(MOST)
  }, 240_000)
})

test('a call that died and was not tried again leaves nothing behind', async () => {
  const before = await named('常在', '变化')
  const { list } = nextRound()
  const files: string[] = []
  for (let nth = 1; ; nth++) {
    const file = await upload(cloud, STAFF, Buffer.from(list))
    await cloud.setFault({ op: 'account.importRoster', nth, mode: 'kill' })
    await sendTap('account.importRoster', file, newTap())
    files.push(file.fileId)
    if (!(await fired())) break
  }
  await letADayPass(cloud)
  expect(await allOf(cloud, 'rosterRows')).toEqual([])
  expect(await allOf(cloud, 'uploads')).toEqual([])
  for (const fileId of files) expect(await fileIsThere(cloud, fileId)).toBe(false)
  expect(await named('常在', '变化')).toEqual(before)
}, 240_000)

test('staff change somebody between reading and applying: theirs stands, and the row is told', async () => {
  const { mark, list } = nextRound()
  const file = await upload(cloud, STAFF, Buffer.from(list))
  const staff = cloud.as(STAFF)
  const { importId } = await staff.ok('account.importRoster', file)
  const [known] = await named('变化')
  await staff.ok('account.saveResident', {
    residentId: known?._id ?? '',
    version: known?.version,
    attributes: [{ name: 'livesAlone', value: true, basis: '入户走访' }],
  })
  await staff.ok('account.applyImport', { importId })
  await cloud.advance(MINUTE)
  expect(await staff.ok('account.viewImport', { importId })).toMatchObject({
    state: 'done',
    counts: { new: 2, changed: 0, same: 1, unsure: 1 },
    problems: [{ line: 3 }],
  })
  const [after] = await named('变化')
  expect(after).toMatchObject({
    version: (known?.version ?? 0) + 1,
    attributes: [{ basis: '入户走访' }],
  })
  expect(after?.phoneFind).toBe(known?.phoneFind)
  expect(await named(`新${mark}`)).toHaveLength(1)
})
