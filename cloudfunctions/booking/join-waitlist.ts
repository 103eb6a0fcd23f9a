import { booking } from '../../types/contract/booking'
import type { OutputOf } from '../../types/contract/operation'
import { findDiary } from '../shared/diary'
import { doneByOf } from '../shared/done-by.rules'
import { refuse } from '../shared/errors'
import { factsOf, readPerson } from '../shared/person-facts'
import { handle } from '../shared/serve'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import type { SlotDoc, Waiting } from './booking.docs'
import { findSlot } from './booking.store'
import { asksAge } from './eligible.rules'
import { decideJoin } from './line.rules'
import { findSlotAndWaits, joinLine } from './line.store'

/** How often a call looks again when the slot changed between reading and writing. */
const TRIES = 4

/**
 * One conditional update of the slot. The first try also says which place in the line it must be, so that it need
 * not be read; where others join at the same moment the next ones do not, and read it.
 */
export const joinWaitlist = handle(booking.joinWaitlist, async (call, { slotId }) => {
  const { subject, by, tap, now } = call
  const { residentId, record } = subject
  const waiting: Waiting = {
    residentId,
    at: now,
    tapId: tap.tapId,
    ...(by ? { by: doneByOf(by) } : {}),
  }
  const [read, diary, person] = await together([
    findSlotAndWaits(slotId, residentId),
    findDiary(residentId),
    record ? Promise.resolve(record) : readPerson(residentId),
  ])
  // The same tap, but for another slot.
  const elsewhere = read.waits.filter(({ _id }) => _id !== slotId)
  if (elsewhere.some(({ lineTaps = [] }) => tapSeen(lineTaps, tap) !== 'new'))
    return refuse('TAP_REUSED')
  let slot = read.slot
  for (let tries = 0; tries < TRIES; tries++) {
    if (slot?.communityId !== subject.communityId) return refuse('NOT_FOUND')
    const seen = tapSeen(slot.lineTaps ?? [], tap)
    if (seen === 'reused') return refuse('TAP_REUSED')
    if (seen === 'same') return placeOf(slot, residentId)
    const facts = await factsOf(person, { withAge: asksAge(slot.terms.who) })
    const joining = { residentId, facts, diary, byDesk: by?.kind === 'desk' }
    const refusal = decideJoin(slot, { ...joining, waitsElsewhere: elsewhere.length }, now)
    if (refusal) return refuse(refusal)
    const place = tries === 0 ? slot.queue.length + 1 : undefined
    const joined = await joinLine(slot, waiting, tap, place === undefined ? {} : { place })
    if (joined && place !== undefined)
      return placeOf({ ...slot, queue: [...slot.queue, waiting] }, residentId)
    // Having joined, this finds the tap and answers.
    slot = await findSlot(slotId)
  }
  return refuse('BUSY')
})

function placeOf(slot: SlotDoc, residentId: string): OutputOf<typeof booking.joinWaitlist> {
  const { _id, serviceName, place, startsAt, queue } = slot
  const index = queue.findIndex((one) => one.residentId === residentId)
  return {
    ...{ slotId: _id, serviceName, place, startsAt },
    ...(index < 0 ? {} : { inLine: index + 1 }),
    waiting: queue.length,
  }
}
