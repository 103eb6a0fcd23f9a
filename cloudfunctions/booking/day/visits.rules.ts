import type { DeskSlot, Visit } from '../../../types/contract/booking-visits'
import type { BookingDoc, SlotDoc } from '../booking.docs'
import type { Seat } from '../booking.rules'
import { absentFrom, lateFrom, undoUntil } from './marks.rules'

/** What the desk needs to know of a slot. */
export type VisitedSlot = Pick<
  SlotDoc,
  | '_id'
  | 'serviceId'
  | 'serviceName'
  | 'place'
  | 'where'
  | 'startsAt'
  | 'endsAt'
  | 'priceFen'
  | 'terms'
  | 'seats'
>

/** What a row adds. */
export type VisitedRow = Pick<
  BookingDoc,
  | '_id'
  | 'state'
  | 'residentId'
  | 'by'
  | 'day'
  | 'visit'
  | 'paid'
  | 'resultAt'
  | 'priceFen'
  | 'subsidy'
>

/** The fields of a row that a visit is shown by, and its note. */
export const ROW_FIELDS = [
  ...['state', 'residentId', 'by', 'day', 'visit', 'paid', 'resultAt', 'priceFen', 'subsidy'],
  ...['note', 'listKey'],
]

/** Seats of people who were erased begin so (moved.store.ts). */
const ERASED = 'erased'

/** Who visits: without a seat where it was given back. */
interface Visitor {
  bookingId: string
  residentId: string
  seat?: Seat | undefined
  row?: VisitedRow | undefined
}

/**
 * A visit as those see it whose work it is. The seat is the truth about who comes, and a row may be behind; but what
 * happened on the day stands in the row alone. `name` where the seat says none.
 */
export function presentVisit(
  slot: VisitedSlot,
  { bookingId, residentId, seat, row }: Visitor,
  name: string,
): Visit {
  const { _id: slotId, serviceId, serviceName, place, where, startsAt, endsAt, terms } = slot
  const late = lateFrom(startsAt, terms)
  return {
    bookingId,
    residentId: residentId.startsWith(`${ERASED}-`) ? ERASED : residentId,
    slotId,
    name: seat?.name ?? name,
    ...(seat?.home === undefined ? {} : { home: seat.home }),
    ...{ serviceId, serviceName, place, where, startsAt, endsAt },
    priceFen: row?.priceFen ?? slot.priceFen,
    absentFrom: absentFrom(startsAt, terms),
    ...(late === undefined ? {} : { lateFrom: late }),
    ...(row ? shownOf(row) : {}),
    ...(seat ? {} : { cancelled: true }),
  }
}

const shownOf = ({ by, day, visit, paid, resultAt, subsidy }: VisitedRow): Partial<Visit> => ({
  ...(subsidy ? { subsidised: true } : {}),
  ...(by ? { by } : {}),
  ...(day ? { mark: day.mark, markedAt: day.markedAt } : {}),
  ...(visit?.in && visit.in.proof !== 'none' ? { proved: true } : {}),
  ...(day && !day.released && !visit?.in ? { undoUntil: undoUntil(day.markedAt) } : {}),
  ...(paid
    ? { paid: { fen: paid.fen, ...(paid.receiptNo ? { receiptNo: paid.receiptNo } : {}) } }
    : {}),
  ...(resultAt === undefined ? {} : { hasResult: true }),
})

/** Everybody who has a seat, slot by slot, by when they booked. `nameOf` gives the names that seats do not say. */
export function visitsOf(
  slots: readonly VisitedSlot[],
  rows: readonly VisitedRow[],
  nameOf: (residentId: string) => string,
): Visit[] {
  const byId = new Map(rows.map((row) => [row._id, row]))
  return slots.flatMap((slot) =>
    Object.entries(slot.seats)
      .sort(([, a], [, b]) => a.at - b.at)
      .map(([residentId, seat]) => {
        const { bookingId } = seat
        const visitor = { bookingId, residentId, seat, row: byId.get(bookingId) }
        return presentVisit(slot, visitor, nameOf(residentId))
      }),
  )
}

/** A slot at a glance. Places kept for somebody who waited are theirs until they are over. */
export function presentDeskSlot(
  slot: VisitedSlot & Pick<SlotDoc, 'capacity' | 'left' | 'queue' | 'offers' | 'state'>,
): DeskSlot {
  const { _id, serviceId, serviceName, place, where, startsAt, endsAt } = slot
  const { capacity, left, state, terms } = slot
  return {
    slotId: _id,
    ...{ serviceId, serviceName, place, where, startsAt, endsAt, capacity, left },
    taken: Object.keys(slot.seats).length,
    waiting: slot.queue.length + slot.offers.length,
    ...(state === 'closed' ? { closed: true } : {}),
    ...(terms.lateMinutes === undefined ? {} : { letsIn: true }),
  }
}
