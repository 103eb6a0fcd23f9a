import type { Contract } from '../../../types/contract'
import { dayOf, formatDay, formatTime } from '../../lib/time.format'
import { openConfirm } from '../../lib/routes'
import { Section } from '../../ui/card'
import { List, ListRow } from '../../ui/list'
import { soonestOf } from './booking.slots'
import { BOOKING_TEXT } from './booking.text'

const TEXT = BOOKING_TEXT.service

interface SoonestTimesProps {
  view: Contract['booking.viewService']['output']
}

/** In elder mode: the next free times, one tap from being confirmed. */
export function SoonestTimes({
  view: { service, slots },
  now,
}: SoonestTimesProps & { now: number }) {
  const soonest = soonestOf(slots)
  if (soonest.length === 0) return null
  return (
    <Section title={TEXT.soonest}>
      <List>
        {soonest.map(({ slotId, startsAt, left }) => (
          <ListRow
            key={slotId}
            icon="clock"
            title={formatDay(dayOf(startsAt), now)}
            say={TEXT.soonestSay(formatTime(startsAt), left)}
            onTap={() => void openConfirm(service.serviceId, slotId, dayOf(startsAt))}
          />
        ))}
      </List>
    </Section>
  )
}
