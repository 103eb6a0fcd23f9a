import { settleAccounts } from '../account/account.jobs'
import { settleBookings } from '../booking/booking.jobs'
import { sealFacts } from '../shared/audit.jobs'
import { serveTimer } from '../shared/serve-timer'

/** The one timer: the jobs in order. What was done is sealed first, whatever becomes of the others. */
export const main = serveTimer({ audit: sealFacts, booking: settleBookings })
