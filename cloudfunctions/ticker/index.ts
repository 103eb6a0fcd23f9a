import { settleAccounts } from '../account/account.jobs'
import { settleBookings } from '../booking/booking.jobs'
import { serveTimer } from '../shared/serve-timer'

/** The one timer: each feature's jobs, in order. */
export const main = serveTimer({ account: settleAccounts, booking: settleBookings })
