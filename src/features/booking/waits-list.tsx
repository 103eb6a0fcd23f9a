import type { MyWait } from '../../../types/contract/booking'
import { dayOf, formatDay, formatTime } from '../../lib/time.format'
import { openConfirm } from '../../lib/routes'
import { useClock } from '../../lib/use-clock'
import { List, ListRow } from '../../ui/list'
import { byUrgency, minutesLeft } from './booking.line'
import { WAITING_TEXT as TEXT } from './booking.waiting.text'

interface WaitsListProps {
  waits: readonly MyWait[]
  now: number
}

/** What one waits for: offers with what is left of their time first, then one's place in each line. */
export function WaitsList({ waits, now }: WaitsListProps) {
  const clock = useClock(now)
  return (
    <List>
      {byUrgency(waits, clock).map((wait) => (
        <ListRow
          key={wait.slotId}
          icon={isOffer(wait, clock) ? 'bell' : 'clock'}
          title={wait.serviceName}
          say={TEXT.row(
            `${formatDay(dayOf(wait.startsAt), now)} ${formatTime(wait.startsAt)}`,
            waitSaid(wait, clock),
          )}
          onTap={() => void openConfirm(wait.serviceId, wait.slotId, dayOf(wait.startsAt))}
        />
      ))}
    </List>
  )
}

const isOffer = ({ offerUntil = 0 }: MyWait, now: number) => offerUntil > now

/** How it stands, in words. */
export const waitSaid = (wait: MyWait, now: number): string =>
  wait.offerUntil !== undefined && isOffer(wait, now)
    ? TEXT.keptUntil(formatTime(wait.offerUntil), minutesLeft(wait.offerUntil, now))
    : TEXT.inLine(wait.inLine ?? 1)
