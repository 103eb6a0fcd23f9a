import type { DoneBy } from '../../types/contract/done-by'
import { end, findDiary } from '../shared/diary'
import type { Diary } from '../shared/diary.rules'
import type { Tap } from '../shared/taps'
import { type BookingClaim, cancelledClaim } from './booking.rules'

interface Ending {
  bookingId: string
  at: number
  tap?: Tap | undefined
  by?: DoneBy | undefined
  why?: string | undefined
}

/** Ends a booking's claim whose seat was given back, until it stands in `kept` no more. Safe to repeat. */
export async function endKept(diary: Diary | null | undefined, ending: Ending): Promise<void> {
  const { bookingId, at, tap, by, why } = ending
  const kept = diary?.kept.find(({ id }) => id === bookingId) as BookingClaim | undefined
  if (!diary || !kept) return
  if (await end(diary._id, cancelledClaim(kept, by, why), at, tap ?? null)) return
  // Ended by another call meanwhile, or its note was sealed anew: read again.
  await endKept(await findDiary(diary._id), ending)
}
