import type { Written } from '../../../../../types/contract/announcement-desk'
import { useCommand } from '../../../../cloud/use-command'
import { Bullets } from '../../../../ui/bullets'
import { Notice } from '../../../../ui/notice'
import { Sheet } from '../../../../ui/sheet'
import { Stack } from '../../../../ui/stack'
import { EDITOR_TEXT } from './editor.text'
import { PUBLISH_TEXT as TEXT } from './publish.text'
import { Reach } from './reach'

interface PublishSheetProps {
  written: Written
  region: string
  onStay: () => void
  onDone: (written: Written) => void
  onStale: () => void
}

/** The last word before it goes out: how many people it reaches, and what will happen. */
export function PublishSheet({ written, region, onStay, onDone, onStale }: PublishSheetProps) {
  const { announcementId, version, audience, must, content } = written
  const publish = useCommand('announcement.publish')
  const run = async () => {
    const result = await publish.run({ region, announcementId, version })
    if (result?.ok) onDone(result.data)
    else if (result?.error.code === 'CHANGED') onStale()
  }
  return (
    <Sheet
      title={TEXT.publishTitle}
      stay={{ say: TEXT.publishStay, onTap: onStay }}
      act={{
        say: TEXT.publishAct,
        onTap: () => void run(),
        busy: publish.says(TEXT.publishing),
        kind: 'main',
      }}
    >
      <Stack>
        <Reach region={region} audience={audience} unfit={false} />
        <Bullets
          lines={[
            TEXT.willHappen.tell,
            ...(content.category === 'emergency' ? [TEXT.willHappen.emergency] : []),
            ...(must ? [TEXT.willHappen.must(EDITOR_TEXT.asks.hours(must.callAfterHours))] : []),
            TEXT.willHappen.noEdit,
          ]}
        />
        {publish.error ? <Notice tone="warn">{publish.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
