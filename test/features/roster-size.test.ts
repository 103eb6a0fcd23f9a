import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResidentDoc } from '../../cloudfunctions/account/account.docs'
import { MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import { upload } from '../support/uploads'

/** A whole community's list: what it takes to read and to apply, and that nobody is lost on the way. */

const STAFF = 'demo-staff'
const ROWS = 3_000

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ latencyMs: 3 })
})
afterAll(() => cloud.close())

const letters = (n: number): string =>
  [...String(n).padStart(4, '0')].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')

const list = ['编号,姓名,手机,楼号,单元,房号,出生日期,独居,依据']
for (let n = 0; n < ROWS; n++) {
  const room = 1301 + Math.floor(n / 30)
  const phone = `139${String(n).padStart(8, '0')}`
  list.push(
    `${n},周${letters(n)},${phone},${1 + (n % 10)},${1 + (n % 3)},${room},1950-01-01,是,走访`,
  )
}

async function read() {
  const file = await upload(cloud, STAFF, Buffer.from(list.join('\n')))
  await cloud.resetStats()
  const began = Date.now()
  const report = await cloud.as(STAFF).ok('account.importRoster', file)
  const ms = Date.now() - began
  const [figures] = (await cloud.calls()).filter(({ op }) => op === 'account.importRoster')
  return { report, ms, figures }
}

test(`a list of ${ROWS} is read in one call, and applied in three minutes`, async () => {
  const first = await read()
  expect(first.report.counts).toMatchObject({ new: ROWS, bad: 0 })
  const { importId } = first.report
  await cloud.as(STAFF).ok('account.applyImport', { importId })
  await cloud.resetStats()
  const began = Date.now()
  const ticks: number[] = []
  for (let minute = 0; minute < 3; minute++) {
    await cloud.advance(MINUTE)
    ticks.push((await cloud.as(STAFF).ok('account.viewImport', { importId })).done)
  }
  const ms = Date.now() - began
  expect(ticks).toEqual([2_000, ROWS, ROWS])
  const ticker = (await cloud.calls()).filter(({ op }) => op === '' || op === 'ticker' || !op)
  const writes = ticker.reduce((sum, call) => sum + call.writes, 0)
  const reads = ticker.reduce((sum, call) => sum + call.reads, 0)

  const people = await allOf<ResidentDoc>(cloud, 'residents')
  const entered = people.filter(({ name }) => name.startsWith('周') && name.length === 5)
  expect(entered).toHaveLength(ROWS)
  expect(new Set(entered.map(({ rosterKey }) => rosterKey)).size).toBe(ROWS)

  const again = await read()
  expect(again.report.counts).toMatchObject({ same: ROWS, new: 0, changed: 0 })
  console.log(
    `${ROWS} rows: read in ${first.ms} ms (${first.figures?.reads} reads, ${first.figures?.writes} writes), ` +
      `again in ${again.ms} ms (${again.figures?.reads} reads, ${again.figures?.writes} writes); ` +
      `applied in ${ms} ms (${reads} reads, ${writes} writes)`,
  )
  // The function is cut off at its time limit, and the rows of a part go in one request each.
  expect(Math.max(first.ms, again.ms)).toBeLessThan(8_000)
  expect(first.figures?.reads).toBeLessThanOrEqual(12)
  expect(first.figures?.writes).toBeLessThanOrEqual(ROWS / 100 + 6)
}, 120_000)
