import { Text, View } from '@tarojs/components'
import type { Contract } from '../../../types/contract'
import type { Booked } from '../../../types/contract/booking'
import type { CallError } from '../../../types/contract/wire'
import { dayOf, formatFullDay, formatSpan } from '../../lib/time.format'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import './cancel-sheet.css'
import { BOOKING_TEXT } from './booking.text'

export interface CancelSheetProps {
  booked: Booked
  now: number
  error: CallError<Contract['booking.cancel']['error']> | undefined
  /** What the button says while it works. */
  busy: string | false
  onStay: () => void
  onAct: () => void
}

const TEXT = BOOKING_TEXT.cancel

export function CancelSheet({ booked, now, error, busy, onStay, onAct }: CancelSheetProps) {
  return (
    <Sheet
      title={TEXT.title}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: onAct, busy }}
    >
      <View className="cancel__what">
        <Text className="cancel__name">{booked.serviceName}</Text>
        <Text className="cancel__when">{formatFullDay(dayOf(booked.startsAt), now)}</Text>
        <Text className="cancel__when">{formatSpan(booked.startsAt, booked.endsAt)}</Text>
      </View>
      <Text className="cancel__say">{TEXT.say}</Text>
      {error ? <Notice tone="warn">{error.message}</Notice> : null}
    </Sheet>
  )
}
