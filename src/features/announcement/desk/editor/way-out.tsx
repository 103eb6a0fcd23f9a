import type { Written } from '../../../../../types/contract/announcement-desk'
import { useCommand } from '../../../../cloud/use-command'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Stack } from '../../../../ui/stack'
import { EDITOR_TEXT } from './editor.text'
import { PUBLISH_TEXT as TEXT } from './publish.text'

interface WayOutProps {
  written: Written | undefined
  region: string
  /** Nothing is missing. */
  ready: boolean
  /** It is being saved. */
  busy: boolean
  onPublish: () => void
  onSchedule: () => void
  onRemove: (written: Written) => void
  onWritten: (written: Written) => void
  onStale: () => void
}

/** Out into the world, now or later; not after all; or away. */
export function WayOut(props: WayOutProps) {
  const { written, region, ready, busy, onPublish, onSchedule, onRemove, onWritten, onStale } =
    props
  const unschedule = useCommand('announcement.unschedule')
  const notLater = async ({ announcementId, version }: Written) => {
    const result = await unschedule.run({ region, announcementId, version })
    if (result?.ok) onWritten(result.data)
    else if (result?.error.code === 'CHANGED') onStale()
  }
  return (
    <Stack>
      {unschedule.error ? <Notice tone="warn">{unschedule.error.message}</Notice> : null}
      {ready ? (
        <>
          <Button busy={busy && EDITOR_TEXT.saving} onTap={onPublish}>
            {TEXT.publish}
          </Button>
          <Button kind="second" disabled={busy} onTap={onSchedule}>
            {TEXT.schedule}
          </Button>
        </>
      ) : null}
      {written?.state === 'scheduled' ? (
        <Button
          kind="second"
          busy={unschedule.says(TEXT.unscheduling)}
          onTap={() => void notLater(written)}
        >
          {TEXT.unschedule}
        </Button>
      ) : null}
      {written?.state === 'draft' ? (
        <Button kind="danger" onTap={() => onRemove(written)}>
          {EDITOR_TEXT.remove}
        </Button>
      ) : null}
    </Stack>
  )
}
