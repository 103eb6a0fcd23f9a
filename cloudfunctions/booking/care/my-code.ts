import { bookingCare } from '../../../types/contract/booking-care'
import { findDiary } from '../../shared/diary'
import type { Claim } from '../../shared/diary.rules'
import { keyRing } from '../../shared/keys'
import { seedsOf } from '../../shared/rolling-code'
import { handle } from '../../shared/serve'
import { HOUR } from '../../shared/time'
import { together } from '../../shared/together'
import type { BookingClaim } from '../booking.rules'
import { findBooking } from '../booking.store'
import { digitsOfVisit } from './visit-digits'

/** A visit that should be over may still be: whoever comes late still goes. */
const AFTER = HOUR

export const myCode = handle(bookingCare.myCode, async ({ subject, by, now }) => {
  const { residentId } = subject
  const [seeds, diary] = await together([
    // Only the person's own phone shows that they are there.
    by ? Promise.resolve([]) : seedsOf(residentId, now),
    findDiary(residentId),
  ])
  const next = nextAtHome(diary?.kept ?? [], now)
  if (!next) return { seeds }
  const [ring, row] = await together([keyRing(), findBooking(next.id)])
  const { serviceName } = next.view
  const visit = { _id: next.id, serviceName, startsAt: next.from, endsAt: next.to }
  return {
    seeds,
    next: digitsOfVisit(ring, { ...visit, ...(row?.visit ? { visit: row.visit } : {}) }),
  }
})

/** The visit to their home that is under way, or comes next. */
function nextAtHome(kept: readonly Claim[], now: number): BookingClaim | undefined {
  return kept
    .map((claim) => claim as BookingClaim)
    .filter(({ kind, to, view }) => kind === 'booking' && view.where === 'home' && to + AFTER > now)
    .sort((a, b) => a.from - b.from)[0]
}
