import { booking } from '../../../types/contract/booking'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { together } from '../../shared/together'
import { figuresOf } from './figures.query'
import { presentFigures } from './figures.rules'
import { asked, narrowed, seen } from './narrowed'

export const useFigures = handle(booking.useFigures, async (call, { serviceId, ...months }) => {
  const [of, found] = await together([
    narrowed(call, { serviceId }),
    figuresOf(communityOf(call.post), months, asked({ serviceId })),
  ])
  return presentFigures(seen(of, found))
})
