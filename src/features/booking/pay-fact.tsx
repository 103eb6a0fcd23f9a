import type { Service } from '../../../types/contract/booking'
import { formatPrice } from '../../lib/money.format'
import { Fact } from '../../ui/card'
import { BOOKING_TEXT } from './booking.text'
import { paidOnSite } from './booking.wish'
import { WISH_TEXT } from './booking.wish.text'

/** What is paid, and that it is paid there: the program takes no money. */
export function PayFact({ service, subsidised }: { service: Service; subsidised: boolean }) {
  const fen = paidOnSite(service, subsidised)
  return (
    <Fact icon="money" label={BOOKING_TEXT.confirm.price}>
      {fen === 0 ? formatPrice(fen) : `${formatPrice(fen)}，${WISH_TEXT.onSite}`}
    </Fact>
  )
}
