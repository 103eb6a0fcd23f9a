import type { Contract } from '../../../../types/contract'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { useCommand } from '../../../cloud/use-command'
import { Bullets } from '../../../ui/bullets'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { ENDING_TEXT } from './ending.text'

const TEXT = ENDING_TEXT

export type Ending = Contract['account.endResidence']['input']

interface EndSheetProps {
  card: ResidentCard
  ending: Ending
  onStay: () => void
  onDone: (card: ResidentCard) => void
}

/** Says exactly what will happen, before it does. */
export function EndSheet({ card, ending, onStay, onDone }: EndSheetProps) {
  const end = useCommand('account.endResidence')
  const run = async () => {
    const result = await end.run(ending)
    if (result?.ok) onDone(result.data)
  }
  const { reason, householdId, tellHelpers } = ending
  // With a home left the person stays in the community.
  const leavesOne = reason === 'movedOut' && householdId !== undefined && card.homes.length > 1
  const place = card.homes.find((home) => home.householdId === householdId)?.place ?? card.place
  return (
    <Sheet
      title={TEXT.sureTitle}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: () => void run(), busy: end.says(TEXT.busy) }}
    >
      <Stack>
        <Say>{`${card.fullName}，${place}，${TEXT.reasons[reason].title}`}</Say>
        <Bullets
          lines={[
            ...(leavesOne ? TEXT.oneHome : TEXT.happens[reason]),
            ...(reason === 'death' ? [tellHelpers ? TEXT.told : TEXT.notTold] : []),
          ]}
        />
        {end.error ? <Notice tone="warn">{end.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
