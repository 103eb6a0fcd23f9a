import { settleAccounts } from '../account/account.jobs'
import { goOnWithImports } from '../account/import.jobs'
import { settleAnnouncements } from '../announcement/announcement.jobs'
import { settleReading } from '../announcement/reading.jobs'
import { settleBookings } from '../booking/booking.jobs'
import { settleMessages } from '../message/message.jobs'
import { sealFacts } from '../shared/audit.jobs'
import { removeOverdueFiles } from '../shared/files.jobs'
import { resealJob } from '../shared/reseal'
import { serveTimer } from '../shared/serve-timer'

/** The one timer: the jobs in order. What was done is sealed first, whatever becomes of the others. */
export const main = serveTimer({
  audit: sealFacts,
  account: settleAccounts,
  imports: goOnWithImports,
  booking: settleBookings,
  announcement: settleAnnouncements,
  reading: settleReading,
  message: settleMessages,
  files: removeOverdueFiles,
  keys: resealJob,
})
