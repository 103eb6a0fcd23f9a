import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import { useCommand } from '../../../cloud/use-command'
import { openFile } from '../../../lib/open-file'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { MY_DATA_TEXT } from './my-data.text'

const TEXT = MY_DATA_TEXT.export

/** Everything kept of me as a file: made at a tap, opened at another, so that a phone may ask first. */
export function ExportPart() {
  const make = useCommand('account.exportMyData')
  const [file, setFile] = useState<Contract['account.exportMyData']['output']>()
  const [opening, setOpening] = useState<'no' | 'yes' | 'failed'>('no')
  const run = async () => {
    const result = await make.run({})
    if (!result?.ok) return
    setOpening('no')
    setFile(result.data)
  }
  const open = async () => {
    if (!file) return
    setOpening('yes')
    setOpening((await openFile(file)) ? 'no' : 'failed')
  }
  return (
    <Stack card>
      <Heading>{TEXT.title}</Heading>
      <Say>{TEXT.say}</Say>
      {make.error ? <Notice tone="warn">{make.error.message}</Notice> : null}
      {file ? (
        <>
          <Notice tone="plain" icon="check">
            {TEXT.ready(file.fileName, MY_DATA_TEXT.size(file.bytes))}
          </Notice>
          {opening === 'failed' ? <Notice tone="warn">{TEXT.failed}</Notice> : null}
          <Button busy={opening === 'yes' && TEXT.opening} onTap={() => void open()}>
            {TEXT.open}
          </Button>
          <Button kind="second" busy={make.says(TEXT.busy)} onTap={() => void run()}>
            {TEXT.again}
          </Button>
        </>
      ) : (
        <Button kind="second" busy={make.says(TEXT.busy)} onTap={() => void run()}>
          {TEXT.act}
        </Button>
      )}
    </Stack>
  )
}
