import type { DemoCommunity, DemoDocuments, DemoPerson, DemoWorld } from '../shared/demo-world'
import { type Diary, emptyDiary, KEPT_AFTER_END } from '../shared/diary.rules'
import { fingerprint } from '../shared/ids'
import type { KeyRing } from '../shared/seal'
import { aboutOf, joinSealed } from '../shared/sealed-fields'
import { CATEGORY_OF } from '../../types/contract/booking-terms'
import { USUAL_TERMS } from '../../types/contract/usual-terms'
import { addTo } from '../shared/counts.rules'
import { listKeyOf } from '../shared/list-key.rules'
import { addDays, DAY, dayOf, HOUR, MINUTE, momentOf } from '../shared/time'
import type { BookingDoc, PatternDoc, ProviderDoc, ServiceDoc, SlotDoc } from './booking.docs'
import type { RollDoc } from './times/roll.docs'
import { type BookingClaim, bookingIdOf } from './booking.rules'
import { demoVisit, grantDemo, useDemoSubsidy } from './care/care.demo'
import { demoDay, demoFigures } from './day/day.demo'
import { demoSaid } from './day/said.demo'
import { limitsUsed } from './limits.rules'
import { newSlot } from './slot.rules'
import { CALENDAR } from './times/calendar'
import { clockOf, minutesOf, timesOn } from './times/patterns.rules'
import {
  DEMO_NOTES,
  DEMO_PROVIDERS,
  type DemoProvider,
  type DemoService,
  DEMO_SERVICES,
} from './demo-services.text'

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
    office.roll(community)
    for (const provider of DEMO_PROVIDERS) office.settle(community, provider, index === 0)
    for (const service of DEMO_SERVICES) {
      if (service.only && !service.only.includes(index)) continue
      office.offer(community, service)
    }
  }
  return office.documents()
}

class DemoOffice {
  private readonly providers: ProviderDoc[] = []
  private readonly services: ServiceDoc[] = []
  private readonly patterns: PatternDoc[] = []
  private readonly rolls: RollDoc[] = []
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
    grantDemo(this.diaries, world.now)
  }

  documents(): DemoDocuments {
    const { providers, services, patterns, rolls, slots, bookings } = this
    return {
      providers,
      services,
      patterns,
      rolls,
      slots,
      bookings,
      bookingFigures: demoFigures(bookings, this.world.now),
      diaries: [...this.diaries.values()],
    }
  }

  /** The slots reach as far as they would had the community been rolled forward some days ago. */
  roll({ communityId, region }: DemoCommunity): void {
    const day = addDays(this.today, AHEAD - USUAL_TERMS.aheadDays)
    const dueAt = momentOf(addDays(this.today, 1))
    const where = { _id: communityId, communityId, region }
    this.rolls.push({ ...where, day, dueAt, done: '', calendar: CALENDAR })
  }

  /** Those whom a visitor plays work in the first community. */
  settle(
    { communityId, region }: DemoCommunity,
    { id, name, phone, people }: DemoProvider,
    withPeople: boolean,
  ): void {
    this.providers.push({
      _id: `${communityId}-${id}`,
      ...{ communityId, region, name, phone },
      members: withPeople ? people.map((openid) => `a-${openid}`) : [],
      version: 1,
      taps: [],
    })
  }

  offer(community: DemoCommunity, offered: DemoService): void {
    const service = serviceDoc(community, offered, this.services.length)
    this.services.push(service)
    const pattern = patternDoc(service, offered, addDays(this.today, -PAST), this.services.length)
    this.patterns.push(pattern)
    const elders = this.world.people.filter(
      ({ communityId, birthYear, books }) =>
        books !== 'never' &&
        communityId === community.communityId &&
        birthYear <= Number(this.today.slice(0, 4)) - ELDERS_FROM,
    )
    for (let n = -PAST; n <= AHEAD; n++) {
      const day = addDays(this.today, n)
      for (const time of timesOn(day, [pattern], service.minutes)) {
        const slot = newSlot(service, time)
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

  private book(slot: SlotDoc, { residentId, birthDay }: DemoPerson): void {
    const { now, random } = this.world
    const tapId = `demo-${slot._id}`
    const bookedAt = Math.min(
      slot.startsAt - random.int(4, 120) * HOUR,
      now - random.int(1, 48) * HOUR,
    )
    const id = bookingIdOf(slot._id, fingerprint('demo', [slot._id, residentId]))
    const note = this.noteFor(id)
    const diary = this.diaries.get(residentId)
    const limited = limitsUsed(slot, 'person')
    const subsidised = diary && useDemoSubsidy(diary, slot, now)
    const counts = { ...limited.counts, ...subsidised?.use.counts }
    const priceFen = subsidised ? (slot.subsidisedFen ?? slot.priceFen) : slot.priceFen
    const claim: BookingClaim = {
      id,
      kind: 'booking',
      place: slot._id,
      from: slot.startsAt,
      to: slot.endsAt,
      at: bookedAt,
      tapId,
      ...(note ? { note } : {}),
      ...(Object.keys(counts).length > 0 ? { counts } : {}),
      view: {
        serviceId: slot.serviceId,
        serviceName: slot.serviceName,
        place: slot.place,
        where: slot.where,
        providerName: slot.providerName,
        priceFen,
        ...(subsidised ? { subsidy: subsidised.subsidy } : {}),
        cancelUntil: slot.startsAt - slot.terms.cancelMinutes * MINUTE,
        bookedAt,
      },
    }
    const times = this.busy.get(residentId) ?? []
    this.busy.set(residentId, [...times, [slot.startsAt, slot.endsAt]])
    slot.seats[residentId] = { bookingId: claim.id, at: bookedAt }
    slot.left--
    const row = rowOf(slot, claim, residentId)
    const visit = demoVisit(row, now)
    const visited = demoDay({ ...row, ...(visit ? { visit } : {}) }, birthDay, now)
    this.bookings.push(demoSaid(visited, { now, ring: this.ring }))
    if (diary && slot.endsAt > now - KEPT_AFTER_END + DAY) {
      Object.assign(diary, joinSealed(diary, claim.note).change)
      diary.kept.push(claim)
      diary.live++
      diary.counts = addTo(diary.counts, limited.counts)
    }
  }

  /** Some say something with their booking: every few of them. */
  private noteFor(bookingId: string): string | undefined {
    const said = DEMO_NOTES[this.bookings.length % DEMO_NOTES.length]
    if (!said) return undefined
    return this.ring.seal(JSON.stringify({ note: said }), aboutOf('bookings', bookingId, 'note'))
  }
}

function serviceDoc(
  { communityId, region }: DemoCommunity,
  offered: DemoService,
  order: number,
): ServiceDoc {
  const { key, name, need, summary, about, bring, prepare = [], provider } = offered
  const { placeId, place, where = 'place', priceFen, subsidisedFen, minutes } = offered
  const id = `${communityId}-${key}`
  return {
    _id: id,
    ...{ communityId, region, name, need, summary, about, bring, prepare, minutes },
    category: CATEGORY_OF[need],
    pictures: [],
    providerId: `${communityId}-${provider.id}`,
    providerName: provider.name,
    ...{ where, placeId, place, priceFen },
    ...(subsidisedFen === undefined ? {} : { subsidisedFen }),
    terms: { ...USUAL_TERMS, ...offered.terms },
    state: 'offered',
    listKey: listKeyOf(order, id),
    version: 1,
    taps: [],
  }
}

/** A week of the demo: visits that follow one another are one span. */
function patternDoc(
  { _id, communityId, region, placeId, place, minutes }: ServiceDoc,
  { weekdays, times, capacity, buffer = 0 }: DemoService,
  fromDay: string,
  madeAt: number,
): PatternDoc {
  const spans: { from: string; to: string }[] = []
  for (const from of times) {
    const to = clockOf(minutesOf(from) + minutes)
    const last = spans.at(-1)
    if (last && minutesOf(last.to) + buffer === minutesOf(from)) last.to = to
    else spans.push({ from, to })
  }
  return {
    _id: `${_id}-week`,
    ...{ communityId, region, serviceId: _id, placeId, place, capacity, fromDay, madeAt },
    weekdays: [...weekdays],
    spans,
    breaks: [],
    bufferMinutes: buffer,
    travelMinutes: 0,
    holidays: 'asUsual',
    makeUp: 'asUsual',
    version: 1,
    taps: [],
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
  need: slot.need,
  providerId: slot.providerId,
  providerName: slot.providerName,
  place: slot.place,
  where: slot.where,
  startsAt: slot.startsAt,
  endsAt: slot.endsAt,
  priceFen: claim.view.priceFen ?? slot.priceFen,
  ...(claim.view.subsidy ? { subsidy: claim.view.subsidy } : {}),
  state: 'booked',
  ...(claim.note ? { note: claim.note, ...joinSealed({}, claim.note).change } : {}),
  bookedAt: claim.view.bookedAt,
  rev: 1,
  listKey: listKeyOf(slot.startsAt, claim.id),
})
