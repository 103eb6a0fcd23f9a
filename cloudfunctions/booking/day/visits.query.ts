import type { DeskSlot, Visit } from '../../../types/contract/booking-visits'
import { LIMITS } from '../../../types/contract/limits'
import { _, readCollection } from '../../shared/db'
import { listKeyFrom, pageOf } from '../../shared/list-key.rules'
import { namesOf } from '../../shared/people'
import { addDays, momentOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { BookingDoc, SlotDoc } from '../booking.docs'
import { sealedNotes, withNotes } from '../notes'
import { rowsFrom, withThoseBehind } from '../rows.query'
import { type Narrowed, seen } from './narrowed'
import { presentDeskSlot, presentVisit, ROW_FIELDS, visitsOf } from './visits.rules'
import { NOBODY } from './visits.text'

const slots = readCollection<SlotDoc>('slots')

/** Whose day it is. */
export interface DayOf extends Narrowed {
  communityId: string
  day: string
}

const SLOT_FIELDS = [
  ...[
    'serviceId',
    'serviceName',
    'providerId',
    'place',
    'where',
    'startsAt',
    'endsAt',
    'priceFen',
    'terms',
  ],
  ...['seats', 'capacity', 'left', 'queue', 'offers', 'state', 'listKey'],
]

/** A page of a day's slots, and the rows that were found beside it. */
interface ReadPage {
  slots: SlotDoc[]
  near: BookingDoc[]
  next?: string
}

interface Page {
  items: Visit[]
  slots: DeskSlot[]
  next?: string
}

/** A page of a day: its slots, and whoever has a seat in them, by time. */
export const listVisits = async (of: DayOf, after?: string): Promise<Page> =>
  present(await readPage(of, after))

/**
 * The same, of what the caller may see of it, which is found out meanwhile. A day that goes on behind the page is read
 * again for them alone, so that what they may not see takes no room on it.
 */
export async function listVisitsSeen(
  of: DayOf,
  after: string | undefined,
  narrowed: Promise<Narrowed>,
): Promise<Page> {
  const [own, read] = await together([narrowed, readPage(of, after)])
  const slots = seen(own, read.slots)
  if (slots.length < read.slots.length && read.next !== undefined)
    return listVisits({ ...of, ...own }, after)
  return present({ ...read, slots })
}

async function readPage(
  { communityId, day, providers, serviceId }: DayOf,
  after = '',
): Promise<ReadPage> {
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
    rowsFrom(where, ROW_FIELDS),
  ])
  const { items, ...more } = pageOf(found, LIMITS.deskPage, (slot) => slot)
  return { slots: items, near, ...more }
}

async function present({ slots: items, near, ...more }: ReadPage): Promise<Page> {
  const seats = items.flatMap((slot) => Object.values(slot.seats))
  const rows = await withThoseBehind(seats, near)
  return {
    items: await presentAll(items, rows),
    slots: items.map(presentDeskSlot),
    ...more,
  }
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
