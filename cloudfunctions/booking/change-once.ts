import type { Booked } from '../../types/contract/booking'
import type { Diary } from '../shared/diary.rules'
import { claimsOfTap, standingOf } from '../shared/diary.rules'
import { refuse } from '../shared/errors'
import { factsOf } from '../shared/person-facts'
import type { PersonRecord } from '../shared/person-record.docs'
import { tapSeen } from '../shared/taps'
import type { SlotDoc } from './booking.docs'
import { type BookingClaim, decideCancel, decideGiveBack } from './booking.rules'
import { findBooking } from './booking.store'
import { asksAge } from './eligible.rules'
import { leave } from './leave'
import { goOnMoving, move, type Moved, type Moving } from './move'
import { keysFor, presentNoted } from './notes'
import { decideTake } from './take.rules'

/** Who changes the time of whose booking, by which tap. */
export type Changing = Omit<Moving, 'diary' | 'old'>

interface Read {
  bookingId: string
  slot: SlotDoc | null
  diary: Diary | null
  person: PersonRecord | null
}

type Once = Promise<Booked | null>

/** Changes the time by somebody's tap; null where another call of the person came between: all is to be read again. */
export async function changeOnce(call: Changing, read: Read): Once {
  const { subject, tap, now } = call
  const { diary } = read
  if (!diary) return refuse('NOT_FOUND')
  if (tapSeen(diary.taps, tap) === 'reused') return refuse('TAP_REUSED')
  const [mine] = claimsOfTap(diary, tap.tapId)
  if (mine && mine.state !== 'held') {
    const left = diary.leaving?.find(({ id }) => id === mine.claim.replaces)
    if (left) await leave(subject.residentId, left, mine.claim, now)
    return presentNoted(mine.claim, mine.state, now)
  }
  const old = await oldClaim(diary, read.bookingId, subject.residentId, now)
  const moving = { ...call, diary, old }
  if (!mine) return answered(await decided(moving, read), now)
  const held = mine.claim as BookingClaim
  await keysFor(held)
  return answered(await goOnMoving(moving, held), now)
}

/** What a move came to, as an answer. */
async function answered(moved: Moved, now: number): Once {
  if (!moved) return null
  if ('claim' in moved) return presentNoted(moved.claim, 'kept', now)
  return moved.refusal && refuse(moved.refusal)
}

/** Moves the booking if it may be; those who give it are held by neither limits nor lead time. */
async function decided(moving: Moving, { slot, person }: Read): Promise<Moved> {
  const { diary, subject, old, now, by, moved } = moving
  const byDesk = by?.kind === 'desk'
  const refusal = moved ? decideGiveBack(old, now) : decideCancel(old, now, { atWork: byDesk })
  if (refusal) return refuse(refusal)
  if (slot?.communityId !== subject.communityId || slot.serviceId !== old.view.serviceId)
    return refuse('NOT_FOUND')
  if (slot._id === old.place) return refuse('SAME_SLOT')
  const facts = await factsOf(person, { withAge: asksAge(slot.terms.who) })
  const useSubsidy = old.view.subsidy !== undefined
  const wanting = { diary, facts, byDesk, useSubsidy, replaced: old, atWork: moved !== undefined }
  const grant = decideTake(slot, wanting, now)
  if (typeof grant === 'string')
    return refuse(grant === 'TOO_MANY_BOOKINGS' ? 'BOOKING_PENDING' : grant)
  const householdId = moved ? old.household?.householdId : facts.householdId
  return move(moving, { slot, grant, householdId })
}

/** The booking as it stands in the diary; ends the call where there is none to change. */
async function oldClaim(
  diary: Diary,
  bookingId: string,
  residentId: string,
  now: number,
): Promise<BookingClaim> {
  const standing = standingOf(diary, bookingId)
  if (standing.state === 'kept') return standing.claim as BookingClaim
  if (standing.state === 'held') return refuse('BOOKING_PENDING')
  if (standing.state === 'ended') return refuse('ALREADY_CANCELLED')
  const row = await findBooking(bookingId)
  if (row?.residentId !== residentId) return refuse('NOT_FOUND')
  if (row.state === 'cancelled') return refuse('ALREADY_CANCELLED')
  return refuse(row.startsAt <= now ? 'BOOKING_PAST' : 'NOT_FOUND')
}
