import type { File } from '../../types/contract/announcement-content'
import { addressesOf } from '../shared/storage'
import { MINUTE, SECOND } from '../shared/time'
import type { AttachedFile, Said } from './announcement.docs'

/** How long an address of a picture or a file is good, in seconds: WeChat's phones fetch it at once. */
const ADDRESS_FOR = (10 * MINUTE) / SECOND

export interface ShownFiles {
  pictures: File[]
  files: File[]
}

/** Pictures and files with addresses, by one request for all; one that is gone is left out. */
export async function shownFiles({ pictures, files }: Pick<Said, 'pictures' | 'files'>) {
  const ids = [...pictures, ...files].map(({ fileId }) => fileId)
  const addresses = ids.length > 0 ? await addressesOf(ids, ADDRESS_FOR) : new Map<string, string>()
  const shown = (attached: readonly AttachedFile[]): File[] =>
    attached.flatMap((file) => {
      const url = addresses.get(file.fileId)
      return url === undefined ? [] : [{ ...file, url }]
    })
  return { pictures: shown(pictures), files: shown(files) } satisfies ShownFiles
}
