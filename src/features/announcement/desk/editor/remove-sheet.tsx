import type { Written } from '../../../../../types/contract/announcement-desk'
import { useCommand } from '../../../../cloud/use-command'
import { Notice } from '../../../../ui/notice'
import { Sheet } from '../../../../ui/sheet'
import { Say, Stack } from '../../../../ui/stack'
import { PUBLISH_TEXT as TEXT } from './publish.text'

interface RemoveSheetProps {
  written: Written
  region: string
  onStay: () => void
  onDone: () => void
}

/** A draft goes for good. */
export function RemoveSheet({ written, region, onStay, onDone }: RemoveSheetProps) {
  const { announcementId, version } = written
  const remove = useCommand('announcement.removeDraft')
  const run = async () => {
    const result = await remove.run({ region, announcementId, version })
    if (result?.ok) onDone()
  }
  return (
    <Sheet
      title={TEXT.removeTitle}
      stay={{ say: TEXT.removeStay, onTap: onStay }}
      act={{ say: TEXT.removeAct, onTap: () => void run(), busy: remove.says(TEXT.removing) }}
    >
      <Stack>
        <Say>{TEXT.removeSay}</Say>
        {remove.error ? <Notice tone="warn">{remove.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
