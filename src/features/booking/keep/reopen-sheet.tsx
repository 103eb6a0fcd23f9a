import type { Closure } from '../../../../types/contract/booking-times'
import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { KEEP_TEXT } from './keep.text'

const TEXT = KEEP_TEXT.closing

interface ReopenSheetProps {
  closureId: string
  onStay: () => void
  onDone: (closure: Closure) => void
}

/** What was closed may be booked again. */
export function ReopenSheet({ closureId, onStay, onDone }: ReopenSheetProps) {
  const reopen = useCommand('booking.reopenDay')
  const run = async () => {
    const reply = await reopen.run({ closureId })
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Sheet
      title={TEXT.reopenTitle}
      stay={{ say: TEXT.no, onTap: onStay }}
      act={{
        say: TEXT.reopen,
        onTap: () => void run(),
        busy: reopen.says(TEXT.reopening),
        kind: 'main',
      }}
    >
      <Stack>
        <Say>{TEXT.reopenSay}</Say>
        {reopen.error ? <Notice tone="warn">{reopen.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
