import type { ClosureDoc, ServiceDoc, SlotDoc } from '../booking.docs'
import { slotIdOf } from '../booking.rules'
import { newSlot } from '../slot.rules'
import { overlap, type PlannedTime } from './patterns.rules'

/** A slot ahead as re-planning looks at it. */
export type SlotAhead = Pick<
  SlotDoc,
  | '_id'
  | 'startsAt'
  | 'endsAt'
  | 'capacity'
  | 'left'
  | 'state'
  | 'place'
  | 'placeId'
  | 'serviceVersion'
  | 'patternId'
  | 'paused'
  | 'closureId'
> & { queue: readonly unknown[]; offers: readonly unknown[]; outbox: readonly unknown[] }

/** Nobody has it, waits for it, or has an offer of it; and nothing of it is still to be told. */
export const isFree = ({ left, capacity, queue, offers, outbox }: SlotAhead): boolean =>
  left === capacity && queue.length === 0 && offers.length === 0 && outbox.length === 0

/** The same change for several slots. */
export interface Regroup<To> {
  ids: string[]
  to: To
}

/** What must become of a service's slots ahead, so that they are as its patterns plan them. */
export interface Replan {
  missing: SlotDoc[]
  /** Free ones that no pattern plans any more, by their capacity. */
  gone: Regroup<{ capacity: number }>[]
  /** Of an older version of the service. */
  stale: Regroup<Stale>[]
  /** Those that hold more, or as free ones fewer, than they did. */
  resized: Regroup<{ capacity: number; from: number; free: boolean }>[]
}

interface Stale {
  place: string
  paused: boolean
  closed: boolean
  /** Of free ones that last longer or shorter now: by how much, ms, and their capacity. */
  longer?: { by: number; capacity: number }
}

type Closing = Pick<ClosureDoc, '_id' | 'of' | 'ofId' | 'from' | 'to' | 'state'>

/** The closure that covers a time of a service; the first made where there are several. */
export const closureOver = (
  { startsAt, endsAt, placeId }: Pick<SlotDoc, 'startsAt' | 'endsAt' | 'placeId'>,
  service: Pick<ServiceDoc, '_id' | 'providerId'>,
  closures: readonly Closing[],
): Closing | undefined =>
  closures.find(
    ({ of, ofId, from, to, state }) =>
      state !== 'reopened' &&
      overlap({ startsAt, endsAt }, { startsAt: from, endsAt: to }) &&
      ofId === { service: service._id, provider: service.providerId, place: placeId }[of],
  )

/** The slots of times that are planned, as they begin. */
export function slotsFor(
  service: ServiceDoc,
  planned: readonly PlannedTime[],
  closures: readonly Closing[],
): SlotDoc[] {
  return planned.map((time) => {
    const closureId = closureOver(time, service, closures)?._id
    const place = placeCalled(service, time)
    return newSlot(service, { ...time, place, ...(closureId === undefined ? {} : { closureId }) })
  })
}

/** The service's own place is called as the service says now, whatever it was called when the pattern was made. */
const placeCalled = (
  service: Pick<ServiceDoc, 'placeId' | 'place'>,
  { placeId, place }: Pick<PlannedTime, 'placeId' | 'place'>,
): string => (placeId === service.placeId ? service.place : place)

/**
 * Compares what is planned with what is there. What somebody has, waits for or is offered stays as it is: of such a
 * slot only the capacity grows. What is new does not overlap one that stays though nothing plans it any more.
 */
export function replan(
  service: ServiceDoc,
  planned: readonly PlannedTime[],
  there: readonly SlotAhead[],
  closures: readonly Closing[],
): Replan {
  const byId = new Map(
    planned.map((time) => [slotIdOf(service._id, time.placeId, time.startsAt), time]),
  )
  const known = new Set(there.map(({ _id }) => _id))
  const staying = there.filter((slot) => !byId.has(slot._id) && !isFree(slot))
  const missing = planned.filter(
    (time) =>
      !known.has(slotIdOf(service._id, time.placeId, time.startsAt)) &&
      !staying.some((slot) => slot.placeId === time.placeId && overlap(slot, time)),
  )
  const gone = there.filter((slot) => !byId.has(slot._id) && isFree(slot))
  const left = there.filter((slot) => !gone.includes(slot))
  return {
    missing: slotsFor(service, missing, closures),
    gone: grouped(gone, ({ capacity }) => ({ capacity })),
    stale: grouped(
      left.filter(({ serviceVersion }) => serviceVersion < service.version),
      (slot) => staleOf(service, slot, byId.get(slot._id)),
    ),
    resized: grouped(left, (slot) => resize(slot, byId.get(slot._id))),
  }
}

function staleOf(service: ServiceDoc, slot: SlotAhead, time: PlannedTime | undefined): Stale {
  const by = time && isFree(slot) ? time.endsAt - slot.endsAt : 0
  return {
    place: placeCalled(service, time ?? slot),
    paused: slot.paused === true,
    closed: slot.closureId !== undefined,
    ...(by === 0 ? {} : { longer: { by, capacity: slot.capacity } }),
  }
}

function resize(slot: SlotAhead, time: PlannedTime | undefined) {
  if (!time) return null
  const free = isFree(slot)
  const capacity = free ? time.capacity : Math.max(time.capacity, slot.capacity)
  return capacity === slot.capacity ? null : { capacity, from: slot.capacity, free }
}

/** Slots with the same to be done, together. */
function grouped<To>(
  slots: readonly SlotAhead[],
  of: (slot: SlotAhead) => To | null,
): Regroup<To>[] {
  const groups = new Map<string, Regroup<To>>()
  for (const slot of slots) {
    const to = of(slot)
    if (to === null) continue
    const key = JSON.stringify(to)
    const group = groups.get(key) ?? { ids: [], to }
    group.ids.push(slot._id)
    groups.set(key, group)
  }
  return [...groups.values()]
}
