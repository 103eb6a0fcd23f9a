import { settleAccounts } from '../account/account.jobs'
import { settleBookings } from '../booking/booking.jobs'
import { resealJob } from '../shared/reseal'
import { serveTimer } from '../shared/serve-timer'

/** The one timer: each feature's jobs, in order. */
export const main = serveTimer({ booking: settleBookings, keys: resealJob })
