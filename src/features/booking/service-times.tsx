import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import { openServices } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Section } from '../../ui/card'
import { DayStrip } from '../../ui/day-strip'
import { Notice } from '../../ui/notice'
import { Standstill } from '../../ui/standstill'
import { UI_TEXT } from '../../ui/ui.text'
import { daysOf, firstDay, slotsOfDay } from './booking.slots'
import { BOOKING_TEXT } from './booking.text'
import { SlotTimes } from './slot-times'
import { useLaterSlots } from './use-later-slots'

const TEXT = BOOKING_TEXT.service

interface ServiceTimesProps {
  view: Contract['booking.viewService']['output']
  now: number
}

/** The days of a service, and the times of the one that is chosen. */
export function ServiceTimes({ view, now }: ServiceTimesProps) {
  const [chosen, setChosen] = useState<string>()
  const { slots, more, error } = useLaterSlots(view)
  const days = daysOf(slots, now)
  const day = days.find((one) => one.day === chosen)?.day ?? firstDay(days)
  if (day === undefined && more) {
    return (
      <>
        {error ? <Notice tone="warn">{error.message}</Notice> : null}
        <Button kind="second" busy={more.busy && UI_TEXT.moreBusy} onTap={more.onTap}>
          {UI_TEXT.laterDays}
        </Button>
      </>
    )
  }
  if (day === undefined) {
    return (
      <Standstill
        icon="calendar"
        title={TEXT.noSlots}
        say={TEXT.noSlotsSay}
        action={{ say: TEXT.otherServices, onTap: () => void openServices() }}
      />
    )
  }
  return (
    <>
      <Section title={TEXT.pickDay}>
        <DayStrip label={TEXT.pickDay} days={days} chosen={day} onChoose={setChosen} later={more} />
        {error ? <Notice tone="warn">{error.message}</Notice> : null}
      </Section>
      <Section title={TEXT.pickTime}>
        <SlotTimes
          serviceId={view.service.serviceId}
          slots={slotsOfDay(slots, day)}
          waits={view.service.terms.offerMinutes > 0}
        />
      </Section>
    </>
  )
}
