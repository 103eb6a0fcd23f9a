import { useState } from 'react'
import type { Contract } from '../../../types/contract'
import { useCommand } from '../../cloud/use-command'
import { openFile } from '../../lib/open-file'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'

type Op = 'booking.downloadAccount' | 'booking.downloadCards' | 'booking.exportDay'

interface DownloadButtonProps<O extends Op> {
  op: O
  input: Contract[O]['input']
  fileName: string
  text: Record<'download' | 'downloading' | 'opening' | 'failed', string>
}

/** Has a table made in the cloud, and opens it. */
export function DownloadButton<O extends Op>({
  op,
  input,
  fileName,
  text,
}: DownloadButtonProps<O>) {
  const make = useCommand<Op>(op)
  const [opening, setOpening] = useState<'no' | 'yes' | 'failed'>('no')
  const run = async () => {
    setOpening('no')
    const result = await make.run(input)
    if (!result?.ok) return
    setOpening('yes')
    const opened = await openFile({ url: result.data.url, fileName })
    setOpening(opened ? 'no' : 'failed')
  }
  return (
    <>
      {make.error ? <Notice tone="warn">{make.error.message}</Notice> : null}
      {opening === 'failed' ? <Notice tone="warn">{text.failed}</Notice> : null}
      <Button
        kind="second"
        icon="file"
        busy={make.says(text.downloading) || (opening === 'yes' && text.opening)}
        onTap={() => void run()}
      >
        {text.download}
      </Button>
    </>
  )
}
