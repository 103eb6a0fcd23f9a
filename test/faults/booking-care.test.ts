import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDoc } from '../../cloudfunctions/booking/booking.docs'
import {
  bookVisit,
  byCode,
  byDigits,
  CARE,
  codeOn,
  digitsOn,
  elderAt,
  grantVouchers,
  STAFF,
  startCareTown,
  WORKER,
} from '../support/care-town'
import { HOUR, type Fault, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import { eachAction, MODES } from '../support/each-action'

/** Every action of a command of home care fails, or dies, in turn: the same tap again ends as if nothing had. */

let cloud: TestCloud
let next = 0
beforeAll(async () => {
  cloud = await startCareTown(90)
})
afterAll(() => cloud.close())

const someone = () => elderAt(++next)

const rowOf = async (bookingId: string) =>
  (await allOf<BookingDoc>(cloud, 'bookings')).find(({ _id }) => _id === bookingId)

describe.each(MODES)('when an action ends in %s', (mode: Fault['mode']) => {
  test('somebody has come by the code all the same, and once', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.checkIn',
      WORKER,
      async () => {
        const elder = someone()
        const visit = await bookVisit(cloud, elder, 10, { useSubsidy: false })
        return { ...visit, proof: byCode(await codeOn(cloud, elder)) }
      },
      async (input, tap) => {
        const row = await rowOf((input as { bookingId: string }).bookingId)
        expect(row?.visit?.in?.proof).toBe('code')
        expect(row?.taps?.filter(({ tapId }) => tapId === tap).length).toBe(1)
      },
    )
  })

  test('and has gone by digits', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.checkOut',
      WORKER,
      async () => {
        const elder = someone()
        const visit = await bookVisit(cloud, elder, 10, { useSubsidy: false })
        const { comes, goes } = await digitsOn(cloud, elder, visit.bookingId)
        await cloud.as(WORKER).ok('booking.checkIn', { ...visit, proof: byDigits(comes) })
        return { ...visit, proof: byDigits(goes) }
      },
      async (input) => {
        const row = await rowOf((input as { bookingId: string }).bookingId)
        expect(row?.visit?.out?.proof).toBe('digits')
        // What was tried and failed is counted; there is room for it.
        expect(row?.visit?.triedOut).toBeLessThanOrEqual(3)
      },
    )
  })

  test('an entitlement is given once', async () => {
    await eachAction(
      cloud,
      mode,
      'booking.saveEntitlement',
      STAFF,
      async () =>
        Promise.resolve({
          residentId: `r-${someone()}`,
          need: 'bathing',
          unit: 'voucher',
          perMonth: 3,
          fromDay: '2026-11-01',
          untilDay: '2027-10-31',
        }),
      async (input) => {
        const { residentId } = input as { residentId: string }
        const shown = await cloud.as(STAFF).ok('booking.residentEntitlements', { residentId })
        expect(shown.items.length).toBe(1)
      },
    )
  })
})

test('a spot check whose every action fails once is noted, and the account has it', async () => {
  const elders = Array.from({ length: 18 }, someone)
  const visits: { bookingId: string; residentId: string }[] = []
  for (const elder of elders) {
    await grantVouchers(cloud, elder, 1)
    visits.push(await bookVisit(cloud, elder, 11))
  }
  await cloud.sleep(4 * HOUR)
  let checked = 0
  for (const mode of MODES) {
    await eachAction(
      cloud,
      mode,
      'booking.recordSpotCheck',
      STAFF,
      async () => Promise.resolve({ ...visits.pop(), result: 'unpaid', say: '没有来。' }),
      async (input) => {
        const row = await rowOf((input as { bookingId: string }).bookingId)
        expect(row?.visit?.check?.result).toBe('unpaid')
        checked++
      },
    )
    // The one that ended the round met no fault.
    checked++
  }
  const { total } = await cloud
    .as(STAFF)
    .ok('booking.providerAccount', { providerId: CARE, month: '2026-11' })
  expect(total.visits).toBe(elders.length)
  expect(total.vouchers).toEqual({ paid: 0, unpaid: checked, open: elders.length - checked })
})
