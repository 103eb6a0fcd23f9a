import type { Contract } from '../../../types/contract'
import { bookingCare } from '../../../types/contract/booking-care'
import type { CareVisit } from '../../../types/contract/booking-care'
import { sha256 } from '../../shared/digest'
import { refuse } from '../../shared/errors'
import { readPerson } from '../../shared/person-facts'
import { type CommandCall, handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { tapSeen } from '../../shared/taps'
import { together } from '../../shared/together'
import type { BookingDoc, SlotDoc, VisitEnd } from '../booking.docs'
import { findRow } from '../early-row'
import { providersOf } from '../providers.query'
import { presentVisit } from './care.query'
import { noteEnd } from './care.store'
import { prove } from './prove'
import { dayAfter, decideEnd, type End } from './visit.rules'

export const checkIn = handle(bookingCare.checkIn, async (call, input) =>
  shown(await noteVisit(call, 'in', input)),
)

export const checkOut = handle(bookingCare.checkOut, async (call, input) =>
  shown(await noteVisit(call, 'out', input)),
)

/** The visit, and what proves that somebody is there. */
export type Proving = Contract['booking.checkIn']['input']

/** How often a call looks again after another came between. */
const TRIES = 4

/**
 * Notes that somebody came, or went: the row's one conditional update, after what proves it is looked at. Where
 * another call changed the row meanwhile it is looked at anew, and the proof, which is used up, is not.
 */
export async function noteVisit(
  call: CommandCall<'role'>,
  end: End,
  input: Proving,
): Promise<{ row: BookingDoc; slot: SlotDoc | null }> {
  const { actor, tap, now } = call
  const { proof, at: place } = input
  for (let tries = 0; tries < TRIES; tries++) {
    const { row, slot } = await theirs(call, input)
    const seen = tapSeen(row.taps ?? [], tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    if (seen === 'same') return { row, slot }
    const seat = Object.values(slot?.seats ?? {}).find(({ bookingId }) => bookingId === row._id)
    // Given back in the last minute: the row does not know yet.
    if (slot && !seat) return refuse('VISIT_STATE')
    const wrong = decideEnd(row, end, now)
    const refusal = wrong ?? (tries === 0 ? await prove(row, end, proof, tap) : null)
    if (refusal) return refuse(refusal)
    const noted: VisitEnd = {
      at: now,
      proof: proof.kind,
      ...(proof.kind === 'none' ? { reason: proof.reason } : {}),
      by: actor.ref,
      ...(place ? { place: rounded(place) } : {}),
    }
    const homeMark = markOf(row, seat?.home)
    if (await noteEnd(row, end, noted, { tap, homeMark })) {
      const visit = { ...row.visit, [end]: noted }
      return { row: { ...row, visit, day: dayAfter(row.day, end, noted) }, slot }
    }
  }
  return refuse('BUSY')
}

/** The visit, if it is of the caller's community, of that person, and of a provider the caller works for. */
async function theirs(
  { post, actor, now }: CommandCall<'role'>,
  { bookingId, residentId }: Proving,
): Promise<{ row: BookingDoc; slot: SlotDoc | null }> {
  const communityId = communityOf(post)
  const [{ row, slot }, providers] = await together([
    findRow(bookingId, now),
    providersOf(communityId, actor, post),
  ])
  if (row?.communityId !== communityId || row.residentId !== residentId) return refuse('NOT_FOUND')
  if (providers !== 'all' && !providers.has(row.providerId)) return refuse('NOT_YOUR_SERVICE')
  return { row, slot }
}

async function shown({ row, slot }: { row: BookingDoc; slot: SlotDoc | null }): Promise<CareVisit> {
  const { residentId, serviceName, where = 'place', place, startsAt, endsAt } = row
  const seat = Object.values(slot?.seats ?? {}).find(({ bookingId }) => bookingId === row._id)
  const known = seat ?? { bookingId: row._id, at: row.bookedAt }
  // A seat that came from another record has no name of its own.
  const name = known.name ?? (await readPerson(residentId))?.name ?? ''
  return presentVisit(
    { serviceName, where, place, startsAt, endsAt },
    { residentId, seat: { ...known, name }, row },
  )
}

/** Two visits of one home have one mark, by which a worker in two homes at once is told from one with a couple. */
const markOf = ({ communityId }: BookingDoc, home: string | undefined): string | undefined =>
  home === undefined ? undefined : sha256(JSON.stringify([communityId, home])).slice(0, 16)

/** To some ten metres: nearer than that tells nothing more of whether somebody was there. */
const rounded = ({ lat, lng, accuracy }: NonNullable<Proving['at']>) => ({
  lat: Math.round(lat * 10_000) / 10_000,
  lng: Math.round(lng * 10_000) / 10_000,
  accuracy: Math.round(accuracy),
})
