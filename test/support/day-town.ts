import { newSlot } from '../../cloudfunctions/booking/slot.rules'
import { slotIdOf } from '../../cloudfunctions/booking/booking.rules'
import { newAccount } from '../../cloudfunctions/shared/actor'
import { addCareTown, CARE, CARE_PLACE, elderAt, residentOf } from './care-town'
import { DAY, HOUR, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from './cloud'
import { addDocs } from './database'
import { smallService } from './services'

/** Hours with three places. */
const SMALL = new Set([12, 14])

/** Acts for the second elder, in everything. */
export const SON = 'son'

/** The hours that begin so many days after Monday. */
export const checkSlot = (hour: number, days = 0): string =>
  slotIdOf('check', 'room', MONDAY_9 + days * DAY + (hour - 9) * HOUR)

/**
 * The care town (care-town.ts), and a service at a place of the same company: health checks, one an hour from ten to
 * seven, on `days`, with `capacity` places, or three; who is ten minutes late loses the place, and not coming counts.
 */
export async function startDayTown(
  elders: number,
  { days = [0, 1], latencyMs = 0, capacity = 30 } = {},
): Promise<TestCloud> {
  const cloud = await startTestCloud({ seed: 'none', latencyMs })
  await addCareTown(cloud, elders)
  await addDocs(cloud, 'accounts', [
    {
      ...newAccount(SON, `a-${SON}`, SON),
      grants: [
        {
          ...{ grantId: 'g-son', residentId: residentOf(elderAt(2)), ...CARE_PLACE },
          ...{ name: '爸爸', home: '1号楼2室', relation: 'son', scope: 'everything', since: 1 },
        },
      ],
    },
  ])
  const check = smallService(CARE_PLACE, {
    ...{ _id: 'check', name: '体检', providerId: CARE, providerName: '康宁', priceFen: 3_000 },
    ...{ bring: ['身份证'], prepare: ['早上空腹'] },
    terms: { lateMinutes: 10, strikes: true },
  })
  await addDocs(cloud, 'services', [check])
  await addDocs(
    cloud,
    'slots',
    days.flatMap((day) =>
      Array.from({ length: 10 }, (_, n) => {
        const startsAt = MONDAY_9 + day * DAY + (n + 1) * HOUR
        return newSlot(check, {
          ...{ startsAt, endsAt: startsAt + 60 * MINUTE },
          capacity: SMALL.has(n + 10) ? 3 : capacity,
        })
      }),
    ),
  )
  return cloud
}

/** An elder's visit to the health check. */
export async function bookCheck(
  cloud: TestCloud,
  openid: string,
  hour: number,
  { days = 0, note }: { days?: number; note?: string } = {},
): Promise<{ bookingId: string; residentId: string }> {
  const input = { slotId: checkSlot(hour, days), ...(note === undefined ? {} : { note }) }
  const { bookingId } = await cloud.as(openid).ok('booking.reserve', input)
  return { bookingId, residentId: residentOf(openid) }
}
