import type { Closure } from '../../../../types/contract/booking-times'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Skeleton } from '../../../ui/skeleton'
import { Say, Stack } from '../../../ui/stack'
import type { ClosingInput } from './closing.draft'
import { KEEP_TEXT } from './keep.text'

const TEXT = KEEP_TEXT.closing

interface CloseSheetProps {
  input: ClosingInput
  onStay: () => void
  /** By field, what has to be mended first. */
  onRefused: (fields: Readonly<Record<string, string>>) => void
  onDone: (closure: Closure) => void
}

/** Whom it concerns, before it is closed. */
export function CloseSheet({ input, onStay, onRefused, onDone }: CloseSheetProps) {
  const { say, moveTo: _moveTo, ...part } = input
  const preview = useQuery('booking.previewClosing', part)
  const close = useCommand('booking.closeDay')
  const run = async () => {
    const reply = await close.run(input)
    if (reply?.ok) return onDone(reply.data)
    const fields = reply?.error.fields
    if (fields && Object.keys(fields).length > 0) onRefused(fields)
  }
  return (
    <Sheet
      title={TEXT.sheet}
      stay={{ say: TEXT.no, onTap: onStay }}
      act={{ say: TEXT.yes, onTap: () => void run(), busy: close.says(TEXT.closing) }}
    >
      <Stack>
        <Loaded
          load={preview}
          skeleton={<Skeleton blocks={['line']} />}
          onRetry={() => void preview.refresh()}
        >
          {({ slots, visits, waiting }) => (
            <Notice tone={visits + waiting > 0 ? 'warn' : 'plain'} icon="person">
              {slots === 0 ? TEXT.noSlots : TEXT.touched(slots, visits, waiting)}
            </Notice>
          )}
        </Loaded>
        <Say>{TEXT.tell}</Say>
        <Say>{say}</Say>
        {close.error ? <Notice tone="warn">{close.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
