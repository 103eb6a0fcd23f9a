import { booking } from '../../types/contract/booking'
import { serve } from '../shared/serve'
import { acceptOffer } from './accept-offer'
import { cancel } from './cancel'
import { change } from './change'
import { joinWaitlist } from './join-waitlist'
import { leaveWaitlist } from './leave-waitlist'
import { listDay } from './list-day'
import { listMine } from './list-mine'
import { listServices } from './list-services'
import { listSlots } from './list-slots'
import { reserve } from './reserve'
import { viewBooking } from './view-booking'
import { viewService } from './view-service'

export const main = serve('booking', booking, {
  listServices,
  viewService,
  viewBooking,
  listSlots,
  reserve,
  change,
  cancel,
  joinWaitlist,
  leaveWaitlist,
  acceptOffer,
  listMine,
  listDay,
})
