import { Text } from '@tarojs/components'
import { useCommand } from '../../../cloud/use-command'
import { dropActing } from '../../../lib/acting'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { showHelping } from './helping.cache'
import { HELPING_TEXT } from './helping.text'

const TEXT = HELPING_TEXT.end

/** A right to act that is to end: mine for somebody, or somebody's for me. */
export type Ending = { grantId: string; name: string } & (
  { whose: 'mine'; residentId: string } | { whose: 'theirs' }
)

/** Ends it for good, once it was asked again. */
export function useEnding(onEnded: () => void) {
  const command = useCommand('account.endHelping', { as: 'me' })
  const act = async (ending: Ending) => {
    const result = await command.run({ grantId: ending.grantId })
    if (!result?.ok) return
    showHelping(result.data)
    if (ending.whose === 'mine') dropActing(ending.residentId)
    onEnded()
  }
  return { act, says: command.says, error: command.error, forget: command.forget }
}

interface EndSheetProps {
  ending: Ending
  end: ReturnType<typeof useEnding>
  onStay: () => void
}

export function EndSheet({ ending, end, onStay }: EndSheetProps) {
  const { name, whose } = ending
  const mine = whose === 'mine'
  return (
    <Sheet
      title={mine ? TEXT.mineTitle(name) : TEXT.theirsTitle(name)}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{ say: TEXT.act, onTap: () => void end.act(ending), busy: end.says(TEXT.acting) }}
    >
      <Text className="helping__fact">{mine ? TEXT.mineSay : TEXT.theirsSay}</Text>
      {end.error ? <Notice tone="warn">{end.error.message}</Notice> : null}
    </Sheet>
  )
}
