import { afterAll, beforeAll, expect, test } from 'vitest'
import { elderAt, grantVouchers, residentOf, STAFF, WORKER } from '../support/care-town'
import { HOUR, MINUTE, type TestCloud } from '../support/cloud'
import { bookCheck, checkSlot, startDayTown } from '../support/day-town'
import { givePhone } from '../support/phones'

/**
 * What a call of the day costs in database requests, by a provider's worker: the budget. Each has read the account, and
 * which companies it works for; whatever shows or changes somebody's by a role is written into the audit trail
 * meanwhile, and changes nothing before that stands. A move is a change of time, the one command above 5. A page of
 * ratings is read once it is known for whom the caller works; all other lists take 2.
 */
const BUDGETS = {
  'booking.listDay': { reads: 4, writes: 1, sequential: 2 },
  'booking.listWeek': { reads: 10, writes: 0, sequential: 2 },
  'booking.viewVisit': { reads: 4, writes: 1, sequential: 2 },
  'booking.revealVisitPhone': { reads: 5, writes: 1, sequential: 3 },
  'booking.checkInAtDesk': { reads: 4, writes: 2, sequential: 3 },
  'booking.undoMark': { reads: 4, writes: 2, sequential: 3 },
  'booking.moveVisit': { reads: 4, writes: 5, sequential: 6 },
  // Also: that somebody was looked for, that it was this one, and that it is one of so many looks.
  'booking.addVisit': { reads: 5, writes: 6, sequential: 7 },
  'booking.cancelVisit': { reads: 4, writes: 3, sequential: 4 },
  'booking.markNoShow': { reads: 4, writes: 2, sequential: 3 },
  'booking.releaseLate': { reads: 5, writes: 3, sequential: 4 },
  'booking.complete': { reads: 4, writes: 2, sequential: 3 },
  'booking.saveResult': { reads: 4, writes: 2, sequential: 3 },
  'booking.readResult': { reads: 4, writes: 1, sequential: 2 },
  'booking.viewResult': { reads: 2, writes: 0, sequential: 2 },
  // One of them is WeChat's check of the words.
  'booking.rate': { reads: 2, writes: 1, sequential: 4 },
  'booking.listRatings': { reads: 3, writes: 0, sequential: 3 },
  'booking.reviewRating': { reads: 2, writes: 1, sequential: 2 },
  'booking.useFigures': { reads: 3, writes: 0, sequential: 2 },
  'booking.exportDay': { reads: 5, writes: 3, sequential: 5 },
}

const found: Record<string, object> = {}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startDayTown(20, { latencyMs: 3 })
})
afterAll(() => cloud.close())

async function cost(name: string, call: () => Promise<unknown>) {
  await call()
  const last = (await cloud.calls()).at(-1)
  const { reads, writes, sequential } = last ?? { reads: -1, writes: -1, sequential: -1 }
  found[name] = { reads, writes, sequential }
}
test('database requests of the day', async () => {
  const worker = cloud.as(WORKER)
  await grantVouchers(cloud, elderAt(1), 2)
  const visits = []
  for (let n = 1; n <= 8; n++) visits.push(await bookCheck(cloud, elderAt(n), 10))
  const [one, two, three, four, five, six] = visits
  if (!one || !two || !three || !four || !five || !six) throw new Error('nobody booked')
  await cloud.advance(MINUTE)
  // Each first call of an instance looks at the keys.
  await worker.ok('booking.viewVisit', one)
  await worker.ok('booking.saveResult', { ...(await come(one)), text: '好' })
  await cost('booking.listDay', () => worker.ok('booking.listDay', {}))
  await cost('booking.listWeek', () => worker.ok('booking.listWeek', {}))
  await cost('booking.viewVisit', () => worker.ok('booking.viewVisit', one))
  await cost('booking.revealVisitPhone', () => worker.ok('booking.revealVisitPhone', one))
  await cost('booking.checkInAtDesk', () => worker.ok('booking.checkInAtDesk', two))
  await cost('booking.undoMark', () => worker.ok('booking.undoMark', two))
  const slotId = checkSlot(15)
  await cost('booking.moveVisit', () =>
    worker.ok('booking.moveVisit', { ...five, slotId, say: '停电' }),
  )
  await givePhone(cloud, residentOf(elderAt(9)), '13800000009')
  const caller = { name: `王${elderAt(9)}`, phoneEnd: '0009' }
  await cost('booking.addVisit', () => worker.ok('booking.addVisit', { slotId, ...caller }))
  await cost('booking.cancelVisit', () => worker.ok('booking.cancelVisit', { ...six, say: '停电' }))
  await cloud.sleep(HOUR + 15 * MINUTE)
  await cost('booking.markNoShow', () => worker.ok('booking.markNoShow', three))
  await cost('booking.releaseLate', () => worker.ok('booking.releaseLate', four))
  await cost('booking.complete', () => worker.ok('booking.complete', { ...two, paidFen: 100 }))
  await cost('booking.saveResult', () => worker.ok('booking.saveResult', { ...two, text: '好' }))
  await cost('booking.readResult', () => worker.ok('booking.readResult', two))
  const elder = cloud.as(elderAt(2))
  const { bookingId } = two
  await elder.ok('booking.viewResult', { bookingId })
  await cost('booking.viewResult', () => elder.ok('booking.viewResult', { bookingId }))
  await cost('booking.rate', () => elder.ok('booking.rate', { bookingId, stars: 5, words: '好' }))
  await cost('booking.listRatings', () => worker.ok('booking.listRatings', {}))
  await cost('booking.reviewRating', () =>
    cloud.as(STAFF).ok('booking.reviewRating', { ratingId: bookingId, verdict: 'allow' }),
  )
  await cost('booking.useFigures', () =>
    worker.ok('booking.useFigures', { fromMonth: '2026-01', toMonth: '2026-12' }),
  )
  await cost('booking.exportDay', () =>
    worker.ok('booking.exportDay', { day: '2026-11-23', as: 'csv' }),
  )
  expect(found).toEqual(BUDGETS)
})

const come = async (which: { bookingId: string; residentId: string }) => {
  await cloud.as(WORKER).ok('booking.checkInAtDesk', which)
  return which
}
