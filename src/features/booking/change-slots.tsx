import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import type { Slot } from '../../../types/contract/booking'
import { formatFullDay } from '../../lib/time.format'
import { Button } from '../../ui/button'
import { Section } from '../../ui/card'
import { DayStrip } from '../../ui/day-strip'
import { useElder } from '../../ui/elder'
import { Notice } from '../../ui/notice'
import { BOOKING_PAGE_TEXT } from './booking-page.text'
import { daysOf, firstDay, forChange, slotsOfDay } from './booking.slots'
import { BOOKING_TEXT } from './booking.text'
import { SlotTimes } from './slot-times'
import { useLaterSlots } from './use-later-slots'

const TEXT = BOOKING_TEXT.service

interface ChangeSlotsProps {
  view: Contract['booking.viewService']['output']
  now: number
  onPick: (slot: Slot) => void
}

/** Days and times to choose from; in elder mode first the day alone, then its times alone. */
export function ChangeSlots({ view, now, onPick }: ChangeSlotsProps) {
  const elder = useElder()
  const [chosen, setChosen] = useState<string>()
  const { slots: all, more, error } = useLaterSlots(view)
  const slots = forChange(all)
  const days = daysOf(slots, now)
  const day = days.find((one) => one.day === chosen)?.day ?? (elder ? undefined : firstDay(days))
  const times = day === undefined ? [] : slotsOfDay(slots, day)
  if (days.length === 0 && !more) return <Notice tone="warn">{TEXT.noSlots}</Notice>
  return (
    <>
      {elder && day !== undefined ? null : (
        <Section title={TEXT.pickDay}>
          <DayStrip
            label={TEXT.pickDay}
            days={days}
            chosen={day}
            onChoose={setChosen}
            later={more}
          />
          {error ? <Notice tone="warn">{error.message}</Notice> : null}
        </Section>
      )}
      {day === undefined ? null : (
        <Section title={elder ? formatFullDay(day, now) : TEXT.pickTime}>
          <SlotTimes
            serviceId={view.service.serviceId}
            slots={times}
            waits={false}
            onPick={onPick}
          />
        </Section>
      )}
      {elder && day !== undefined ? (
        <Button kind="second" onTap={() => setChosen(undefined)}>
          {BOOKING_PAGE_TEXT.changing.otherDay}
        </Button>
      ) : null}
    </>
  )
}
