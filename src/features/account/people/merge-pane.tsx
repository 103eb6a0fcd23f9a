import { type ReactNode, useState } from 'react'
import type { ListedResident, ResidentCard } from '../../../../types/contract/account-roster'
import { useCommand } from '../../../cloud/use-command'
import { Bullets } from '../../../ui/bullets'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Heading, Say, Stack } from '../../../ui/stack'
import { ENDING_TEXT } from './ending.text'
import { FindForm, type FindInput } from './find-form'
import { FoundList } from './found-list'

const TEXT = ENDING_TEXT.merge

interface MergePaneProps {
  card: ResidentCard
  onSheet: (sheet: ReactNode) => void
  onLeave: () => void
  onDone: (card: ResidentCard) => void
}

/** Two records are one person's: finds the other, and says what moves before it does. */
export function MergePane({ card, onSheet, onLeave, onDone }: MergePaneProps) {
  const [input, setInput] = useState<FindInput>()
  const ask = (other: ListedResident) =>
    onSheet(<MergeSheet card={card} other={other} onStay={() => onSheet(null)} onDone={onDone} />)
  return (
    <Stack>
      <Stack card>
        <Heading>{TEXT.title}</Heading>
        <Say>{TEXT.say(card.fullName)}</Say>
      </Stack>
      <FindForm onFind={setInput} />
      {input ? (
        <FoundList input={input} chosen={undefined} onChoose={ask} without={card.residentId} />
      ) : null}
      <Button kind="second" onTap={onLeave}>
        {TEXT.stay}
      </Button>
    </Stack>
  )
}

interface MergeSheetProps {
  card: ResidentCard
  other: ListedResident
  onStay: () => void
  onDone: (card: ResidentCard) => void
}

function MergeSheet({ card, other, onStay, onDone }: MergeSheetProps) {
  const merge = useCommand('account.mergeResidents')
  const run = async () => {
    const result = await merge.run({ keepId: card.residentId, mergedId: other.residentId })
    if (result?.ok) onDone(result.data)
  }
  return (
    <Sheet
      title={TEXT.sureTitle}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: () => void run(), busy: merge.says(TEXT.busy) }}
    >
      <Stack>
        <Say>{TEXT.keep(card.fullName, card.place)}</Say>
        <Say>{TEXT.gone(other.name, other.place)}</Say>
        <Bullets lines={TEXT.moves} />
        {merge.error ? <Notice tone="warn">{merge.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
