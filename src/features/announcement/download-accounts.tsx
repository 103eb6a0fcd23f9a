import { useState } from 'react'
import { useCommand } from '../../cloud/use-command'
import { openFile } from '../../lib/open-file'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.accounts

/** The accounts as a file for a desk: made by the cloud at the tap, and opened at once. */
export function DownloadAccounts({
  announcementId,
  title,
}: {
  announcementId: string
  title: string
}) {
  const make = useCommand('announcement.downloadDisclosure')
  const [opening, setOpening] = useState<'no' | 'yes' | 'failed'>('no')
  const run = async () => {
    setOpening('no')
    const result = await make.run({ announcementId })
    if (!result?.ok) return
    setOpening('yes')
    const opened = await openFile({ url: result.data.url, fileName: TEXT.file(title) })
    setOpening(opened ? 'no' : 'failed')
  }
  return (
    <>
      {make.error ? <Notice tone="warn">{make.error.message}</Notice> : null}
      {opening === 'failed' ? <Notice tone="warn">{TEXT.failed}</Notice> : null}
      <Button
        kind="second"
        icon="file"
        busy={make.says(TEXT.downloading) || (opening === 'yes' && TEXT.opening)}
        onTap={() => void run()}
      >
        {TEXT.download}
      </Button>
    </>
  )
}
