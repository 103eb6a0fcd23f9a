import { Text, View } from '@tarojs/components'
import type { Slot } from '../../../types/contract/booking'
import { dayOf, formatClock, formatTime } from '../../lib/time.format'
import { openConfirm, openMyBookings } from '../../lib/routes'
import { Notice } from '../../ui/notice'
import { Tap } from '../../ui/tap'
import { halvesOf, isTappable } from './booking.slots'
import { BOOKING_TEXT } from './booking.text'
import './slot-times.css'

const TEXT = BOOKING_TEXT.slot

/** The times of one day. A tap goes on to confirm it, or to my bookings where I have it already. */
export function SlotTimes({ serviceId, slots }: { serviceId: string; slots: Slot[] }) {
  return (
    <>
      {slots.some(isTappable) ? null : (
        <Notice tone="warn" icon="calendar">
          {BOOKING_TEXT.service.dayFullSay}
        </Notice>
      )}
      {halvesOf(slots).map((half) => (
        <View key={half.name} className="half">
          <Text className="half__name">{half.name}</Text>
          <View className="half__slots">
            {half.slots.map((slot) => (
              <SlotTime key={slot.slotId} serviceId={serviceId} slot={slot} />
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

function SlotTime({ serviceId, slot }: { serviceId: string; slot: Slot }) {
  const { look, word } = stateOf(slot)
  const time = formatTime(slot.startsAt)
  const open = () =>
    slot.bookingId ? openMyBookings() : openConfirm(serviceId, slot.slotId, dayOf(slot.startsAt))
  return (
    <Tap
      className={`slot slot--${look}`}
      disabled={!isTappable(slot)}
      label={`${time}，${word}`}
      onTap={() => void open()}
    >
      <Text className="slot__time">{formatClock(slot.startsAt)}</Text>
      <Text className="slot__word">{word}</Text>
    </Tap>
  )
}

function stateOf(slot: Slot): { look: 'open' | 'mine' | 'shut'; word: string } {
  if (slot.bookingId) return { look: 'mine', word: TEXT.mine }
  if (slot.state === 'open') return { look: 'open', word: TEXT.left(slot.left) }
  return { look: 'shut', word: TEXT.word[slot.state] }
}
