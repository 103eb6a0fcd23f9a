import { UPLOADS, type UploadKind } from '../../types/contract/uploads'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { _, collection, type Document } from './db'
import { refuse } from './errors'
import { newId, shortId } from './ids'
import { readFile } from './storage'
import type { Tap } from './taps'
import { DAY } from './time'

/**
 * What people upload. The cloud issues the path, and a command takes only a file that was issued to the
 * one who calls, for that purpose, and has not been used. Whatever is not used within a day goes.
 */
export interface UploadDoc extends Document {
  /** The account it was issued to. */
  who: string
  kind: UploadKind
  /** Where the phone uploads it. */
  path: string
  /** The input of the tap it was issued for, to tell a repeated tap. */
  of: string
  issuedAt: number
  state: 'issued' | 'attached'
  /** Where it is: known once a command has been given it. */
  fileId?: string
  /** The one thing it belongs to. */
  attachedTo?: string
  /** From this moment the ticker removes the file with this row; absent for a file that is kept. */
  removeAt?: number
}

/** What may be used only once may be used for a day. */
const UNUSED_FOR = DAY

const uploads = collection<UploadDoc>('uploads')

export interface UploadAsked {
  /** The caller's account id. */
  who: string
  /** What stands for the account in a path, which others may see. */
  ref: string
  kind: UploadKind
  ending: string
  tap: Tap
}

/** Issues a path for one file; the same tap again gives the same path. Refuses TAP_REUSED. */
export async function issueUpload({ who, ref, kind, ending, tap }: UploadAsked): Promise<string> {
  const id = shortId([who, tap.tapId])
  const upload: UploadDoc = {
    _id: id,
    who,
    kind,
    // The second half cannot be guessed: nobody else is there first.
    path: `u/${ref}/${id}-${newId()}.${ending}`,
    of: tap.of,
    issuedAt: tap.at,
    state: 'issued',
    removeAt: tap.at + UNUSED_FOR,
  }
  if ((await uploads.insert(upload)) === 'inserted') return upload.path
  const before = await uploads.get(id)
  return before.of === tap.of ? before.path : refuse('TAP_REUSED')
}

/** `cloud://environment.bucket/u/account/id-secret.ending`. */
const FILE_ID = /^cloud:\/\/[\w.-]+\/(u\/[\w-]+\/([0-9a-f]{24})-[0-9a-f]{24}\.[a-z]+)$/

/**
 * The upload that a file id names, if it was issued to this account for this purpose, and is unused or
 * already attached to `to` (the same tap again). Refuses NOT_FOUND.
 */
export async function findUpload(
  fileId: string,
  { who, kind, to, now }: { who: string; kind: UploadKind; to: string; now: number },
): Promise<UploadDoc> {
  const [, path, id] = FILE_ID.exec(fileId) ?? []
  const upload = id === undefined ? null : await uploads.find(id)
  if (upload?.path !== path || upload?.who !== who || upload.kind !== kind) {
    return refuse('NOT_FOUND')
  }
  const usable = upload.state === 'issued' ? (upload.removeAt ?? 0) > now : upload.attachedTo === to
  return usable ? { ...upload, fileId } : refuse('NOT_FOUND')
}

/**
 * Gives the file to what it belongs to, once; false when something else has it. With `removeAt` the
 * file is only read, and the ticker removes it from then on.
 */
export async function attachUpload(
  { _id, fileId, attachedTo }: UploadDoc,
  to: string,
  { now, removeAt }: { now: number; removeAt?: number },
): Promise<boolean> {
  if (attachedTo === to) return true
  return uploads.updateOne(
    _id,
    { state: 'issued', removeAt: _.gt(now) },
    { state: 'attached', attachedTo: to, fileId, removeAt: removeAt ?? _.remove() },
  )
}

/** What was attached is not needed any more: the ticker removes it. */
export const dropUpload = async (uploadId: string, now: number): Promise<void> => {
  await uploads.updateOne(uploadId, {}, { removeAt: now })
}

/** The content of an upload, up to the size its kind may have. Refuses NOT_FOUND and TOO_LARGE. */
export async function readUpload({ kind, fileId }: UploadDoc): Promise<Buffer> {
  const content = await readFile(fileId ?? refuse('NOT_FOUND'), UPLOADS[kind].bytes)
  if (content === 'missing') return refuse('NOT_FOUND')
  if (content === 'too large') return refuse('TOO_LARGE', { fileId: FIELD_TEXT.fileTooLarge })
  return content
}

/** Uploads whose time is over, the oldest first. */
export const findOverdueUploads = (before: number, limit: number): Promise<UploadDoc[]> =>
  uploads.list({
    where: { removeAt: _.lt(before) },
    orderBy: [['removeAt', 'asc']],
    limit,
  })

/** The file is gone: so is its row. */
export const forgetUpload = (uploadId: string): Promise<void> => uploads.remove(uploadId)

/** The file could not be removed: it is tried again from `at` on. */
export const putOffRemoval = async (uploadId: string, at: number): Promise<void> => {
  await uploads.updateOne(uploadId, {}, { removeAt: at })
}
