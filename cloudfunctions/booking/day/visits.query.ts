import type { DeskSlot, Visit } from '../../../types/contract/booking-visits'
import { LIMITS } from '../../../types/contract/limits'
import { _, readCollection } from '../../shared/db'
import { listKeyFrom, pageOf } from '../../shared/list-key.rules'
import { namesOf } from '../../shared/people'
import { addDays, momentOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { BookingDoc, SlotDoc } from '../booking.docs'
import { sealedNotes, withNotes } from '../notes'
import { presentDeskSlot, presentVisit, ROW_FIELDS, visitsOf } from './visits.rules'
import { NOBODY } from './visits.text'

const slots = readCollection<SlotDoc>('slots')
const bookings = readCollection<BookingDoc>('bookings')

/** Whose day it is. */
export interface DayOf {
  communityId: string
  day: string
  /** Those of these providers alone. */
  providers?: readonly string[] | undefined
  serviceId?: string | undefined
}

/** Rows read with a page of slots. */
const MOST_ROWS = 1_000

const SLOT_FIELDS = [
  ...['serviceId', 'serviceName', 'place', 'where', 'startsAt', 'endsAt', 'priceFen', 'terms'],
  ...['seats', 'capacity', 'left', 'queue', 'offers', 'state', 'listKey'],
]

/** A page of a day: its slots, and whoever has a seat in them, by time. */
export async function listVisits(
  { communityId, day, providers, serviceId }: DayOf,
  after = '',
): Promise<{ items: Visit[]; slots: DeskSlot[]; next?: string }> {
  const begins = listKeyFrom(momentOf(day))
  const from = after > begins ? after : begins
  const where = {
    communityId,
    ...(serviceId === undefined ? {} : { serviceId }),
    ...(providers === undefined ? {} : { providerId: _.in([...providers]) }),
    listKey: _.and(_.gt(from), _.lt(listKeyFrom(momentOf(addDays(day, 1))))),
  }
  const [found, near] = await together([
    slots.list({
      where,
      orderBy: [['listKey', 'asc']],
      limit: LIMITS.deskPage + 1,
      fields: SLOT_FIELDS,
    }),
    // A booking's key is its slot's with an ending, so that rows come in the order of their slots.
    bookings.list({ where, orderBy: [['listKey', 'asc']], limit: MOST_ROWS, fields: ROW_FIELDS }),
  ])
  const { items, ...more } = pageOf(found, LIMITS.deskPage, (slot) => slot)
  const rows = await withThoseBehind(items, near)
  return {
    items: await presentAll(items, rows),
    slots: items.map(presentDeskSlot),
    ...more,
  }
}

/** The rows of all seats: where a page has more than one read brings, those behind by their ids. */
async function withThoseBehind(
  items: readonly SlotDoc[],
  near: readonly BookingDoc[],
): Promise<readonly BookingDoc[]> {
  if (near.length < MOST_ROWS) return near
  const known = new Set(near.map(({ _id }) => _id))
  const wanted = items
    .flatMap(({ seats }) => Object.values(seats).map(({ bookingId }) => bookingId))
    .filter((bookingId) => !known.has(bookingId))
  return wanted.length === 0 ? near : [...near, ...(await bookings.findMany(wanted))]
}

async function presentAll(
  items: readonly SlotDoc[],
  rows: readonly BookingDoc[],
): Promise<Visit[]> {
  // Seats say what people are called, but for those that changed hands.
  const nameless = items.flatMap(({ seats }) =>
    Object.entries(seats).flatMap(([id, { name }]) => (name === undefined ? [id] : [])),
  )
  const names = await namesOf(nameless)
  const visits = visitsOf(items, rows, (residentId) => names.get(residentId) ?? NOBODY)
  return withNotes(visits, sealedNotes(rows))
}

/** One visit, with what was said; `row` where there is one yet. */
export async function presentOne(
  slot: SlotDoc,
  { bookingId, residentId, row }: { bookingId: string; residentId: string; row?: BookingDoc },
): Promise<Visit> {
  const found = Object.entries(slot.seats).find(([, one]) => one.bookingId === bookingId)
  const [id, seat] = found ?? [residentId, undefined]
  const name = seat?.name ?? (await namesOf([id])).get(id) ?? NOBODY
  const visit = presentVisit(slot, { bookingId, residentId: id, seat, row }, name)
  const [noted] = await withNotes([visit], sealedNotes(row ? [row] : []))
  return noted ?? visit
}
