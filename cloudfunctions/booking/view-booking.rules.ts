import type { Booked } from '../../types/contract/booking'
import type { ErrorCode } from '../../types/contract/errors'
import type { Diary } from '../shared/diary.rules'
import { decideCancel } from './booking.rules'
import { isAhead } from './my-bookings.rules'

/** The booking that took the place of one whose time was changed, as far as the diary remembers; itself otherwise. */
export function followChanges(diary: Diary, bookingId: string): string {
  const claims = [...diary.kept, ...diary.ended, ...(diary.leaving ?? [])]
  let at = bookingId
  for (let steps = 0; steps <= claims.length; steps++) {
    const next = claims.find(({ replaces }) => replaces === at)
    if (!next) return at
    at = next.id
  }
  return at
}

/** Why a booking that is ahead may not be cancelled or changed; null where it may, or where nobody would ask. */
export function decideCannot(
  booked: Booked,
  now: number,
  { atWork }: { atWork: boolean },
): Extract<ErrorCode, 'BOOKING_PENDING' | 'BOOKING_PAST' | 'CANCEL_TOO_LATE'> | null {
  if (!isAhead(booked, now)) return null
  if (booked.state === 'pending') return 'BOOKING_PENDING'
  const { startsAt, cancelUntil } = booked
  const view = cancelUntil === undefined ? {} : { cancelUntil }
  return decideCancel({ from: startsAt, view }, now, { atWork })
}
