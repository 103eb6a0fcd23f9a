import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import type { Booked, Slot } from '../../../types/contract/booking'
import type { CallError } from '../../../types/contract/wire'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import './cancel-sheet.css'
import { whenOf } from './booking-page.format'
import { BOOKING_PAGE_TEXT } from './booking-page.text'

const TEXT = BOOKING_PAGE_TEXT.changing

interface ChangeSheetProps {
  from: Booked
  to: Slot
  now: number
  error: CallError<Contract['booking.change']['error']> | undefined
  /** What the button says while it works. */
  busy: string | false
  onStay: () => void
  onAct: () => void
}

/** The old time and the new one, asked once more; a refusal is said here, and the old place is still there. */
export function ChangeSheet({ from, to, now, error, busy, onStay, onAct }: ChangeSheetProps) {
  return (
    <Sheet
      title={TEXT.ask}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: onAct, busy, kind: 'main' }}
    >
      <View className="cancel__what">
        <Text className="cancel__name">{from.serviceName}</Text>
        <Text className="cancel__when">{TEXT.from(whenOf(from.startsAt, now))}</Text>
        <Text className="cancel__when">{TEXT.to(whenOf(to.startsAt, now))}</Text>
      </View>
      {error ? <Notice tone="warn">{error.message}</Notice> : null}
    </Sheet>
  )
}
