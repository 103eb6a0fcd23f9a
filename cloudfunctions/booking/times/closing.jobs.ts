import { readDiaries } from '../../shared/diary'
import { type Diary, HELD_TOO_LONG, standingOf } from '../../shared/diary.rules'
import { _ } from '../../shared/db'
import { describeError, log } from '../../shared/log'
import { DAY } from '../../shared/time'
import type { ClosureDoc, SlotDoc } from '../booking.docs'
import { type BookingClaim, laterSlotId, type Seat } from '../booking.rules'
import { findSlot, giveSeatBack } from '../booking.store'
import { moveOn } from '../line'
import { sameTimeOn } from './closing.rules'
import { coveredBy } from './covered'
import { moveBooking } from './move-booking'
import { changeClosure, listBehindClosures } from './closures.store'
import { closeSlots, openSlots } from './times.store'

/**
 * What closing a day leaves to be done: nothing of it can be booked, who had booked is moved or loses the place, and
 * nobody waits for it any more. Each seat is one step that is safe to repeat; whoever is told of it is told from the
 * slots' outboxes (deliver.ts). Answers how many closures were done.
 */
export async function carryOutClosures(now: number, until: number): Promise<number> {
  let done = 0
  for (const closure of await listBehindClosures(now)) {
    if (Date.now() > until) break
    try {
      const rests =
        closure.state === 'reopened' ? await reopen(closure) : await close(closure, now, until)
      if (rests && (await settle(closure, now))) done++
    } catch (error) {
      log('error', 'closure not carried out', { closureId: closure._id, ...describeError(error) })
    }
  }
  return done
}

/** A call that began before the closure may still be under way for so long; a day that is over concerns nobody. */
async function settle({ _id, state, at, to }: ClosureDoc, now: number): Promise<boolean> {
  if (at > now - HELD_TOO_LONG && to > now) return false
  const next = state === 'closing' ? 'closed' : state
  return changeClosure(_id, { state }, { state: next, behind: _.remove() })
}

async function reopen(closure: ClosureDoc): Promise<boolean> {
  const slots = await coveredBy(closure)
  const theirs = slots.filter(({ closureId }) => closureId === closure._id)
  await openSlots(
    theirs.map(({ _id }) => _id),
    closure._id,
  )
  return true
}

/** Answers whether nobody has a place in what it covers any more. */
async function close(closure: ClosureDoc, now: number, until: number): Promise<boolean> {
  const slots = (await coveredBy(closure)).filter(({ startsAt }) => startsAt > closure.at)
  const open = slots.filter(({ closureId }) => closureId === undefined)
  await closeSlots(
    open.map(({ _id }) => _id),
    closure._id,
  )
  let rests = true
  for (const { _id, closureId = closure._id } of slots) {
    if (closureId !== closure._id) continue
    if (Date.now() > until) return false
    // As it is now that it is closed.
    const slot = await findSlot(_id)
    if (slot?.closureId === closure._id && !(await empty(slot, closure, now))) rests = false
  }
  return rests || closure.to < now - DAY
}

async function empty(slot: SlotDoc, closure: ClosureDoc, now: number): Promise<boolean> {
  if (slot.queue.length > 0 || slot.offers.length > 0) {
    // A closed slot's line ends, and those in it are told (line.ts).
    await moveOn(slot, now)
  }
  const seated = Object.entries(slot.seats)
  const diaries = new Map(
    (await readDiaries(seated.map(([residentId]) => residentId))).map((one) => [one._id, one]),
  )
  let rests = true
  for (const [residentId, seat] of seated) {
    const diary = diaries.get(residentId)
    const standing = diary && standingOf(diary, seat.bookingId)
    // Being made, changed, or moved into another record: what becomes of it is settled first.
    if (!diary || standing?.state !== 'kept') {
      rests = false
      continue
    }
    const claim = standing.claim as BookingClaim
    if (!(await giveUp({ slot, closure, diary, claim, seat, now }))) rests = false
  }
  return rests
}

interface GivingUp {
  slot: SlotDoc
  closure: ClosureDoc
  diary: Diary
  claim: BookingClaim
  seat: Seat
  now: number
}

/** Moves one visit, or cancels it where there is no room; false where somebody is changing it. */
async function giveUp({ slot, closure, diary, claim, seat, now }: GivingUp): Promise<boolean> {
  if (closure.moveTo !== undefined) {
    const to = laterSlotId(slot._id, sameTimeOn(closure.moveTo, slot.startsAt) - slot.startsAt)
    const moved = to && (await moveBooking({ diary, claim, seat, to, closure, now }))
    if (moved === 'moved') return true
    if (moved === 'later') return false
  }
  const because = { kind: 'provider', say: closure.say, closureId: closure._id } as const
  return giveSeatBack(diary._id, claim, now, { because })
}
