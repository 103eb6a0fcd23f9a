import type { Booked, Service, Slot } from '../../types/contract/booking'
import { LIMITS } from '../../types/contract/limits'
import { _, readCollection } from '../shared/db'
import type { Diary } from '../shared/diary.rules'
import { emptyDiary } from '../shared/diary.rules'
import { together } from '../shared/together'
import type { BookingDoc, ServiceDoc, SlotDoc } from './booking.docs'
import { presentSlot } from './booking.rules'
import { pageOfMine, ROWS_FOR_A_PAGE } from './my-bookings.rules'

const services = readCollection<ServiceDoc>('services')
const slots = readCollection<SlotDoc>('slots')
const bookings = readCollection<BookingDoc>('bookings')
const diaries = readCollection<Diary>('diaries')

/** Where the caller lives and who they are: what every read here is scoped by. */
export interface Viewer {
  communityId: string
  residentId: string
}

/** The service, if the viewer's community offers it; ends the call with NOT_FOUND otherwise. */
export async function findService(viewer: Viewer, serviceId: string): Promise<ServiceDoc | null> {
  const service = await services.find(serviceId)
  return service?.communityId === viewer.communityId ? service : null
}

/** The services of the viewer's community, in staff's order, from after a place in that order. */
export async function listServices(
  viewer: Viewer,
  { after = -1, limit }: { after?: number; limit: number },
): Promise<{ items: Service[]; next?: string }> {
  const found = await services.list({
    where: { communityId: viewer.communityId, order: _.gt(after) },
    orderBy: [['order', 'asc']],
    limit: limit + 1,
    fields: [
      'name',
      'category',
      'summary',
      'providerName',
      'place',
      'priceFen',
      'minutes',
      'order',
    ],
  })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(presentService),
    ...(found.length > limit && last ? { next: String(last.order) } : {}),
  }
}

/** A service's slots that start in [from, to), soonest first. Other people's seats are not read. */
export async function listSlots(
  viewer: Viewer,
  serviceId: string,
  { from, to, now }: { from: number; to: number; now: number },
): Promise<{ items: Slot[]; next?: string }> {
  const found = await slots.list({
    where: {
      communityId: viewer.communityId,
      serviceId,
      startsAt: _.and(_.gte(from), _.lt(to)),
    },
    orderBy: [['startsAt', 'asc']],
    limit: LIMITS.slotPage + 1,
    fields: [
      'serviceId',
      'startsAt',
      'endsAt',
      'capacity',
      'left',
      'state',
      `seats.${viewer.residentId}`,
    ],
  })
  const shown = found.slice(0, LIMITS.slotPage)
  const last = shown.at(-1)
  return {
    items: shown.map((slot) =>
      presentSlot({ ...slot, seats: slot.seats ?? {} }, viewer.residentId, now),
    ),
    ...(found.length > LIMITS.slotPage && last ? { next: String(last.startsAt) } : {}),
  }
}

/** One page of the viewer's bookings. */
export async function listMine(
  viewer: Viewer,
  now: number,
  after: string | undefined,
): Promise<{ items: Booked[]; next?: string }> {
  const [diary, rows] = await together([
    diaries.find(viewer.residentId),
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
  return pageOfMine(
    diary ?? emptyDiary(viewer.residentId, viewer.communityId),
    { rows: rows.map((row) => presentRow(row, now)), complete: rows.length < ROWS_FOR_A_PAGE },
    now,
    after,
  )
}

/** What the home screen's booking card shows: the next visits, and the first services of the list. */
export async function forHome(
  viewer: Viewer,
  now: number,
): Promise<{ ahead: Booked[]; services: Service[] }> {
  const [mine, offered] = await together([
    listAhead(viewer, now),
    listServices(viewer, { limit: SERVICES_ON_HOME }),
  ])
  return { ahead: mine, services: offered.items }
}

const SERVICES_ON_HOME = 4
const AHEAD_ON_HOME = 3

async function listAhead(viewer: Viewer, now: number): Promise<Booked[]> {
  const diary = await diaries.find(viewer.residentId)
  if (!diary) return []
  const { items } = pageOfMine(diary, { rows: [], complete: true }, now, undefined)
  return items
    .filter(({ state, endsAt }) => (state === 'booked' || state === 'pending') && endsAt > now)
    .slice(0, AHEAD_ON_HOME)
}

export function presentService(service: ServiceDoc): Service {
  const { _id, name, category, summary, providerName, place, priceFen, minutes } = service
  return { serviceId: _id, name, category, summary, providerName, place, priceFen, minutes }
}

function presentRow(row: BookingDoc, now: number): Booked {
  const { _id, slotId, serviceId, serviceName, place, startsAt, endsAt, note, bookedAt } = row
  const { state, cancelledAt } = row
  return {
    bookingId: _id,
    slotId,
    serviceId,
    serviceName,
    place,
    startsAt,
    endsAt,
    state: state === 'booked' && endsAt <= now ? 'done' : state,
    ...(note ? { note } : {}),
    bookedAt,
    ...(cancelledAt ? { cancelledAt } : {}),
  }
}
