import type { Contract } from '../../../../types/contract'
import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { CARE_TEXT } from './care.text'

const TEXT = CARE_TEXT.entitlements

interface EndEntitlementSheetProps {
  residentId: string
  entitlementId: string
  onStay: () => void
  onDone: (reply: Contract['booking.endEntitlement']['output']) => void
}

/** Asks once more, and says what becomes of what is booked. */
export function EndEntitlementSheet(props: EndEntitlementSheetProps) {
  const { residentId, entitlementId, onStay, onDone } = props
  const end = useCommand('booking.endEntitlement')
  const run = async () => {
    const reply = await end.run({ residentId, entitlementId })
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Sheet
      title={TEXT.endTitle}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.endAct, onTap: () => void run(), busy: end.says(TEXT.ending) }}
    >
      <Stack>
        <Say>{TEXT.endSay}</Say>
        {end.error ? <Notice tone="warn">{end.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
