import { useState } from 'react'
import type { ServicePlan } from '../../../../types/contract/booking-catalogue'
import { UPLOADS } from '../../../../types/contract/uploads'
import type { CallError } from '../../../../types/contract/wire'
import { uploadFile } from '../../../cloud/transport-upload'
import { toCallError } from '../../../cloud/transport.failure'
import { useCommand } from '../../../cloud/use-command'
import type { PickedFile } from '../../../lib/pick-file'
import { KEEP_TEXT } from './keep.text'

const TEXT = KEEP_TEXT.pictures

/** A picture on its way to the cloud. `says`: what goes on now, for the button. */
export function usePictureUpload() {
  const prepare = useCommand('booking.prepareUpload')
  const [says, setSays] = useState<string | false>(false)
  const [failure, setFailure] = useState<CallError>()
  const send = async (file: PickedFile): Promise<ServicePlan['pictures'][number] | undefined> => {
    setFailure(undefined)
    setSays(TEXT.preparing)
    try {
      const issued = await prepare.run({ ending: endingOf(file.name), bytes: file.bytes })
      if (!issued?.ok) return undefined
      const { uploadId, path } = issued.data
      const fileId = await uploadFile(path, file.path, (percent) =>
        setSays(TEXT.uploading(percent)),
      )
      return { uploadId, fileId }
    } catch (thrown) {
      setFailure(toCallError(thrown))
      return undefined
    } finally {
      setSays(false)
    }
  }
  return { send, says, error: failure ?? prepare.error }
}

/** What keeps a picture from being sent at all. */
export function unfitOf({ name, bytes }: PickedFile): string | undefined {
  const { endings, bytes: most } = UPLOADS.servicePicture
  if (!(endings as readonly string[]).includes(endingOf(name))) return TEXT.wrongKind
  return bytes > most ? TEXT.tooLarge : undefined
}

const endingOf = (name: string): string =>
  (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? '').toLowerCase()
