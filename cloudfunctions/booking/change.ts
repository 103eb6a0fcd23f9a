import { booking } from '../../types/contract/booking'
import { findDiary } from '../shared/diary'
import { refuse } from '../shared/errors'
import { readPerson } from '../shared/person-facts'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { findSlot } from './booking.store'
import { changeOnce } from './change-once'

/** How often a call looks again after another call of the same person came between its steps. */
const TRIES = 4

/** Another time of the same service, which never loses the old place before it has the new one (move.ts). */
export const change = handle(booking.change, async (call, { bookingId, slotId }) => {
  const { residentId, record } = call.subject
  for (let tries = 0; tries < TRIES; tries++) {
    const [slot, diary, person] = await together([
      findSlot(slotId),
      findDiary(residentId),
      record ? Promise.resolve(record) : readPerson(residentId),
    ])
    const changed = await changeOnce(call, { bookingId, slot, diary, person })
    if (changed) return changed
  }
  return refuse('BUSY')
})
