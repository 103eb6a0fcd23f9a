import type { Pattern } from '../../../../types/contract/booking-times'
import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { KEEP_TEXT } from './keep.text'

const TEXT = KEEP_TEXT.times

interface EndPatternSheetProps {
  pattern: Pattern
  today: string
  onStay: () => void
  onStale: () => void
  onDone: (pattern: Pattern) => void
}

/** A week holds no longer than today. */
export function EndPatternSheet({ pattern, today, onStay, onStale, onDone }: EndPatternSheetProps) {
  const end = useCommand('booking.endPattern')
  const { patternId, version } = pattern
  const run = async () => {
    const reply = await end.run({ patternId, version, lastDay: today })
    if (reply?.ok) onDone(reply.data)
    else if (reply?.error.code === 'CHANGED') onStale()
  }
  return (
    <Sheet
      title={TEXT.endTitle}
      stay={{ say: TEXT.endNo, onTap: onStay }}
      act={{ say: TEXT.endYes, onTap: () => void run(), busy: end.says(TEXT.ending) }}
    >
      <Stack>
        <Say>{TEXT.endSay}</Say>
        {end.error ? <Notice tone="warn">{end.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
