import type {
  Booked,
  HomeBooking,
  MyWait,
  Service,
  ServiceDetail,
  Slot,
} from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { _, readCollection } from '../shared/db'
import type { Diary } from '../shared/diary.rules'
import { emptyDiary } from '../shared/diary.rules'
import { listKeyFrom, pageOf } from '../shared/list-key.rules'
import { addressesOf } from '../shared/storage'
import { together } from '../shared/together'
import type { BookingDoc, ServiceDoc, SlotDoc } from './booking.docs'
import { presentSlot } from './booking.rules'
import { decideRate } from './day/marks.rules'
import { kindsOf } from './kinds.rules'
import { presentWaits } from './line.rules'
import { bookingsAhead, pageOfMine, ROWS_FOR_A_PAGE } from './my-bookings.rules'
import { sealedNotes, withNotes } from './notes'

const services = readCollection<ServiceDoc>('services')
const slots = readCollection<SlotDoc>('slots')
const bookings = readCollection<BookingDoc>('bookings')
const diaries = readCollection<Diary>('diaries')

/** Where the caller lives and who they are: what every read here is scoped by. */
export interface Viewer {
  communityId: string
  residentId: string
}

/** The service, if the viewer's community offers it; null otherwise. */
export async function findService(viewer: Viewer, serviceId: string): Promise<ServiceDoc | null> {
  const service = await services.find(serviceId)
  return service?.communityId === viewer.communityId ? service : null
}

/** One page of the services of the viewer's community, in staff's order. */
export async function listServices(
  { communityId }: Viewer,
  { after = '', limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Service[]; next?: string }> {
  const found = await services.list({
    where: { communityId, state: 'offered', listKey: _.gt(after) },
    orderBy: [['listKey', 'asc']],
    limit: limit + 1,
    fields: [
      ...['name', 'need', 'category', 'summary', 'providerName', 'where', 'place'],
      ...['priceFen', 'subsidisedFen', 'minutes', 'listKey'],
    ],
  })
  return pageOf(found, limit, presentService)
}

/**
 * One page of a service's slots that start in [from, to), soonest first. Other people's seats are not
 * read.
 */
export async function listSlots(
  { communityId, residentId }: Viewer,
  serviceId: string,
  {
    from,
    to,
    now,
    after = '',
  }: { from: number; to: number; now: number; after?: string | undefined },
): Promise<{ items: Slot[]; next?: string }> {
  const begins = listKeyFrom(from)
  const found = await slots.list({
    where: {
      communityId,
      serviceId,
      listKey: _.and(_.gt(after > begins ? after : begins), _.lt(listKeyFrom(to))),
    },
    orderBy: [['listKey', 'asc']],
    limit: LIMITS.slotPage + 1,
    fields: [
      ...['serviceId', 'startsAt', 'endsAt', 'capacity', 'left', 'state', 'listKey', 'terms'],
      ...['queue', 'offers', 'need'],
      `seats.${residentId}`,
    ],
  })
  return pageOf(found, LIMITS.slotPage, (slot) =>
    presentSlot({ ...slot, seats: slot.seats ?? {} }, residentId, now),
  )
}

/** One page of the viewer's bookings. */
export async function listMine(
  viewer: Viewer,
  now: number,
  after: string | undefined,
): Promise<{ items: Booked[]; waits: MyWait[]; next?: string }> {
  const [diary, waits, rows] = await together([
    diaries.find(viewer.residentId),
    after === undefined ? waitsOf(viewer, now) : Promise.resolve([]),
    bookings.list({
      where: {
        communityId: viewer.communityId,
        residentId: viewer.residentId,
        ...(after === undefined ? {} : { listKey: _.lt(after) }),
      },
      orderBy: [['listKey', 'desc']],
      limit: ROWS_FOR_A_PAGE,
    }),
  ])
  const own = diary ?? emptyDiary(viewer.residentId, viewer.communityId)
  const { items, ...more } = pageOfMine(
    own,
    {
      rows: rows.filter(isHistory).map((row) => presentRow(row, now)),
      complete: rows.length < ROWS_FOR_A_PAGE,
    },
    now,
    after,
  )
  const sealed = sealedNotes(rows, own.ended, own.kept, own.held)
  const marked = markedAs(rows, now)
  return { items: await withNotes(items.map(marked), sealed), waits, ...more }
}

/** How a visit was marked, and whether it was rated, stands in the row alone, whatever the diary has of the booking. */
const markedAs = (rows: readonly BookingDoc[], now: number) => {
  const byId = new Map(rows.map((row) => [row._id, row]))
  return (item: Booked): Booked => {
    const row = byId.get(item.bookingId)
    if (!row) return item
    if (wasAbsent(row)) return { ...item, state: 'absent' }
    const done = row.state === 'booked' && row.day?.mark === 'done'
    const mayRate = !row.rating && decideRate(row, now) === null
    return {
      ...item,
      ...(done ? { state: 'done' } : {}),
      ...(mayRate ? { mayRate: true } : {}),
    }
  }
}

/** Did the person not come, whether their place was given away for it or not? */
export const wasAbsent = ({ state, because, day }: BookingDoc): boolean =>
  day?.mark === 'absent' && (state === 'booked' || because === 'late')

/** What the viewer waits for, soonest first. */
async function waitsOf({ communityId, residentId }: Viewer, now: number): Promise<MyWait[]> {
  const found = await slots.list({
    where: { communityId },
    anyOf: [{ 'queue.residentId': residentId }, { 'offers.residentId': residentId }],
    limit: WAITS,
    fields: [
      ...['serviceId', 'serviceName', 'place', 'startsAt', 'endsAt'],
      ...['queue.residentId', 'offers.residentId', 'offers.until'],
    ],
  })
  const complete = found.map((slot) => ({
    ...slot,
    queue: slot.queue ?? [],
    offers: slot.offers ?? [],
  }))
  return presentWaits(complete, residentId, now)
}

/** More than anybody may wait for. */
const WAITS = 50

const SERVICES_ON_HOME = 3
const AHEAD_ON_HOME = 3
const WAITS_ON_HOME = 3

/** What the home screen's booking card shows: the next visits, without notes, and what the community offers. */
export async function forHome(viewer: Viewer, now: number): Promise<HomeBooking> {
  const [diary, waits, offered] = await together([
    diaries.find(viewer.residentId),
    waitsOf(viewer, now),
    listServices(viewer, { limit: LIMITS.servicePage }),
  ])
  const ahead = diary ? bookingsAhead(diary, now) : []
  return {
    ahead: ahead.slice(0, AHEAD_ON_HOME),
    aheadCount: ahead.length,
    waits: firstOf(waits),
    kinds: kindsOf(offered.items),
    services: offered.items.slice(0, SERVICES_ON_HOME),
  }
}

/** An offer runs out, so it comes first. */
const firstOf = (waits: readonly MyWait[]): MyWait[] =>
  [...waits]
    .sort((a, b) => Number(b.offerUntil !== undefined) - Number(a.offerUntil !== undefined))
    .slice(0, WAITS_ON_HOME)

export function presentService(service: ServiceDoc): Service {
  const { _id, name, need, category, summary, providerName, where, place } = service
  const { priceFen, subsidisedFen, minutes } = service
  return {
    ...{ serviceId: _id, name, need, category, summary, providerName, where, place, priceFen },
    ...(subsidisedFen === undefined ? {} : { subsidisedFen }),
    minutes,
  }
}

/** How long the address of a picture is good, in seconds (DESIGN.md section 3). */
const PICTURE_FOR = 600

/** Addresses of a service's pictures, in their order. */
export async function picturesOf({ pictures }: Pick<ServiceDoc, 'pictures'>): Promise<string[]> {
  if (pictures.length === 0) return []
  const fileIds = pictures.map(({ fileId }) => fileId)
  const addresses = await addressesOf(fileIds, PICTURE_FOR)
  return fileIds.map((id) => addresses.get(id) ?? '')
}

/** All that a service's own screen shows. */
export async function presentDetail(service: ServiceDoc): Promise<ServiceDetail> {
  const { about, bring, prepare, phone, terms } = service
  return {
    ...presentService(service),
    ...{ about, bring, prepare, terms },
    pictures: (await picturesOf(service)).filter((url) => url !== ''),
    ...(phone === undefined ? {} : { phone }),
  }
}

/** What was freed in the moment it was taken never was a booking; what was changed goes on as another. */
const isHistory = ({ because }: BookingDoc): boolean => because !== 'limit' && because !== 'changed'

/** A row as a resident sees it, without its note (notes.ts). */
export function presentRow(row: BookingDoc, now: number): Booked {
  const { _id, slotId, serviceId, serviceName, place, startsAt, endsAt, bookedAt } = row
  const { by, cancelledAt, cancelledBy, where, providerName, priceFen, subsidy, say } = row
  return {
    bookingId: _id,
    slotId,
    serviceId,
    serviceName,
    place,
    startsAt,
    endsAt,
    state: stateOf(row, now),
    bookedAt,
    ...(where === undefined ? {} : { where }),
    ...(providerName === undefined ? {} : { providerName }),
    ...(priceFen === undefined ? {} : { priceFen }),
    ...(subsidy === undefined ? {} : { subsidised: true as const }),
    ...(by ? { by } : {}),
    ...(cancelledAt ? { cancelledAt } : {}),
    ...(cancelledBy ? { cancelledBy } : {}),
    ...(say === undefined ? {} : { say }),
  }
}

function stateOf(row: BookingDoc, now: number): Booked['state'] {
  if (wasAbsent(row)) return 'absent'
  const over = row.endsAt <= now || row.day?.mark === 'done'
  return row.state === 'booked' && over ? 'done' : row.state
}
