import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../types/contract'
import {
  bookVisit,
  byCode,
  byDigits,
  byNothing,
  CARE,
  codeOn,
  digitsOn,
  elderAt,
  grantVouchers,
  OTHER,
  RIVAL,
  STAFF,
  startCareTown,
  WORKER,
} from '../support/care-town'
import { HOUR, newTap, type TestCloud } from '../support/cloud'

/**
 * One worker's day, an hour each: the first visit is proved by codes, the second by digits, the third by nothing, the
 * fourth is over in a minute, nobody comes to the fifth, the sixth pays for themselves, the seventh cancels, and to
 * the last two the worker comes at once.
 */
let cloud: TestCloud
const visits: { bookingId: string; residentId: string }[] = []
const MONTH = '2026-11'
const ELDERS = 9

beforeAll(async () => {
  cloud = await startCareTown(ELDERS)
  const worker = cloud.as(WORKER)
  const code = async (n: number) => byCode(await codeOn(cloud, elderAt(n)))
  for (let n = 1; n <= ELDERS; n++) {
    await grantVouchers(cloud, elderAt(n), 4)
    visits.push(await bookVisit(cloud, elderAt(n), Math.min(17, 9 + n), { useSubsidy: n !== 6 }))
  }
  await cloud.as(elderAt(7)).ok('booking.cancel', { bookingId: visitOf(7).bookingId })
  const digits = await Promise.all(
    [2, 4].map((n) => digitsOn(cloud, elderAt(n), visitOf(n).bookingId)),
  )
  const [second, fourth] = digits.map(({ comes, goes }) => [byDigits(comes), byDigits(goes)])
  type Proof = Contract['booking.checkIn']['input']['proof']
  const comes = (n: number, proof: Proof | undefined) =>
    worker.ok('booking.checkIn', { ...visitOf(n), proof: proof ?? byNothing })
  const goes = (n: number, proof: Proof | undefined) =>
    worker.ok('booking.checkOut', { ...visitOf(n), proof: proof ?? byNothing })
  await cloud.sleep(HOUR)
  await comes(1, await code(1))
  await cloud.sleep(HOUR)
  await goes(1, await code(1))
  await comes(2, second?.[0])
  await cloud.sleep(HOUR)
  await goes(2, second?.[1])
  await comes(3, byNothing)
  await cloud.sleep(HOUR)
  await goes(3, byNothing)
  await comes(4, fourth?.[0])
  await goes(4, fourth?.[1])
  await cloud.sleep(2 * HOUR)
  await comes(6, await code(6))
  await cloud.sleep(2 * HOUR)
  await comes(8, await code(8))
  await comes(9, await code(9))
  await cloud.sleep(HOUR)
  await goes(8, await code(8))
  await goes(9, await code(9))
}, 60_000)
afterAll(() => cloud.close())

const visitOf = (n: number) => visits[n - 1] ?? { bookingId: '', residentId: '' }
const accountFor = (openid: string, providerId?: string) =>
  cloud
    .as(openid)
    .ok('booking.providerAccount', { month: MONTH, ...(providerId ? { providerId } : {}) })
const flagged = () => cloud.as(STAFF).ok('booking.listFlagged', { providerId: CARE, month: MONTH })

describe('a month’s account', () => {
  test('counts what the government pays for, by its proof', async () => {
    const { total, byGrade, byService, byPerson, open } = await accountFor(STAFF, CARE)
    expect(total).toMatchObject({
      visits: 7,
      vouchers: { paid: 2, unpaid: 0, open: 5 },
      unitMinutes: { paid: 0, unpaid: 0, open: 0 },
      // Six of them were begun, and each pays 20 yuan on site.
      copayFen: 6 * 2_000,
    })
    expect(
      byGrade.map(({ grade, visits: count, vouchers }) => [grade, count, vouchers.paid]),
    ).toEqual([
      ['A', 3, 1],
      ['B', 2, 1],
      ['C', 2, 0],
    ])
    expect(byService).toMatchObject([{ serviceName: '助浴', visits: 7 }])
    expect(byPerson?.length).toBe(7)
    expect(byPerson?.[0]?.name).toBe('王elder-1')
    expect(open).toBe(5)
    expect(total.minutes).toBeGreaterThanOrEqual(5 * 60)
  })

  test('staff see each provider; a provider its own, and nobody by name', async () => {
    const first = await accountFor(STAFF)
    // Of the two, one gives what the government pays for.
    expect(first).toMatchObject({ providerId: CARE, providers: [{ providerId: CARE }] })
    expect((await accountFor(STAFF, OTHER)).total.visits).toBe(0)
    const own = await accountFor(WORKER)
    expect(own).toMatchObject({ providerId: CARE, providers: [{ providerId: CARE }] })
    expect(own.byPerson).toBeUndefined()
    expect(JSON.stringify(own)).not.toContain('王elder')
    expect(own.total).toEqual((await accountFor(STAFF, CARE)).total)
    const theirs = { month: MONTH, providerId: CARE }
    expect(await cloud.as(RIVAL).refused('booking.providerAccount', theirs)).toBe(
      'NOT_YOUR_SERVICE',
    )
    expect(await cloud.as(RIVAL).refused('booking.downloadAccount', theirs)).toBe(
      'NOT_YOUR_SERVICE',
    )
    for (const op of ['booking.providerAccount', 'booking.listFlagged'] as const)
      expect(await cloud.as('staff-elsewhere').refused(op, theirs)).toBe('NOT_FOUND')
    expect(await cloud.as(elderAt(1)).refused('booking.providerAccount', {})).toBe('NOT_ALLOWED')
    expect(await cloud.as(WORKER).refused('booking.listFlagged', theirs)).toBe('NOT_ALLOWED')
  })

  test('as a workbook: its sums are those of its rows', async () => {
    const tap = newTap()
    const input = { month: MONTH, providerId: CARE }
    const file = await cloud.as(STAFF).ok('booking.downloadAccount', input, tap)
    expect((await cloud.as(STAFF).ok('booking.downloadAccount', input, tap)).fileId).toBe(
      file.fileId,
    )
    const content = Buffer.from(await (await fetch(file.url)).arrayBuffer())
    const [sums, rows] = [await readSheet(content, 1), await readSheet(content, 2)]
    const total = sums.find((row) => row[0] === '合计') ?? []
    expect(total.slice(1, 6)).toEqual([7, expect.any(Number), 2, 0, 5])
    expect(rows.length).toBe(1 + 7)
    const head = rows[0] ?? []
    const column = (title: string) => rows.slice(1).map((row) => row[head.indexOf(title)])
    expect(column('用量').reduce<number>((sum, n) => sum + Number(n), 0)).toBe(2 + 5)
    expect(column('姓名')).toContain('王elder-1')
    const own = await cloud.as(WORKER).ok('booking.downloadAccount', input)
    const theirs = Buffer.from(await (await fetch(own.url)).arrayBuffer())
    expect((await readSheet(theirs, 2))[0]).not.toContain('姓名')
    expect(JSON.stringify(await readSheet(theirs, 1))).not.toContain('王elder')
  })
})

describe('a day’s digits for the desk', () => {
  test('to call from, and as cards; a day without visits is an empty list', async () => {
    const fetched = async (day: string) => {
      const { url } = await cloud.as(STAFF).ok('booking.downloadCards', { day })
      return Buffer.from(await (await fetch(url)).arrayBuffer())
    }
    const content = await fetched('2026-11-23')
    const spaced = (digits: string) => `${digits.slice(0, 3)} ${digits.slice(3)}`
    const { comes, goes } = await digitsOn(cloud, elderAt(3), visitOf(3).bookingId)
    const list = await readSheet(content, 1)
    // Who was visited, or cancelled, needs none any more.
    const names = list.slice(3).map((row) => row[1])
    expect(names).toEqual([elderAt(5), elderAt(6)])
    const five = await digitsOn(cloud, elderAt(5), visitOf(5).bookingId)
    expect(list[3]?.slice(4, 6)).toEqual([spaced(five.comes), spaced(five.goes)])
    const cards = JSON.stringify(await readSheet(content, 2))
    expect(cards).toContain(spaced(five.comes))
    expect(cards).not.toContain(spaced(comes))
    expect(cards).not.toContain(spaced(goes))
    expect((await readSheet(await fetched('2026-11-25'), 1)).length).toBe(3)
    for (const openid of [WORKER, elderAt(1)])
      expect(await cloud.as(openid).refused('booking.downloadCards', { day: '2026-11-23' })).toBe(
        'NOT_ALLOWED',
      )
  })
})

describe('what somebody has to look at', () => {
  test('each with why', async () => {
    const { items } = await flagged()
    const why = new Map(items.map(({ name, flags }) => [name, flags]))
    expect(Object.fromEntries(why)).toEqual({
      '王elder-3': ['unproved'],
      '王elder-4': ['short'],
      '王elder-5': ['unproved'],
      '王elder-8': ['overlapping'],
      '王elder-9': ['overlapping'],
    })
  })

  test('a spot check settles it, and the latest counts', async () => {
    const [third, fifth] = [visitOf(3), visitOf(5)]
    const check = (visit: typeof third, result: 'paid' | 'unpaid', tap?: string) =>
      cloud
        .as(STAFF)
        .ok('booking.recordSpotCheck', { ...visit, result, say: '打电话问过本人。' }, tap)
    const tap = newTap()
    const noted = await check(third, 'paid', tap)
    expect(noted).toMatchObject({ pay: 'paid', grade: 'C', check: { result: 'paid' } })
    expect(await check(third, 'paid', tap)).toEqual(noted)
    await check(fifth, 'paid')
    await check(fifth, 'unpaid')
    const { total, open } = await accountFor(STAFF, CARE)
    expect(total.vouchers).toEqual({ paid: 3, unpaid: 1, open: 3 })
    expect(open).toBe(3)
    expect((await flagged()).items.find(({ name }) => name === '王elder-5')?.pay).toBe('unpaid')
  })

  test('not of what nobody accounts for, and by staff alone', async () => {
    const say = { result: 'paid' as const, say: '问过。' }
    const asStaff = (n: number) =>
      cloud.as(STAFF).refused('booking.recordSpotCheck', { ...visitOf(n), ...say })
    expect(await asStaff(6)).toBe('VISIT_STATE')
    expect(await asStaff(7)).toBe('VISIT_STATE')
    const input = { ...visitOf(3), ...say }
    expect(await cloud.as(WORKER).refused('booking.recordSpotCheck', input)).toBe('NOT_ALLOWED')
    expect(await cloud.as('staff-elsewhere').refused('booking.recordSpotCheck', input)).toBe(
      'NOT_FOUND',
    )
  })
})
