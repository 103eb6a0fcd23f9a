import { settleAccounts } from '../account/account.jobs'
import { goOnWithImports } from '../account/import.jobs'
import { settleBookings } from '../booking/booking.jobs'
import { removeOverdueFiles } from '../shared/files.jobs'
import { resealJob } from '../shared/reseal'
import { serveTimer } from '../shared/serve-timer'

/** The one timer: each feature's jobs, in order. */
export const main = serveTimer({
  booking: settleBookings,
  accounts: settleAccounts,
  imports: goOnWithImports,
  files: removeOverdueFiles,
  keys: resealJob,
})
