import { booking } from '../../types/contract/booking'
import { serve } from '../shared/serve'
import { cancel } from './cancel'
import { change } from './change'
import { workOnTheDay } from './day'
import { listMine } from './list-mine'
import { listServices } from './list-services'
import { listSlots } from './list-slots'
import { reserve } from './reserve'
import { viewService } from './view-service'

export const main = serve('booking', booking, {
  listServices,
  viewService,
  listSlots,
  reserve,
  change,
  cancel,
  listMine,
  ...workOnTheDay,
})
