import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { PEOPLE_TEXT } from './people.text'
import type { Made } from './person.doing'

const TEXT = PEOPLE_TEXT.code

interface CodeSheetProps {
  householdId: string
  place: string
  onStay: () => void
  onMade: (made: Made) => void
}

/** Asks before a home's former code ends. */
export function CodeSheet({ householdId, place, onStay, onMade }: CodeSheetProps) {
  const make = useCommand('account.makeHouseholdCode')
  const run = async () => {
    const result = await make.run({ householdId })
    if (result?.ok) onMade(result.data)
  }
  return (
    <Sheet
      title={TEXT.askTitle}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: () => void run(), busy: make.says(TEXT.busy), kind: 'main' }}
    >
      <Stack>
        <Say>{TEXT.askSay(place)}</Say>
        {make.error ? <Notice tone="warn">{make.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
