import { booking } from '../../types/contract/booking'
import { serve } from '../shared/serve'
import { acceptOffer } from './accept-offer'
import { cancel } from './cancel'
import { change } from './change'
import { closeDay } from './close-day'
import { endPattern } from './end-pattern'
import { joinWaitlist } from './join-waitlist'
import { leaveWaitlist } from './leave-waitlist'
import { listDay } from './list-day'
import { listMine } from './list-mine'
import { listOffered } from './list-offered'
import { listProviders } from './list-providers'
import { listServices } from './list-services'
import { listSlots } from './list-slots'
import { prepareUpload } from './prepare-upload'
import { previewClosing } from './preview-closing'
import { reopenDay } from './reopen-day'
import { reserve } from './reserve'
import { savePattern } from './save-pattern'
import { saveProvider } from './save-provider'
import { saveService } from './save-service'
import { viewOffered } from './view-offered'
import { viewService } from './view-service'

export const main = serve('booking', booking, {
  listServices,
  viewService,
  listSlots,
  reserve,
  change,
  cancel,
  joinWaitlist,
  leaveWaitlist,
  acceptOffer,
  listMine,
  listDay,
  listOffered,
  viewOffered,
  prepareUpload,
  saveService,
  listProviders,
  saveProvider,
  savePattern,
  endPattern,
  previewClosing,
  closeDay,
  reopenDay,
})
