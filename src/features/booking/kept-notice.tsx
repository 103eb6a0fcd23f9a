import { formatTime } from '../../lib/time.format'
import { useClock } from '../../lib/use-clock'
import { Notice } from '../../ui/notice'
import { minutesLeft } from './booking.line'
import { WAITING_TEXT as TEXT } from './booking.waiting.text'
import { Spaced } from './spaced'

/** Until when a place is kept, and how long that is. */
export function KeptNotice({ until, now }: { until: number; now: number }) {
  const clock = useClock(now)
  return (
    <Spaced>
      <Notice tone="warn" icon="clock">
        {TEXT.keptUntil(formatTime(until), minutesLeft(until, clock))}
      </Notice>
    </Spaced>
  )
}
