import { booking } from '../../types/contract/booking'
import { serve } from '../shared/serve'
import { checkIn, checkOut } from './care/check-in'
import { downloadAccount } from './care/download-account'
import { downloadCards } from './care/download-cards'
import { entitlements } from './care/entitlements'
import { listFlagged } from './care/list-flagged'
import { listVisits } from './care/list-visits'
import { myCode } from './care/my-code'
import { providerAccount } from './care/provider-account'
import { recordSpotCheck } from './care/record-spot-check'
import { residentEntitlements } from './care/resident-entitlements'
import { endEntitlement, saveEntitlement } from './care/save-entitlement'
import { visitDigits } from './care/visit-digits'
import { acceptOffer } from './accept-offer'
import { cancel } from './cancel'
import { change } from './change'
import { workOnTheDay } from './day'
import { closeDay } from './close-day'
import { endPattern } from './end-pattern'
import { joinWaitlist } from './join-waitlist'
import { leaveWaitlist } from './leave-waitlist'
import { listMine } from './list-mine'
import { listOffered } from './list-offered'
import { listProviders } from './list-providers'
import { listServices } from './list-services'
import { listSlots } from './list-slots'
import { prepareUpload } from './prepare-upload'
import { previewClosing } from './preview-closing'
import { reopenDay } from './reopen-day'
import { reserve } from './reserve'
import { viewBooking } from './view-booking'
import { savePattern } from './save-pattern'
import { saveProvider } from './save-provider'
import { saveService } from './save-service'
import { viewOffered } from './view-offered'
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
  ...workOnTheDay,
  entitlements,
  residentEntitlements,
  saveEntitlement,
  endEntitlement,
  myCode,
  visitDigits,
  listVisits,
  checkIn,
  checkOut,
  providerAccount,
  downloadAccount,
  downloadCards,
  listFlagged,
  recordSpotCheck,
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
