import { useState } from 'react'
import type { Booked } from '../../../types/contract/booking'
import { useCommand } from '../../cloud/use-command'
import { showBooked } from './booking.cache'
import { BOOKING_TEXT } from './booking.text'
import type { CancelSheetProps } from './cancel-sheet'

/** To cancel a booking: asked once more, done, and said. */
export function useCancel() {
  const cancel = useCommand('booking.cancel')
  const [asked, setAsked] = useState<Booked>()
  const [said, setSaid] = useState(false)
  const ask = (booked: Booked) => {
    cancel.forget()
    setSaid(false)
    setAsked(booked)
  }
  const act = async (before: Booked) => {
    const result = await cancel.run({ bookingId: before.bookingId })
    if (!result?.ok) return
    showBooked({ booked: result.data, before, now: result.now, whom: result.whom })
    setAsked(undefined)
    setSaid(true)
  }
  return {
    ask,
    /** The one that is asked about. */
    asked,
    /** It is done. */
    said,
    /** What the sheet over the screen needs. */
    sheet: (booked: Booked, now: number): CancelSheetProps => ({
      booked,
      now,
      error: cancel.error,
      busy: cancel.says(BOOKING_TEXT.cancel.acting),
      onStay: () => setAsked(undefined),
      onAct: () => void act(booked),
    }),
  }
}
