import { useRef, useState } from 'react'
import type { ImportReport } from '../../../../types/contract/account-roster'
import type { CallError } from '../../../../types/contract/wire'
import { uploadFile } from '../../../cloud/transport-upload'
import { toCallError } from '../../../cloud/transport.failure'
import { useCommand } from '../../../cloud/use-command'
import type { PickedFile } from '../../../lib/pick-file'
import { IMPORT_TEXT } from './import.text'

/**
 * A file on its way to the cloud, which reads it and says what applying it would do. What arrived is not
 * sent again when only the reading failed. `says`: what goes on now, for the button.
 */
export function useRosterUpload() {
  const prepare = useCommand('account.prepareUpload')
  const read = useCommand('account.importRoster')
  const [says, setSays] = useState<string | false>(false)
  const [failure, setFailure] = useState<CallError>()
  const arrived = useRef<{ of: PickedFile; uploadId: string; fileId: string }>(undefined)

  const send = async (file: PickedFile): Promise<ImportReport | undefined> => {
    setFailure(undefined)
    try {
      if (arrived.current?.of !== file) {
        setSays(IMPORT_TEXT.preparing)
        const issued = await prepare.run({
          kind: 'roster',
          ending: endingOf(file.name),
          bytes: file.bytes,
        })
        if (!issued?.ok) return undefined
        const { uploadId, path } = issued.data
        setSays(IMPORT_TEXT.uploading(0))
        const fileId = await uploadFile(path, file.path, (percent) =>
          setSays(IMPORT_TEXT.uploading(percent)),
        )
        arrived.current = { of: file, uploadId, fileId }
      }
      setSays(IMPORT_TEXT.reading)
      const { uploadId, fileId } = arrived.current
      const report = await read.run({ uploadId, fileId })
      return report?.ok ? report.data : undefined
    } catch (thrown) {
      setFailure(toCallError(thrown))
      return undefined
    } finally {
      setSays(false)
    }
  }
  return { send, says, error: failure ?? prepare.error ?? read.error }
}

/** 'xlsx' of 名册.XLSX. */
export const endingOf = (name: string): string =>
  (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toLowerCase()
