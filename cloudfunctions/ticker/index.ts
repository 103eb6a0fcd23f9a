import { goOnWithImports } from '../account/import.jobs'
import { settleBookings } from '../booking/booking.jobs'
import { removeOverdueFiles } from '../shared/files.jobs'
import { serveTimer } from '../shared/serve-timer'

/** The one timer: each feature's jobs, in order. */
export const main = serveTimer({
  booking: settleBookings,
  imports: goOnWithImports,
  files: removeOverdueFiles,
})
