import { refuse } from '../../shared/errors'
import type { Account, Post } from '../../shared/actor'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import type { BookingDoc, SlotDoc } from '../booking.docs'
import { findRow } from '../early-row'
import { providersOf } from '../providers.query'

/** Who asks, by a role. */
export interface Worker {
  actor: Account
  post: Post
  now: number
}

/** Which visit, and whose. */
export interface Which {
  bookingId: string
  residentId: string
}

export interface Found {
  slot: SlotDoc
  row: BookingDoc
}

type Allowed = Awaited<ReturnType<typeof providersOf>>

/** Ends the call unless the caller works on this service. */
export function holdToProvider(allowed: Allowed, providerId: string): void {
  if (allowed !== 'all' && !allowed.has(providerId)) refuse('NOT_YOUR_SERVICE')
}

/**
 * A visit on which the caller works, with its row, which is written at once where the ticker has not been yet.
 * Refuses NOT_FOUND, also where the visit is another's than `residentId`, and NOT_YOUR_SERVICE.
 */
export async function loadVisit(
  { actor, post, now }: Worker,
  { bookingId, residentId }: Which,
): Promise<Found> {
  const communityId = communityOf(post)
  const [{ row, slot }, allowed] = await together([
    findRow(bookingId, now),
    providersOf(communityId, actor, post),
  ])
  if (slot?.communityId !== communityId) return refuse('NOT_FOUND')
  holdToProvider(allowed, slot.providerId)
  return row?.residentId === residentId ? { slot, row } : refuse('NOT_FOUND')
}
