import { Steps } from '../../ui/steps'
import { BOOKING_TEXT } from './booking.text'

/** Where one is on the way to a booking, in elder mode: one task a screen. */
export function BookingSteps({ current }: { current: 1 | 2 | 3 }) {
  return (
    <Steps label={BOOKING_TEXT.steps.label} steps={BOOKING_TEXT.steps.names} current={current} />
  )
}
