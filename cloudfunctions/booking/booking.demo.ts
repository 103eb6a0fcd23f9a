import type { DemoCommunity, DemoDocuments, DemoPerson, DemoWorld } from '../shared/demo-world'
import { type Diary, emptyDiary, KEPT_AFTER_END } from '../shared/diary.rules'
import { fingerprint } from '../shared/ids'
import type { KeyRing } from '../shared/seal'
import { aboutOf, joinSealed } from '../shared/sealed-fields'
import { listKeyOf } from '../shared/list-key.rules'
import { addDays, DAY, dayOf, HOUR, MINUTE, momentOf, weekdayOf } from '../shared/time'
import type { BookingDoc, ServiceDoc, SlotDoc } from './booking.docs'
import { type BookingClaim, bookingIdOf } from './booking.rules'
import { DEMO_NOTES, type DemoService, DEMO_SERVICES } from './demo-services.text'

/** How far the demo's calendar reaches, in days. */
const PAST = 60
const AHEAD = 28

/** Those who book in the demo are this old at least. */
const ELDERS_FROM = 60

/**
 * Services and slots of every community for the coming weeks, and the bookings of the past 60 days.
 * Nobody is in two places; every seat has its claim or its row. Those a visitor plays have no visits
 * ahead, so that a visitor (and a test) begins with a free calendar.
 */
export function demoBookings(world: DemoWorld, ring: KeyRing): DemoDocuments {
  const office = new DemoOffice(world, ring)
  for (const [index, community] of world.communities.entries()) {
    for (const service of DEMO_SERVICES) {
      if (service.only && !service.only.includes(index)) continue
      office.offer(community, service)
    }
  }
  return office.documents()
}

class DemoOffice {
  private readonly services: ServiceDoc[] = []
  private readonly slots: SlotDoc[] = []
  private readonly bookings: BookingDoc[] = []
  private readonly diaries: Map<string, Diary>
  private readonly busy = new Map<string, [from: number, to: number][]>()
  private readonly visits = new Set<string>()
  private readonly today: string

  constructor(
    private readonly world: DemoWorld,
    private readonly ring: KeyRing,
  ) {
    this.today = dayOf(world.now)
    this.diaries = new Map(
      world.people.map(({ residentId, communityId }) => [
        residentId,
        emptyDiary(residentId, communityId),
      ]),
    )
  }

  documents(): DemoDocuments {
    const { services, slots, bookings } = this
    return { services, slots, bookings, diaries: [...this.diaries.values()] }
  }

  offer(community: DemoCommunity, offered: DemoService): void {
    const service = serviceDoc(community, offered, this.services.length)
    this.services.push(service)
    const elders = this.world.people.filter(
      ({ communityId, birthYear, books }) =>
        books !== 'never' &&
        communityId === community.communityId &&
        birthYear <= Number(this.today.slice(0, 4)) - ELDERS_FROM,
    )
    for (let n = -PAST; n <= AHEAD; n++) {
      const day = addDays(this.today, n)
      if (!offered.weekdays.includes(weekdayOf(day))) continue
      for (const time of offered.times) {
        const slot = slotDoc(service, offered, day, time)
        this.slots.push(slot)
        this.fill(slot, elders, offered)
      }
    }
  }

  private fill(slot: SlotDoc, elders: readonly DemoPerson[], { demand, once }: DemoService): void {
    const { now, random } = this.world
    const past = slot.startsAt <= now
    const usual = past && demand === 0 ? 0.2 : demand
    const wanted = Math.round(slot.capacity * usual * (0.4 + random.next() * 1.2))
    for (let n = 0; n < Math.min(wanted, slot.capacity); n++) {
      const person = random.pick(elders)
      if ((person.books === 'past' && !past) || !this.isFree(person, slot)) continue
      const visit = `${person.residentId} ${slot.serviceId}`
      if (once && this.visits.has(visit)) continue
      this.visits.add(visit)
      this.book(slot, person)
    }
  }

  private isFree({ residentId }: DemoPerson, { startsAt, endsAt }: SlotDoc): boolean {
    const times = this.busy.get(residentId) ?? []
    return !times.some(([from, to]) => from < endsAt && to > startsAt)
  }

  private book(slot: SlotDoc, { residentId }: DemoPerson): void {
    const { now, random } = this.world
    const tapId = `demo-${slot._id}`
    const bookedAt = Math.min(
      slot.startsAt - random.int(4, 120) * HOUR,
      now - random.int(1, 48) * HOUR,
    )
    const id = bookingIdOf(slot._id, fingerprint('demo', [slot._id, residentId]))
    const note = this.noteFor(id)
    const claim: BookingClaim = {
      id,
      kind: 'booking',
      place: slot._id,
      from: slot.startsAt,
      to: slot.endsAt,
      at: bookedAt,
      tapId,
      ...(note ? { note } : {}),
      view: {
        serviceId: slot.serviceId,
        serviceName: slot.serviceName,
        place: slot.place,
        bookedAt,
      },
    }
    const times = this.busy.get(residentId) ?? []
    this.busy.set(residentId, [...times, [slot.startsAt, slot.endsAt]])
    slot.seats[residentId] = { bookingId: claim.id, at: bookedAt }
    slot.left--
    this.bookings.push(rowOf(slot, claim, residentId))
    const diary = this.diaries.get(residentId)
    if (diary && slot.endsAt > now - KEPT_AFTER_END + DAY) {
      Object.assign(diary, joinSealed(diary, claim.note).change)
      diary.kept.push(claim)
      diary.live++
    }
  }

  /** Some say something with their booking: every few of them. */
  private noteFor(bookingId: string): string | undefined {
    const said = DEMO_NOTES[this.bookings.length % DEMO_NOTES.length]
    return said ? this.ring.seal(said, aboutOf('bookings', bookingId, 'note')) : undefined
  }
}

function serviceDoc(
  { communityId, region }: DemoCommunity,
  offered: DemoService,
  order: number,
): ServiceDoc {
  const { key, name, category, summary, about, bring, provider, place, priceFen, minutes } = offered
  return {
    _id: `${communityId}-${key}`,
    communityId,
    region,
    name,
    category,
    summary,
    about,
    bring,
    providerId: `${communityId}-${provider.id}`,
    providerName: provider.name,
    place,
    priceFen,
    minutes,
    listKey: listKeyOf(order, `${communityId}-${key}`),
  }
}

function slotDoc(
  { _id: serviceId, communityId, region, providerId, name, place }: ServiceDoc,
  { capacity, minutes }: DemoService,
  day: string,
  time: string,
): SlotDoc {
  const startsAt = momentOf(day, time)
  const slotId = `${serviceId}-${day.replaceAll('-', '')}-${time.replace(':', '')}`
  return {
    _id: slotId,
    communityId,
    region,
    serviceId,
    providerId,
    serviceName: name,
    place,
    listKey: listKeyOf(startsAt, slotId),
    startsAt,
    endsAt: startsAt + minutes * MINUTE,
    capacity,
    left: capacity,
    state: 'open',
    seats: {},
    outbox: [],
  }
}

const rowOf = (slot: SlotDoc, claim: BookingClaim, residentId: string): BookingDoc => ({
  _id: claim.id,
  communityId: slot.communityId,
  region: slot.region,
  residentId,
  slotId: slot._id,
  serviceId: slot.serviceId,
  serviceName: slot.serviceName,
  place: slot.place,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
  state: 'booked',
  ...(claim.note ? { note: claim.note, ...joinSealed({}, claim.note).change } : {}),
  bookedAt: claim.view.bookedAt,
  rev: 1,
  listKey: listKeyOf(slot.startsAt, claim.id),
})
