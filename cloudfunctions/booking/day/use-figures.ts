import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { figuresOf } from './figures.query'
import { presentFigures } from './figures.rules'
import { narrowed } from './narrowed'

export const useFigures = handle(booking.useFigures, async (call, { serviceId, ...months }) => {
  const of = await narrowed(call, { serviceId })
  return presentFigures(await figuresOf(communityOf(call.post), months, of))
})
