import { openDesk, openDeskVisits } from '../../lib/routes'
import { Standstill } from '../../ui/standstill'
import { CARE_TEXT } from './care/care.text'

/** What somebody's own code leads to when it is scanned by itself: where it is good for something. */
export function RollingCodeScanned() {
  const { title, say, open, day } = CARE_TEXT.scan
  return (
    <Standstill
      icon="scan"
      title={title}
      say={say}
      action={{ say: open, onTap: () => void openDeskVisits() }}
      other={{ say: day, onTap: () => void openDesk() }}
    />
  )
}
