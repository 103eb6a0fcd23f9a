import { _, collection } from '../../shared/db'
import type { Diary, Entitlement } from '../../shared/diary.rules'
import { type Tap, TAPS_KEPT } from '../../shared/taps'
import { DAY } from '../../shared/time'
import type { BookingDoc, VisitEnd, VisitFacts } from '../booking.docs'
import { dayAfter, type End, MOST_TRIES } from './visit.rules'

const bookings = collection<BookingDoc>('bookings')
const diaries = collection<Diary>('diaries')

const withTap = (tap: Tap) => ({ taps: _.push({ each: [tap], slice: -TAPS_KEPT }) })
const newTap = (tap: Tap) => ({ 'taps.tapId': _.neq(tap.tapId) })

/** Where a phone was is kept so long: until the quarter's account is settled and objections to it are over. */
const PLACE_KEPT = 180 * DAY

/**
 * Notes one end of a visit, and marks it by that (day/), if neither has changed since the row was read; false when it
 * has.
 */
export function noteEnd(
  row: Pick<BookingDoc, '_id' | 'day'>,
  end: End,
  noted: VisitEnd,
  { tap, homeMark }: { tap: Tap; homeMark?: string | undefined },
): Promise<boolean> {
  const { day } = row
  return bookings.updateOne(
    row._id,
    {
      state: 'booked',
      'visit.in': _.exists(end === 'out'),
      'visit.out': _.exists(false),
      'day.mark': day?.mark ?? _.exists(false),
      ...newTap(tap),
    },
    {
      [`visit.${end}`]: noted,
      ...(homeMark === undefined ? {} : { 'visit.homeMark': homeMark }),
      ...(noted.place ? { 'visit.placeUntil': noted.at + PLACE_KEPT } : {}),
      ...{ day: dayAfter(day, end, noted), figuresAt: noted.at },
      // Nobody is reminded of a visit that has begun.
      ...{ remindAt: _.remove(), remind: _.remove() },
      ...withTap(tap),
    },
  )
}

/** Counts a try of digits before they are looked at; false when there were too many. */
export function countTry(bookingId: string, end: End): Promise<boolean> {
  const tried = end === 'in' ? 'visit.triedIn' : 'visit.triedOut'
  return bookings.updateOne(bookingId, { [tried]: _.not(_.gte(MOST_TRIES)) }, { [tried]: _.inc(1) })
}

/** Notes what came out when staff asked about a visit. */
export const noteCheck = (
  bookingId: string,
  check: NonNullable<VisitFacts['check']>,
  tap: Tap,
): Promise<boolean> =>
  bookings.updateOne(
    bookingId,
    { state: 'booked', ...newTap(tap) },
    { 'visit.check': check, ...withTap(tap) },
  )

/** Replaces a person's entitlements, if they are still as they were read. */
export const replaceEntitlements = (
  diary: Diary,
  next: readonly Entitlement[],
  tap: Tap,
): Promise<boolean> =>
  diaries.updateOne(
    diary._id,
    {
      ...asRead(diary.entitlements ?? []),
      goesTo: _.exists(false),
      ...newTap(tap),
    },
    { entitlements: [...next], ...withTap(tap) },
  )

/** Each of them stands where it stood, and there is none more. */
function asRead(all: readonly Entitlement[]): Record<string, unknown> {
  const conditions: Record<string, unknown> = { [`entitlements.${all.length}`]: _.exists(false) }
  for (const [n, { id, perMonth, fromDay, untilDay }] of all.entries()) {
    for (const [field, value] of Object.entries({ id, perMonth, fromDay, untilDay }))
      conditions[`entitlements.${n}.${field}`] = value
  }
  return conditions
}

/** Places at a time. */
const BATCH = 200

/** Forgets where phones were once it is of no use any more. Safe to repeat; some in each run. */
export async function forgetPlaces(now: number): Promise<number> {
  const old = await bookings.list({
    where: { 'visit.placeUntil': _.lt(now) },
    orderBy: [['visit.placeUntil', 'asc']],
    limit: BATCH,
    fields: ['_id'],
  })
  if (old.length === 0) return 0
  return bookings.updateMany(
    old.map(({ _id }) => _id),
    { 'visit.placeUntil': _.lt(now) },
    {
      'visit.in.place': _.remove(),
      'visit.out.place': _.remove(),
      'visit.placeUntil': _.remove(),
    },
  )
}
