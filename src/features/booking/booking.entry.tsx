import { useKnown } from '../../cloud/use-query'
import { useActing } from '../../lib/acting'
import { openMyBookings } from '../../lib/routes'
import { ListRow } from '../../ui/list'
import { BOOKING_TEXT } from './booking.text'

/** My bookings among the rows of 我的, with how many are ahead when that is known. */
export function BookingEntry() {
  const acting = useActing()
  const count = useKnown('home.view', {})?.booking?.aheadCount
  return (
    <ListRow
      icon="calendar"
      title={acting ? BOOKING_TEXT.mine.titleFor(acting.name) : BOOKING_TEXT.mine.title}
      say={count ? BOOKING_TEXT.mine.count(count) : BOOKING_TEXT.mine.entrySay}
      onTap={() => void openMyBookings()}
    />
  )
}
