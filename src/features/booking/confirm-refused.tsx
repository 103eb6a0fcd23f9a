import type { CallError } from '../../../types/contract/wire'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { UI_TEXT } from '../../ui/ui.text'
import { type TakeError, WAY_OUT_TEXT, type WayOut, wayOutOf } from './booking.refusal.text'
import { useWays } from './use-ways'

interface ConfirmRefusedProps {
  error: CallError<TakeError>
  /** What the button says while it is tried again. */
  busy: string | false
  onAgain: () => void
  onOtherTime: () => void
  onWithoutSubsidy: () => void
  onOnce: () => void
}

/** Why there is no place, in a sentence, and the one thing that helps, in a button. */
export function ConfirmRefused({ error, busy, ...on }: ConfirmRefusedProps) {
  const way = wayOutOf(error)
  const go: Partial<Record<WayOut, () => void>> = {
    ...useWays(),
    otherTime: on.onOtherTime,
    again: on.onAgain,
    mendNote: on.onAgain,
    mendAnswers: on.onAgain,
    withoutSubsidy: on.onWithoutSubsidy,
    once: on.onOnce,
  }
  // The id helps whoever is asked about a fault; a plain refusal needs none.
  const id = error.code === 'INTERNAL' || error.code === 'TIMEOUT' ? error.requestId : ''
  return (
    <>
      {busy ? null : (
        <Notice
          tone={way === 'again' ? 'warn' : 'danger'}
          icon={error.code === 'OFFLINE' ? 'offline' : 'alert'}
          requestId={id ? UI_TEXT.requestId(id) : undefined}
        >
          {error.message}
        </Notice>
      )}
      <Button busy={busy} onTap={go[way] ?? on.onOtherTime}>
        {WAY_OUT_TEXT[way]}
      </Button>
    </>
  )
}
