import { Text, View } from '@tarojs/components'
import type { Slot } from '../../../types/contract/booking'
import { dayOf, formatClock, formatTime } from '../../lib/time.format'
import { openBooking, openConfirm } from '../../lib/routes'
import { Notice } from '../../ui/notice'
import { Tap } from '../../ui/tap'
import { halvesOf, isTappable, isWaitable } from './booking.slots'
import { BOOKING_TEXT } from './booking.text'
import { WAITING_TEXT } from './booking.waiting.text'
import './slot-times.css'

const TEXT = BOOKING_TEXT.slot

interface SlotTimesProps {
  serviceId: string
  slots: Slot[]
  /** One can wait for a place in a full one. */
  waits: boolean
  /** Does something else with a free one than to go on to confirm it; there is no waiting then. */
  onPick?: (slot: Slot) => void
}

/** The times of one day. A tap goes on to confirm it, or to the booking where I have it already. */
export function SlotTimes({ serviceId, slots, waits, onPick }: SlotTimesProps) {
  const canWait = (slot: Slot) => !onPick && isWaitable(slot, waits)
  return (
    <>
      {slots.some((slot) => isTappable(slot) || canWait(slot)) ? null : (
        <Notice tone="warn" icon="calendar">
          {whyNot(slots)}
        </Notice>
      )}
      {halvesOf(slots).map((half) => (
        <View key={half.name} className="half">
          <Text className="half__name">{half.name}</Text>
          <View className="half__slots">
            {half.slots.map((slot) => (
              <SlotTime
                key={slot.slotId}
                slot={slot}
                canWait={canWait(slot)}
                onTap={() => (onPick ? onPick(slot) : void openSlot(serviceId, slot))}
                off={onPick !== undefined && slot.bookingId !== undefined}
              />
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

/** Why none of a day can be taken, and what to do. */
function whyNot(slots: readonly Slot[]): string {
  const of = (against: Slot['against']) => slots.some((slot) => slot.against === against)
  const { dayClash, dayLimit, dayHomeLimit, dayFullSay } = BOOKING_TEXT.service
  if (of('clash')) return dayClash
  return of('limit') ? dayLimit : of('homeLimit') ? dayHomeLimit : dayFullSay
}

const openSlot = (serviceId: string, { bookingId, slotId, startsAt }: Slot) =>
  bookingId ? openBooking(bookingId) : openConfirm(serviceId, slotId, dayOf(startsAt))

interface SlotTimeProps {
  slot: Slot
  canWait: boolean
  off: boolean
  onTap: () => void
}

function SlotTime({ slot, canWait, off, onTap }: SlotTimeProps) {
  const { look, word } = stateOf(slot, canWait)
  return (
    <Tap
      className={`slot slot--${look}`}
      disabled={off || !(isTappable(slot) || canWait)}
      label={`${formatTime(slot.startsAt)}，${word}`}
      onTap={onTap}
    >
      <Text className="slot__time">{formatClock(slot.startsAt)}</Text>
      <Text className="slot__word">{word}</Text>
    </Tap>
  )
}

type Look = 'open' | 'mine' | 'wait' | 'shut'

function stateOf(slot: Slot, canWait: boolean): { look: Look; word: string } {
  if (slot.bookingId) return { look: 'mine', word: TEXT.mine }
  if (slot.offerUntil !== undefined) return { look: 'mine', word: WAITING_TEXT.offered }
  if (slot.against) return { look: 'shut', word: TEXT.against[slot.against] }
  if (slot.state === 'open') return { look: 'open', word: TEXT.left(slot.left) }
  if (slot.inLine !== undefined) return { look: 'wait', word: WAITING_TEXT.inLine(slot.inLine) }
  if (canWait) return { look: 'wait', word: WAITING_TEXT.word }
  return { look: 'shut', word: TEXT.word[slot.state] }
}
