import { formatFullDay } from '../../lib/time.format'
import { backToPickDay } from '../../lib/routes'
import { Section } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { slotsOfDay } from './booking.slots'
import { BookingSteps } from './booking-steps'
import { BOOKING_TEXT } from './booking.text'
import { SlotTimes } from './slot-times'
import { useDaySlots } from './use-day-slots'

const TEXT = BOOKING_TEXT.service

/** In elder mode a screen of its own: what time of the day. */
export function PickTimeView({ serviceId, day }: { serviceId: string; day: string }) {
  const { load, slots, refresh } = useDaySlots(serviceId, day)
  return (
    <Screen title={TEXT.pickTime}>
      <BookingSteps current={2} />
      <Loaded
        load={load}
        skeleton={<Skeleton blocks={['line', 'card', 'card']} />}
        onRetry={() => void refresh()}
      >
        {({ service }, now) =>
          slotsOfDay(slots, day).length === 0 ? (
            <Standstill
              icon="calendar"
              title={TEXT.noTimes}
              say={TEXT.noTimesSay}
              action={{ say: TEXT.otherDay, onTap: () => void backToPickDay(serviceId) }}
            />
          ) : (
            <Section title={formatFullDay(day, now)}>
              <SlotTimes
                serviceId={serviceId}
                slots={slotsOfDay(slots, day)}
                waits={service.terms.offerMinutes > 0}
              />
            </Section>
          )
        }
      </Loaded>
    </Screen>
  )
}
