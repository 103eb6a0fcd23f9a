import type { Booked } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import type { Diary } from '../shared/diary.rules'
import { listKeyOf } from '../shared/list-key.rules'
import { presentClaim } from './booking.rules'

const keyOf = ({ startsAt, bookingId }: Booked) => listKeyOf(startsAt, bookingId)

/**
 * Rows to read for one page: the page, one more to tell that there is a next, and as many as may be
 * live, since those among the rows are not shown.
 */
export const ROWS_FOR_A_PAGE = LIMITS.bookingPage + 1 + LIMITS.liveBookings

/** A live booking is still to come (or going on): it belongs above the past ones. */
export const isAhead = ({ state, endsAt }: Booked, now: number): boolean =>
  (state === 'booked' || state === 'pending') && endsAt > now

/** The bookings ahead, soonest first, from the diary alone: it is the truth about what is live. */
export function bookingsAhead(diary: Diary, now: number): Booked[] {
  return [
    ...diary.kept.map((claim) => presentClaim(claim, 'kept', now)),
    ...diary.held.map((claim) => presentClaim(claim, 'held', now)),
  ]
    .filter((item) => isAhead(item, now))
    .sort((a, b) => a.startsAt - b.startsAt)
}

/**
 * "My bookings" from two sources. The diary is the truth about what is live, but forgets what is long
 * over; the rows remember everything, but follow some seconds behind. So rows fill in what the diary
 * does not know, and never contradict it.
 *
 * `rows` are those older than `after` (the first page has none), newest first; `complete` when there
 * are no older ones. Otherwise they must be enough to fill a page: `ROWS_FOR_A_PAGE`.
 */
export function pageOfMine(
  diary: Diary,
  { rows, complete }: { rows: readonly Booked[]; complete: boolean },
  now: number,
  after: string | undefined,
): { items: Booked[]; next?: string } {
  const known = new Map<string, Booked>()
  for (const row of rows) if (!isAhead(row, now)) known.set(row.bookingId, row)
  for (const claim of diary.ended) {
    // What was changed goes on as another.
    if (claim.goesOnAs === undefined) known.set(claim.id, presentClaim(claim, 'ended', now))
  }
  for (const claim of diary.kept) known.set(claim.id, presentClaim(claim, 'kept', now))
  for (const claim of diary.held) known.set(claim.id, presentClaim(claim, 'held', now))

  const past = [...known.values()]
    .filter((item) => !isAhead(item, now) && (after === undefined || keyOf(item) < after))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
  const shown = past.slice(0, LIMITS.bookingPage)
  const last = shown.at(-1)
  const more = past.length > shown.length || !complete
  return {
    items: after === undefined ? [...bookingsAhead(diary, now), ...shown] : shown,
    ...(more && last ? { next: keyOf(last) } : {}),
  }
}
