import type { Contract } from '../../../types/contract'
import { spokenAccount } from '../../features/account/account.spoken'
import { spokenAnnouncements } from '../../features/announcement/announcement.spoken'
import { spokenBooking } from '../../features/booking/booking.spoken'

type View = Contract['home.view']['output']

/** What "read it to me" says of home: a feature joins by adding its sentence here. */
const SENTENCES: readonly ((view: View, now: number) => string | undefined)[] = [
  spokenAccount,
  spokenAnnouncements,
  spokenBooking,
]

export const spokenHome = (view: View, now: number): string =>
  SENTENCES.map((say) => say(view, now))
    .filter(Boolean)
    .join('。')
