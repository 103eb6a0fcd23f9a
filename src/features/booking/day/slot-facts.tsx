import { formatPrice } from '../../../lib/money.format'
import { dayOf, formatDay, formatSpan } from '../../../lib/time.format'
import { Facts } from '../../../ui/facts'
import { paidOnSite } from '../booking.wish'
import { startOfSlot } from './day.format'
import { ADD_TEXT as TEXT } from './visit.text'

const MINUTE = 60_000

interface SlotFactsProps {
  slotId: string
  /** Where this time is given, as far as that is known; the service's own place otherwise. */
  place: string
  service: { minutes: number; place: string; priceFen: number; subsidisedFen?: number | undefined }
  subsidised: boolean
  /** For whom, where that is known. */
  name?: string
  now: number
}

/** When, where and for how much a place is taken for somebody. */
export function SlotFacts({ slotId, place, service, subsidised, name, now }: SlotFactsProps) {
  const startsAt = startOfSlot(slotId)
  const span = formatSpan(startsAt, startsAt + service.minutes * MINUTE)
  const { priceFen, subsidisedFen } = service
  const price = paidOnSite(
    { priceFen, ...(subsidisedFen === undefined ? {} : { subsidisedFen }) },
    subsidised,
  )
  return (
    <Facts
      rows={[
        { label: TEXT.forWhom, value: name },
        { label: TEXT.when, value: `${formatDay(dayOf(startsAt), now)} ${span}` },
        { label: TEXT.where, value: place || service.place },
        { label: TEXT.price, value: formatPrice(price) },
      ]}
    />
  )
}
