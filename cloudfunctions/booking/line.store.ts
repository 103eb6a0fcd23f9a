import { LIMITS } from '../../types/contract/limits'
import { _, collection } from '../shared/db'
import { newId } from '../shared/ids'
import type { Tap } from '../shared/taps'
import { MINUTE } from '../shared/time'
import type { LineEntry, Offer, SlotDoc, Waiting } from './booking.docs'
import { closesAt } from './line.rules'

/** Updates of a slot's line. Those of many people at once commute, but for the order of the line itself. */
const slots = collection<SlotDoc>('slots')

/** Taps remembered in a slot: a phone repeats one within minutes, not after a hundred others. */
const TAPS_KEPT = 100

const tapsPush = (tap: Tap) => _.push({ each: [tap], slice: -TAPS_KEPT })

/**
 * Puts somebody at the end of the line, if the slot is open, has no place for them, and they are not in it yet.
 * `place`: only if it is this place in the line, so that the caller knows it without reading again.
 */
export function joinLine(
  slot: SlotDoc,
  waiting: Waiting,
  tap: Tap,
  { place }: { place?: number } = {},
): Promise<boolean> {
  const { residentId } = waiting
  const last = LIMITS.waiting - 1
  return slots.updateOne(
    slot._id,
    {
      state: 'open',
      startsAt: _.gte(tap.at + slot.terms.leadMinutes * MINUTE),
      [`seats.${residentId}`]: _.exists(false),
      'queue.residentId': _.neq(residentId),
      'offers.residentId': _.neq(residentId),
      'lineTaps.tapId': _.neq(tap.tapId),
      [`queue.${last}`]: _.exists(false),
      ...(slot.queue.length > 0 ? { 'queue.0': _.exists(true) } : { left: _.lt(1) }),
      ...(place === undefined ? {} : exactly(place - 1)),
    },
    {
      queue: _.push([waiting]),
      queueAt: _.min(closesAt(slot)),
      lineTaps: tapsPush(tap),
    },
  )
}

/** The line is so long. */
const exactly = (length: number): Record<string, unknown> => ({
  ...(length > 0 ? { [`queue.${length - 1}`]: _.exists(true) } : {}),
  [`queue.${length}`]: _.exists(false),
})

/** Takes somebody out of the line; `tap`: the tap that asked for it. */
export const leaveLine = (slotId: string, residentId: string, tap?: Tap): Promise<boolean> =>
  slots.updateOne(
    slotId,
    { 'queue.residentId': residentId },
    {
      queue: _.pull({ residentId: _.eq(residentId) }),
      ...(tap ? { lineTaps: tapsPush(tap) } : {}),
    },
  )

/** Gives up somebody's offer: the place is free for the next, whose turn the ticker sees to if nobody does before. */
export const declineOffer = (
  slotId: string,
  { id }: Pick<Offer, 'id'>,
  now: number,
  tap?: Tap,
): Promise<boolean> =>
  slots.updateOne(
    slotId,
    { 'offers.id': id },
    {
      offers: _.pull({ id: _.eq(id) }),
      left: _.inc(1),
      queueAt: _.min(now),
      ...(tap ? { lineTaps: tapsPush(tap) } : {}),
    },
  )

/** Another record takes somebody's place in the line, or their offer; false where it has one itself, or a seat. */
export async function passOn(
  { _id, queue, offers }: SlotDoc,
  from: string,
  into: string,
): Promise<boolean> {
  const of = ({ residentId }: Waiting) => residentId === from
  const [list, index] = queue.some(of)
    ? ['queue', queue.findIndex(of)]
    : ['offers', offers.findIndex(of)]
  return slots.updateOne(
    _id,
    {
      [`${list}.${index}.residentId`]: from,
      'queue.residentId': _.neq(into),
      'offers.residentId': _.neq(into),
      [`seats.${into}`]: _.exists(false),
    },
    { [`${list}.${index}.residentId`]: into },
  )
}

const entryOf = (
  kind: LineEntry['kind'],
  id: string,
  { residentId, until }: { residentId: string; until?: number },
  at: number,
): LineEntry => ({
  id: `${id}:${kind}`,
  rev: 1,
  at,
  kind,
  residentId,
  ...(until === undefined ? {} : { until }),
})

/** Offers that are over: their places are free again. All of them, or none. */
export function lapseOffers(
  slotId: string,
  offers: readonly Offer[],
  now: number,
): Promise<boolean> {
  const ids = offers.map(({ id }) => id)
  return slots.updateOne(
    slotId,
    { 'offers.id': _.all(ids) },
    {
      offers: _.pull({ id: _.in(ids) }),
      left: _.inc(offers.length),
      outbox: _.push(
        offers.map(({ id, residentId }) => entryOf('lapsed', id, { residentId }, now)),
      ),
    },
  )
}

/** Those who wait have waited in vain; if the line is as it was read. */
export const endLine = (
  slotId: string,
  waiting: readonly Waiting[],
  now: number,
): Promise<boolean> =>
  slots.updateOne(
    slotId,
    { ...heads(waiting), ...exactly(waiting.length) },
    {
      queue: [],
      outbox: _.push(
        waiting.map(({ residentId, tapId }) => entryOf('unserved', tapId, { residentId }, now)),
      ),
    },
  )

/** Keeps places for the first in the line, if they still are, and as many places are free. */
export function offerPlaces(
  slotId: string,
  waiting: readonly Waiting[],
  { until, now }: { until: number; now: number },
): Promise<boolean> {
  const offers = waiting.map((one): Offer => ({ ...one, id: newId(), offeredAt: now, until }))
  return slots.updateOne(
    slotId,
    { state: 'open', left: _.gte(offers.length), ...heads(waiting) },
    {
      left: _.inc(-offers.length),
      queue: _.pull({ residentId: _.in(offers.map(({ residentId }) => residentId)) }),
      offers: _.push(offers),
      queueAt: _.min(until),
      outbox: _.push(offers.map((offer) => entryOf('offered', offer.id, offer, now))),
    },
  )
}

/** These stand at the head of the line, in this order. */
const heads = (waiting: readonly Waiting[]): Record<string, unknown> =>
  Object.fromEntries(
    waiting.map(({ residentId }, index) => [`queue.${index}.residentId`, residentId]),
  )

/**
 * Says when the line is looked at next, if nothing has come since that must be looked at before: an offer made later
 * runs out later, and somebody who joined waits until the same moment as the others.
 */
export const lookAgain = (
  { _id, queueAt, offers }: Pick<SlotDoc, '_id' | 'queueAt' | 'offers'>,
  at: number | null,
): Promise<boolean> =>
  slots.updateOne(
    _id,
    {
      ...(queueAt === undefined ? {} : { queueAt }),
      [`offers.${offers.length}`]: _.exists(false),
      ...(at === null ? { 'queue.0': _.exists(false) } : {}),
    },
    { queueAt: at ?? _.remove() },
  )

/** Slots whose line is to be looked at by now. */
export const findLinesDue = (now: number, limit: number): Promise<SlotDoc[]> =>
  slots.list({ where: { queueAt: _.lte(now) }, orderBy: [['queueAt', 'asc']], limit })

/** More than anybody may wait for, even where several calls came at once. */
const MOST_WAITS = 50

/** The slots in which somebody waits or has an offer. */
export const findWaits = (residentId: string): Promise<SlotDoc[]> =>
  slots.list({
    anyOf: [{ 'queue.residentId': residentId }, { 'offers.residentId': residentId }],
    limit: MOST_WAITS,
  })

/** A slot, and all for which somebody waits: in one request. */
export async function findSlotAndWaits(
  slotId: string,
  residentId: string,
): Promise<{ slot: SlotDoc | null; waits: SlotDoc[] }> {
  const found = await slots.list({
    anyOf: [{ _id: slotId }, { 'queue.residentId': residentId }],
    limit: MOST_WAITS,
    fields: [
      ...['communityId', 'region', 'serviceId', 'serviceName', 'place', 'startsAt', 'endsAt'],
      ...['state', 'terms', 'left', 'queue', 'offers', 'lineTaps', `seats.${residentId}`],
    ],
  })
  const complete = found.map((slot) => ({ ...slot, seats: slot.seats ?? {} }))
  return {
    slot: complete.find(({ _id }) => _id === slotId) ?? null,
    waits: complete.filter(({ queue }) => queue.some((one) => one.residentId === residentId)),
  }
}
