import type { Booked } from '../../types/contract/booking'
import type { Claim, EndedClaim } from '../shared/diary.rules'
import { keyRing } from '../shared/keys'
import { log } from '../shared/log'
import { SealUnreadable } from '../shared/seal'
import { aboutOf } from '../shared/sealed-fields'
import { presentClaim } from './booking.rules'

/**
 * What residents say with a booking may be about their health, so it stands in the database sealed, in the
 * claim and in the row alike, and is opened only where it is shown. The key ring is asked for only when there
 * is a note, so that a booking without one needs no keys.
 */
const about = (bookingId: string): string => aboutOf('bookings', bookingId, 'note')

/** What was said with a booking: in words, and in answer to what the service asks. */
export type Said = Pick<Booked, 'note' | 'answers'>

/** As one text, since a claim holds one sealed text. */
export const sealSaid = async (bookingId: string, said: Said): Promise<string> =>
  (await keyRing()).seal(JSON.stringify(said), about(bookingId))

/** What was said, sealed for another booking. */
export async function resealSaid(
  { id, note }: Pick<Claim, 'id' | 'note'>,
  bookingId: string,
): Promise<string | undefined> {
  if (note === undefined) return undefined
  const ring = await keyRing()
  return ring.seal(ring.open(note, about(id)), about(bookingId))
}

/** Ends a call that would have to show a note and has no keys, before it writes anything. */
export async function keysFor({ note }: Pick<Claim, 'note'>): Promise<void> {
  if (note !== undefined) await keyRing()
}

/** Sealed notes by bookingId. Where two sources have one, the later source counts. */
export const sealedNotes = (
  ...sources: (readonly ({ note?: string } & ({ _id: string } | { id: string }))[])[]
): Map<string, string> =>
  new Map(
    sources
      .flat()
      .flatMap((from) =>
        from.note === undefined ? [] : [['id' in from ? from.id : from._id, from.note] as const],
      ),
  )

/** Adds to each item its note, if it has one that opens. */
export async function withNotes<Item extends { bookingId: string }>(
  items: readonly Item[],
  sealed: ReadonlyMap<string, string>,
): Promise<(Item & Said)[]> {
  if (!items.some(({ bookingId }) => sealed.has(bookingId))) return [...items]
  const ring = await keyRing()
  return items.map((item) => {
    const { bookingId } = item
    const note = sealed.get(bookingId)
    if (note === undefined) return item
    try {
      return { ...item, ...(JSON.parse(ring.open(note, about(bookingId))) as Said) }
    } catch (error) {
      if (!(error instanceof SealUnreadable)) throw error
      // One note that was altered, or whose key is gone, must not take the whole list with it.
      log('error', 'note unreadable', { bookingId, problem: error.problem })
      return item
    }
  })
}

/** A claim as a resident sees it, with its note. */
export async function presentNoted(
  claim: Claim | EndedClaim,
  standing: 'held' | 'kept' | 'ended',
  now: number,
): Promise<Booked> {
  const plain = presentClaim(claim, standing, now)
  const [noted] = await withNotes([plain], sealedNotes([claim]))
  return noted ?? plain
}
