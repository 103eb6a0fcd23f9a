import { booking } from '../../../types/contract/booking'
import { findDiary } from '../../shared/diary'
import { refuse } from '../../shared/errors'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import { slotOfBooking } from '../booking.rules'
import { findSlots } from '../booking.store'
import { called } from '../called'
import { changeOnce } from '../change-once'
import { providersOf } from '../providers.query'
import { holdToProvider } from './loading'
import { presentOne } from './visits.query'

/** How often a call looks again after another call of the same person came between its steps. */
const TRIES = 4

/**
 * A change of time (move.ts) in the hands of those who give the visit: limits, and how long before, do not hold.
 * Why stands in the new claim, from where people are told.
 */
export const moveVisit = handle(booking.moveVisit, async (call, { say, slotId, ...which }) => {
  const { actor, post, tap, now } = call
  const { bookingId, residentId } = which
  const communityId = communityOf(post)
  for (let tries = 0; tries < TRIES; tries++) {
    const [slots, diary, allowed] = await together([
      findSlots([slotOfBooking(bookingId), slotId]),
      findDiary(residentId),
      providersOf(communityId, actor, post),
    ])
    const old = slots.find(({ _id }) => _id === slotOfBooking(bookingId))
    const slot = slots.find(({ _id }) => _id === slotId) ?? null
    if (old?.communityId !== communityId) return refuse('NOT_FOUND')
    holdToProvider(allowed, old.providerId)
    const subject = {
      residentId,
      communityId,
      ...(await called(residentId, old.seats[residentId])),
    }
    const by = { kind: 'desk', ref: actor.ref } as const
    const changing = { subject, tap, now, by, moved: { say } }
    const moved = await changeOnce(changing, { bookingId, slot, diary, person: null })
    if (moved && slot) {
      const seats = { [residentId]: { bookingId: moved.bookingId, at: now, ...subject } }
      const { note, answers } = moved
      return {
        ...(await presentOne({ ...slot, seats }, { bookingId: moved.bookingId, residentId })),
        ...(note === undefined ? {} : { note }),
        ...(answers === undefined ? {} : { answers }),
      }
    }
  }
  return refuse('BUSY')
})
