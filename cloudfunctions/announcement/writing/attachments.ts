import type { Content } from '../../../types/contract/announcement-content'
import { FIELD_TEXT } from '../../../types/contract/fields.text'
import { refuse } from '../../shared/errors'
import { attachUpload, findUpload, readUpload, type UploadDoc } from '../../shared/files'
import { sizeOfPicture } from '../../shared/pictures'
import { DAY } from '../../shared/time'
import { together } from '../../shared/together'
import type { AttachedFile, Said } from '../announcement.docs'
import { isOffice, isPdf, isZip } from './file-kind.rules'

/** Whoever attaches, and to what. */
export interface Attaching {
  openid: string
  announcementId: string
  now: number
  /** What stands there already. */
  before?: Pick<Said, 'pictures' | 'files'> | undefined
  /** Where in the input the content stands, for the fields of a refusal: `content.` or `plan.content.`. */
  field: string
}

type Named = Content['pictures'][number]

interface Attached {
  file: AttachedFile
  upload?: UploadDoc
}

/**
 * The pictures and files that a content names, as they stand in the announcement. New ones are read and looked
 * at, all of them before any is attached; then they are the announcement's for a day, and stay when its update
 * stands (`keeping` of the document, follow.ts). So a call that dies leaves nothing for good.
 * Refuses NOT_ALLOWED_FILE and FILE_UNREADABLE.
 */
export async function attachAll(
  content: Pick<Content, 'pictures' | 'files'>,
  by: Attaching,
): Promise<Pick<Said, 'pictures' | 'files'> & { added: string[] }> {
  const pictures: Attached[] = []
  const files: Attached[] = []
  for (const [n, named] of content.pictures.entries()) {
    pictures.push(await lookAt(named, 'pictures', n, by))
  }
  for (const [n, named] of content.files.entries()) {
    files.push(await lookAt(named, 'files', n, by))
  }
  const uploads = [...pictures, ...files].flatMap(({ upload }) => upload ?? [])
  const { announcementId, now } = by
  const attached = await together(
    uploads.map((upload) => attachUpload(upload, announcementId, { now, removeAt: now + DAY })),
  )
  if (!attached.every(Boolean)) return refuse('NOT_ALLOWED_FILE')
  return {
    pictures: pictures.map(({ file }) => file),
    files: files.map(({ file }) => file),
    added: uploads.map(({ _id }) => _id),
  }
}

/** One after the other: each is read whole, and may be 20 MB. */
async function lookAt(
  { uploadId, fileId, name }: Named,
  kind: 'pictures' | 'files',
  n: number,
  { openid, announcementId, now, before, field }: Attaching,
): Promise<Attached> {
  const there = before?.[kind].find((one) => one.uploadId === uploadId && one.fileId === fileId)
  if (there) return { file: { ...there, name } }
  const upload = await findUpload(
    { uploadId, fileId },
    {
      who: openid,
      kind: kind === 'pictures' ? 'announcementPicture' : 'announcementFile',
      to: announcementId,
      now,
    },
  )
  const ending = upload.path.slice(upload.path.lastIndexOf('.') + 1)
  const bytes = await readUpload(upload)
  const size = kind === 'pictures' ? await sizeOfPicture(bytes, ending) : null
  if (kind === 'pictures' ? !size : !(await isFile(bytes, ending))) {
    const text = kind === 'pictures' ? FIELD_TEXT.badPicture : FIELD_TEXT.fileKind
    return refuse('FILE_UNREADABLE', { [`${field}${kind}.${n}`]: text })
  }
  return { file: { uploadId, fileId, name, ending, bytes: bytes.length, ...size }, upload }
}

/** A list of content types is no longer than this, in bytes. */
const MOST_TYPES = 1024 * 1024
const TYPES = '[Content_Types].xml'

/** Is a file what its ending says? Of an office file only the list of its parts is unpacked. */
async function isFile(bytes: Buffer, ending: string): Promise<boolean> {
  if (ending === 'pdf') return isPdf(bytes)
  if (!isZip(bytes)) return false
  const { strFromU8, unzipSync } = await import('fflate')
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
      name === TYPES && originalSize <= MOST_TYPES
    const types = unzipSync(bytes, { filter })[TYPES]
    return types !== undefined && isOffice(ending, strFromU8(types))
  } catch {
    return false
  }
}
