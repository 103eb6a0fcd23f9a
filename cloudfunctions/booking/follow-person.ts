import { findDiary, openDiary } from '../shared/diary'
import {
  arrive,
  arriveRights,
  beginMove,
  closeDiary,
  emptyClosedDiary,
  endMove,
} from '../shared/diary-moves'
import { type Claim, type Diary, HELD_TOO_LONG } from '../shared/diary.rules'
import { followChanges, type PersonChange } from '../shared/person-changes'
import type { BookingClaim } from './booking.rules'
import { hasSeat } from './booking.rules'
import { findSlot, giveSeatBack } from './booking.store'
import { endKept } from './end-kept'
import { leaveLines, passLinesOn } from './follow-line'
import { ERASED, eraseRows, moveRows, moveSeat } from './moved.store'

/**
 * What becomes of a person's bookings when they leave, die, turn out to be two records, or ask to be erased.
 * Each part is safe to repeat, and is repeated until no call that began before the change can still be under
 * way, nothing of the person is held any more, and the account's own part has shut the door behind them.
 */
export const followPeople = (now: number): Promise<number> =>
  followChanges('booking', async (change) => {
    const rests = await follow(change, now)
    const shut = change.at <= now - HELD_TOO_LONG && !change.pending.includes('account')
    return rests && shut ? undefined : 'later'
  })

/** Does what can be done now; false while a call of the person still holds a time. */
async function follow(change: PersonChange, now: number): Promise<boolean> {
  const { kind, residentId, communityId, into } = change
  switch (kind) {
    case 'ended':
      await leaveLines(residentId, now)
      return rest(await cancelAhead(change, await findDiary(residentId), now))
    case 'merged':
      if (into === undefined || into === residentId) throw new Error('merged into nobody else')
      return merge(change, into, now)
    case 'erased': {
      await leaveLines(residentId, now)
      const diary = await cancelAhead(
        change,
        await closeDiary(residentId, communityId, ERASED),
        now,
      )
      if (!rest(diary)) return false
      await eraseRows(communityId, residentId)
      await emptyClosedDiary(residentId)
      return true
    }
  }
}

const bookingsIn = (claims: readonly Claim[]): BookingClaim[] =>
  claims.filter(({ kind }) => kind === 'booking') as BookingClaim[]

/** Nothing is held: what a dead call left is settled before (booking.jobs.ts). */
const rest = (diary: Diary | null): boolean => bookingsIn(diary?.held ?? []).length === 0

/** Every visit that has not begun is cancelled: the seat goes back, and the slot's entry says why. */
async function cancelAhead(
  { _id, residentId }: PersonChange,
  diary: Diary | null,
  now: number,
): Promise<Diary | null> {
  for (const claim of bookingsIn(diary?.kept ?? []).filter(({ from }) => from > now)) {
    await giveSeatBack(residentId, claim, now, { because: { kind: 'person', changeId: _id } })
    await endKept(diary, { bookingId: claim.id, at: now })
  }
  return diary
}

/** Claims, seats and history go into the other record; times that clash are kept both, for staff to look at. */
async function merge(change: PersonChange, into: string, now: number): Promise<boolean> {
  const { residentId, communityId } = change
  const diary = await closeDiary(residentId, communityId, into)
  await openDiary(into, communityId)
  await passLinesOn(residentId, into, now)
  await arriveRights(into, diary)
  for (const claim of bookingsIn(diary.kept)) await beginMove(residentId, claim)
  const moving = (await findDiary(residentId))?.moving ?? []
  for (const claim of bookingsIn(moving)) {
    const kept = await moveSeatOf(change, into, claim, now)
    await arrive(into, claim, kept ? undefined : now)
    await endMove(residentId, claim.id)
  }
  await moveRows(communityId, residentId, into)
  return rest(diary) && bookingsIn(diary.kept).every(({ id }) => moving.some((m) => m.id === id))
}

/** Whether the visit goes on as the other's: not where the other has a seat in the slot already. */
async function moveSeatOf(
  { _id, residentId }: PersonChange,
  into: string,
  claim: BookingClaim,
  now: number,
): Promise<boolean> {
  for (;;) {
    const slot = await findSlot(claim.place)
    if (hasSeat(slot, into, claim.id)) return true
    // Begun or over: nobody is given a place or loses one any more.
    const begun = claim.from <= now
    if (!hasSeat(slot, residentId, claim.id)) return begun
    if (slot?.seats[into]) {
      if (!begun)
        await giveSeatBack(residentId, claim, now, { because: { kind: 'person', changeId: _id } })
      return begun
    }
    const { name, home } = slot?.seats[residentId] ?? {}
    const said = {
      ...(name === undefined ? {} : { name }),
      ...(home === undefined ? {} : { home }),
    }
    if (await moveSeat(residentId, into, claim, said)) return true
  }
}
