import type { Slot } from '../../../types/contract/booking'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { WAITING_TEXT as TEXT } from './booking.waiting.text'
import { useLine } from './use-line'

/** Gives back the place that is kept: it goes to the next who waits. */
export function DeclineButton({ slot, onGone }: { slot: Slot; onGone: () => void }) {
  const { leave, leaveLine } = useLine()
  const decline = async () => {
    if (await leaveLine(slot)) onGone()
  }
  return (
    <>
      {leave.error ? <Notice tone="warn">{leave.error.message}</Notice> : null}
      <Button kind="second" busy={leave.says(TEXT.leaving)} onTap={() => void decline()}>
        {TEXT.decline}
      </Button>
    </>
  )
}
