import { useState } from 'react'
import type { Visit } from '../../../../types/contract/booking-visits'
import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { ReasonField } from '../../../ui/reason-field'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'

/** The least a reason says, as the contract has it. */
const LEAST = 2

interface CancelVisitSheetProps {
  visit: Visit
  onStay: () => void
  onDone: (visit: Visit) => void
}

/** Cancels a visit, with the reason that the person and who acts for them receive. */
export function CancelVisitSheet({ visit, onStay, onDone }: CancelVisitSheetProps) {
  const cancel = useCommand('booking.cancelVisit')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const run = async () => {
    const say = reason.trim()
    if (say.length < LEAST) return setMissing(true)
    const reply = await cancel.run({ ...whichOf(visit), say })
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Sheet
      title={TEXT.cancelTitle(visit.name)}
      stay={{ say: TEXT.cancelStay, onTap: onStay }}
      act={{ say: TEXT.cancelAct, onTap: () => void run(), busy: cancel.says(TEXT.cancelBusy) }}
    >
      <Stack>
        <Say>{TEXT.cancelSay}</Say>
        <ReasonField
          label={TEXT.cancelReason}
          hint={TEXT.reasonHint}
          reasons={TEXT.cancelReasons}
          reason={reason}
          onChange={(next) => {
            setMissing(false)
            setReason(next)
          }}
          problem={missing ? TEXT.noReason : undefined}
        />
        {cancel.error ? <Notice tone="warn">{cancel.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
