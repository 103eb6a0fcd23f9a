import { booking } from '../../types/contract/booking'
import { handle } from '../shared/serve'
import { closingOf, visitsIn } from './times/closing'

export const previewClosing = handle(booking.previewClosing, async (call, part) => {
  const { slots } = await closingOf(call, part)
  const waiting = slots.reduce((sum, { queue, offers }) => sum + queue.length + offers.length, 0)
  return { slots: slots.length, visits: visitsIn(slots), waiting }
})
