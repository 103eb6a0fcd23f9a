import { LIMITS } from '../../../types/contract/limits'
import { _, readCollection } from '../../shared/db'
import { listKeyFrom, pageOf } from '../../shared/list-key.rules'
import { readPeople } from '../../shared/person-facts'
import { addDays, momentOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { CareVisit } from '../../../types/contract/booking-care'
import type { BookingDoc, ProviderDoc, ServiceDoc, SlotDoc } from '../booking.docs'
import type { Seat } from '../booking.rules'
import { sealedNotes, withNotes } from '../notes'
import { rowsFrom, withThoseBehind } from '../rows.query'
import type { AccountRow } from './account.rules'
import { monthAfter } from './entitlement.rules'
import { endsOf, MOST_TRIES, stateOfVisit, triedOf } from './visit.rules'

const slots = readCollection<SlotDoc>('slots')
const bookings = readCollection<BookingDoc>('bookings')
const services = readCollection<ServiceDoc>('services')

export const findProvider = (providerId: string): Promise<ProviderDoc | null> =>
  readCollection<ProviderDoc>('providers').find(providerId)

/** Services of a community, paused ones too, as far as entitlements and accounts go by them. */
export const listSubsidised = async (communityId: string): Promise<ServiceDoc[]> =>
  services.list({
    where: { communityId, listKey: _.gt('') },
    orderBy: [['listKey', 'asc']],
    limit: LIMITS.servicePage,
    fields: ['name', 'need', 'terms', 'providerId', 'listKey'],
  })

type HomeSlot = Pick<
  SlotDoc,
  | '_id'
  | 'providerId'
  | 'serviceName'
  | 'where'
  | 'place'
  | 'startsAt'
  | 'endsAt'
  | 'seats'
  | 'listKey'
>

/** A page of a day's slots, with whoever has a seat, and the rows of visits to homes that were found beside it. */
export async function listDaySlots(
  communityId: string,
  day: string,
  after = '',
): Promise<{ items: HomeSlot[]; near: BookingDoc[]; next?: string }> {
  const begins = listKeyFrom(momentOf(day))
  const ends = listKeyFrom(momentOf(addDays(day, 1)))
  const listKey = _.and(_.gt(after > begins ? after : begins), _.lt(ends))
  const [found, near] = await together([
    slots.list({
      where: { communityId, listKey },
      orderBy: [['listKey', 'asc']],
      limit: LIMITS.deskPage + 1,
      fields: [
        ...[
          'providerId',
          'serviceName',
          'where',
          'place',
          'startsAt',
          'endsAt',
          'seats',
          'listKey',
        ],
      ],
    }),
    rowsFrom({ communityId, listKey, where: 'home' }),
  ])
  return { ...pageOf(found, LIMITS.deskPage, (slot) => slot), near }
}

type Shown = Pick<SlotDoc, 'serviceName' | 'where' | 'place' | 'startsAt' | 'endsAt'>

/** One visit as its worker sees it. The seat says who and where; the row, which may follow later, what happened. */
export function presentVisit(
  slot: Shown,
  { residentId, seat, row }: { residentId: string; seat: Seat; row: BookingDoc | undefined },
): CareVisit {
  const { serviceName, where, place, startsAt, endsAt } = slot
  const visit = row?.visit
  const locked = triedOf(visit, visit?.in ? 'out' : 'in') >= MOST_TRIES
  return {
    bookingId: seat.bookingId,
    residentId,
    name: seat.name ?? '',
    ...(seat.home === undefined || where !== 'home' ? {} : { home: seat.home }),
    ...{ serviceName, where, place, startsAt, endsAt },
    state: row ? stateOfVisit(row) : 'ahead',
    ...endsOf(visit),
    ...(locked ? { locked: true as const } : {}),
    ...(row?.subsidy ? { subsidised: true as const } : {}),
  }
}

/** The visits to homes among these slots, with what was said. `near`: the rows found beside them. */
export async function listHomeVisits(
  found: readonly HomeSlot[],
  near: readonly BookingDoc[],
): Promise<CareVisit[]> {
  const seated = found
    .filter(({ where }) => where === 'home')
    .flatMap((slot) =>
      Object.entries(slot.seats)
        .sort(([, a], [, b]) => a.at - b.at)
        .map(([residentId, seat]) => ({ slot, residentId, seat })),
    )
  if (seated.length === 0) return []
  // A seat that came from another record has no name of its own.
  const nameless = seated.filter(({ seat }) => seat.name === undefined || seat.home === undefined)
  const [rows, people] = await together([
    withThoseBehind(
      seated.map(({ seat }) => seat),
      near,
    ),
    nameless.length === 0
      ? Promise.resolve([])
      : readPeople(nameless.map(({ residentId }) => residentId)),
  ])
  const rowOf = new Map(rows.map((row) => [row._id, row]))
  const personOf = new Map(people.map((person) => [person._id, person]))
  const visits = seated.map(({ slot, residentId, seat }) => {
    const person = personOf.get(residentId)
    const home = seat.home ?? person?.homes.find(({ until }) => until === undefined)?.home
    const whole = {
      ...seat,
      name: seat.name ?? person?.name ?? '',
      ...(home === undefined ? {} : { home }),
    }
    return presentVisit(slot, { residentId, seat: whole, row: rowOf.get(seat.bookingId) })
  })
  return withNotes(visits, sealedNotes(rows))
}

/** A request reads at most so many rows. */
const MOST = 1_000
/** A month is read in so many parts at once. */
const PART_DAYS = 7

/** All rows of a provider in a month, by time. */
export async function rowsOfMonth(
  communityId: string,
  providerId: string,
  month: string,
): Promise<AccountRow[]> {
  const end = `${monthAfter(month)}-01`
  const starts: string[] = []
  for (let day = `${month}-01`; day < end; day = addDays(day, PART_DAYS)) starts.push(day)
  const parts = await together(
    starts.map((day, n) => rowsBetween(communityId, providerId, [day, starts[n + 1] ?? end])),
  )
  return parts.flat()
}

/** All rows of a provider from one day up to another, which is not part of it. */
export async function rowsBetween(
  communityId: string,
  providerId: string,
  [from, to]: readonly [string, string],
): Promise<AccountRow[]> {
  const all: AccountRow[] = []
  let after = listKeyFrom(momentOf(from))
  for (;;) {
    const rows = await bookings.list({
      where: {
        communityId,
        providerId,
        listKey: _.and(_.gt(after), _.lt(listKeyFrom(momentOf(to)))),
      },
      orderBy: [['listKey', 'asc']],
      limit: MOST,
      fields: [
        ...['residentId', 'serviceName', 'startsAt', 'endsAt', 'state', 'priceFen', 'subsidy'],
        ...['visit', 'listKey'],
      ],
    })
    all.push(...rows)
    if (rows.length < MOST) return all
    after = rows.at(-1)?.listKey ?? after
  }
}
