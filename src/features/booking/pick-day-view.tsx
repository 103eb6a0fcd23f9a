import type { Contract } from '../../../types/contract'
import { useQuery } from '../../cloud/use-query'
import { openPickTime, openServices } from '../../lib/routes'
import { DayStrip } from '../../ui/day-strip'
import { Loaded } from '../../ui/loaded'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Standstill } from '../../ui/standstill'
import { daysOf, firstDay } from './booking.slots'
import { BookingSteps } from './booking-steps'
import { BOOKING_TEXT } from './booking.text'
import { useLaterSlots } from './use-later-slots'

const TEXT = BOOKING_TEXT.service

/** In elder mode a screen of its own: which day. */
export function PickDayView({ serviceId }: { serviceId: string }) {
  const query = useQuery('booking.viewService', { serviceId })
  return (
    <Screen title={TEXT.pickDay}>
      <BookingSteps current={1} />
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['card', 'card']} />}
        onRetry={() => void query.refresh()}
      >
        {(view, now) => <Days view={view} now={now} />}
      </Loaded>
    </Screen>
  )
}

function Days({ view, now }: { view: Contract['booking.viewService']['output']; now: number }) {
  const { slots, more, error } = useLaterSlots(view)
  const days = daysOf(slots, now)
  if (firstDay(days) === undefined && !more) {
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
      <DayStrip
        label={TEXT.pickDay}
        days={days}
        chosen={undefined}
        onChoose={(day) => void openPickTime(view.service.serviceId, day)}
        later={more}
      />
      {error ? <Notice tone="warn">{error.message}</Notice> : null}
    </>
  )
}
