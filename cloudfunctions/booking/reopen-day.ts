import { booking } from '../../types/contract/booking'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import { loadService } from './catalogue/catalogue.store'
import { keeps, keptBy } from './catalogue/keeper'
import { presentOne } from './close-day'
import { coveredBy } from './times/covered'
import { findClosure, reopenClosure } from './times/closures.store'
import { openSlots } from './times/times.store'

/** The closure says so first; should the call die, the ticker opens the slots. */
export const reopenDay = handle(booking.reopenDay, async (call, { closureId }) => {
  const { post, tap, now } = call
  const [closure, kept] = await together([findClosure(closureId), keptBy(call)])
  if (closure?.communityId !== communityOf(post)) return refuse('NOT_FOUND')
  const { of, ofId } = closure
  // Whoever keeps some services only may open what of those was closed, and not a whole place.
  const providerId = of === 'service' ? (await loadService(ofId))?.providerId : ofId
  const theirs = of === 'place' ? kept === 'all' : keeps(kept, providerId ?? '')
  if (!theirs) return refuse('NOT_YOUR_SERVICE')
  const seen = tapSeen(closure.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (closure.state === 'reopened') return presentOne(closure)
  const [, slots] = await together([reopenClosure(closureId, { tap, now }), coveredBy(closure)])
  await openSlots(
    slots.filter((slot) => slot.closureId === closureId).map(({ _id }) => _id),
    closureId,
  )
  return presentOne({ ...closure, state: 'reopened' })
})
