import type { Visit } from '../../../../types/contract/booking-visits'
import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'

interface ReleaseSheetProps {
  visit: Visit
  onStay: () => void
  onDone: (visit: Visit) => void
}

/** Asks once more before a late person's place is given away: that is not taken back. */
export function ReleaseSheet({ visit, onStay, onDone }: ReleaseSheetProps) {
  const release = useCommand('booking.releaseLate')
  const run = async () => {
    const reply = await release.run(whichOf(visit))
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Sheet
      title={TEXT.releaseTitle(visit.name)}
      stay={{ say: TEXT.releaseStay, onTap: onStay }}
      act={{ say: TEXT.releaseAct, onTap: () => void run(), busy: release.says(TEXT.releaseBusy) }}
    >
      <Stack>
        <Say>{TEXT.releaseSay}</Say>
        {release.error ? <Notice tone="warn">{release.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
