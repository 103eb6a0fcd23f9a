import { useState } from 'react'
import { UPLOADS } from '../../../../../types/contract/uploads'
import type { CallError } from '../../../../../types/contract/wire'
import { uploadFile } from '../../../../cloud/transport-upload'
import { toCallError } from '../../../../cloud/transport.failure'
import { useCommand } from '../../../../cloud/use-command'
import type { PickedFile } from '../../../../lib/pick-file'
import { ATTACH_TEXT as TEXT } from './attach.text'
import type { AttachedDraft } from './plan.draft'

export type AttachedKind = 'announcementPicture' | 'announcementFile'

/** A picture or a file on its way to the cloud. `says`: what goes on now, for the button. */
export function useUpload(region: string, kind: AttachedKind) {
  const prepare = useCommand('announcement.prepareUpload')
  const [says, setSays] = useState<string | false>(false)
  const [failure, setFailure] = useState<CallError>()

  const send = async (file: PickedFile): Promise<AttachedDraft | undefined> => {
    setFailure(undefined)
    setSays(TEXT.preparing)
    try {
      const issued = await prepare.run({
        region,
        kind,
        ending: endingOf(file.name),
        bytes: file.bytes,
      })
      if (!issued?.ok) return undefined
      const { uploadId, path } = issued.data
      setSays(TEXT.uploading(0))
      const fileId = await uploadFile(path, file.path, (percent) =>
        setSays(TEXT.uploading(percent)),
      )
      return { uploadId, fileId, name: '' }
    } catch (thrown) {
      setFailure(toCallError(thrown))
      return undefined
    } finally {
      setSays(false)
    }
  }
  return { send, says, error: failure ?? prepare.error }
}

/** What keeps a file from being sent at all. */
export function unfitOf({ name, bytes }: PickedFile, kind: AttachedKind): string | undefined {
  const { endings, bytes: most } = UPLOADS[kind]
  if (!(endings as readonly string[]).includes(endingOf(name))) return TEXT[kind].wrongKind
  return bytes > most ? TEXT[kind].tooLarge : undefined
}

/** 'pdf' of 通知.PDF. */
const endingOf = (name: string): string =>
  (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? '').toLowerCase()

/** 通知 of 通知.PDF. */
export const nameOf = (name: string): string => name.replace(/\.[a-z0-9]{1,8}$/i, '')
