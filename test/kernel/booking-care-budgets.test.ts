import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bookVisit,
  byCode,
  byDigits,
  CARE,
  codeOn,
  digitsOn,
  elderAt,
  grantVouchers,
  residentOf,
  STAFF,
  startCareTown,
  WORKER,
} from '../support/care-town'
import { HOUR, type TestCloud } from '../support/cloud'

/**
 * What home care may cost (budgets.test.ts says how to change a figure). What staff and providers do to somebody is in
 * the audit trail before it is done: one write more, made while the call reads.
 */
const BUDGETS: Record<string, readonly [reads: number, writes: number, sequential: number]> = {
  'booking.saveEntitlement': [4, 2, 3],
  'booking.entitlements': [3, 0, 2],
  'booking.residentEntitlements': [4, 1, 2],
  // The account; the diary; and the key ring with the row of the visit that is next.
  'booking.myCode': [4, 0, 3],
  'booking.visitDigits': [3, 0, 2],
  'booking.listVisits': [4, 1, 2],
  // The account; the row, its slot and the provider; the code is used up; the end is noted.
  'booking.checkIn, by the code': [4, 3, 4],
  'booking.checkOut, by digits': [4, 3, 4],
  // The month in five parts at once.
  'booking.providerAccount': [9, 1, 2],
  'booking.listFlagged': [7, 1, 2],
  'booking.recordSpotCheck': [3, 2, 4],
  // What a file is made of is read while it is noted; then it is written, and given an address.
  'booking.downloadAccount': [10, 3, 5],
  'booking.downloadCards': [4, 3, 5],
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCareTown(4, { latencyMs: 3 })
})
afterAll(() => cloud.close())

const measured: Record<string, [number, number, number]> = {}
async function costs(name: string): Promise<void> {
  const last = (await cloud.calls()).at(-1)
  measured[name] = [last?.reads ?? -1, last?.writes ?? -1, last?.sequential ?? -1]
}

test('no more than stands here', async () => {
  const elder = elderAt(1)
  const residentId = residentOf(elder)
  await grantVouchers(cloud, elder, 4)
  await costs('booking.saveEntitlement')
  const visit = await bookVisit(cloud, elder, 10)
  await cloud.sleep(HOUR)
  const staff = cloud.as(STAFF)
  const worker = cloud.as(WORKER)
  await cloud.as(elder).ok('booking.entitlements', {})
  await costs('booking.entitlements')
  await staff.ok('booking.residentEntitlements', { residentId })
  await costs('booking.residentEntitlements')
  const code = byCode(await codeOn(cloud, elder))
  await costs('booking.myCode')
  const { goes } = await digitsOn(cloud, elder, visit.bookingId)
  await costs('booking.visitDigits')
  await worker.ok('booking.listVisits', {})
  await costs('booking.listVisits')
  await worker.ok('booking.checkIn', { ...visit, proof: code })
  await costs('booking.checkIn, by the code')
  await cloud.sleep(HOUR)
  await worker.ok('booking.checkOut', { ...visit, proof: byDigits(goes) })
  await costs('booking.checkOut, by digits')
  const month = { providerId: CARE, month: '2026-11' }
  await worker.ok('booking.providerAccount', month)
  await costs('booking.providerAccount')
  await staff.ok('booking.listFlagged', month)
  await costs('booking.listFlagged')
  await staff.ok('booking.recordSpotCheck', { ...visit, result: 'paid', say: '问过本人。' })
  await costs('booking.recordSpotCheck')
  await staff.ok('booking.downloadAccount', month)
  await costs('booking.downloadAccount')
  await staff.ok('booking.downloadCards', { day: '2026-11-23' })
  await costs('booking.downloadCards')
  expect(measured).toEqual(BUDGETS)
})
