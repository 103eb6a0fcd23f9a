import { UPLOADS, type UploadKind } from '../../types/contract/uploads'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { _, collection, type Document } from './db'
import { sha256 } from './digest'
import { refuse } from './errors'
import { newId } from './ids'
import { readFile } from './storage'
import type { Tap } from './taps'
import { DAY } from './time'

/**
 * What people upload. The cloud issues the path, and a command takes only a file that was issued to the
 * one who calls, for that purpose, and has not been used. Whatever is not used within a day goes.
 */
export interface UploadDoc extends Document {
  /** The account (openid) it was issued to; of a file that stays, what it belongs to. */
  who: string
  kind: UploadKind
  /** Where the phone uploads it. */
  path: string
  /** What the tap it was issued for asked, to tell a repeated tap. */
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

/** How long a path waits for its file. */
const UNUSED_FOR = DAY

const uploads = collection<UploadDoc>('uploads')

export interface UploadAsked {
  /** The caller: the account's id, and what stands for it in a path, which others may see. */
  who: string
  ref: string
  kind: UploadKind
  ending: string
  bytes: number
  tap: Tap
}

export interface UploadIssued {
  uploadId: string
  path: string
  expiresAt: number
}

/** Issues a path for one file; the same tap again gives the same one. Refuses NOT_ALLOWED_FILE, TAP_REUSED. */
export async function issueUpload(asked: UploadAsked): Promise<UploadIssued> {
  const { who, ref, kind, bytes, tap } = asked
  const ending = asked.ending.toLowerCase()
  const { endings, bytes: most } = UPLOADS[kind]
  if (!(endings as readonly string[]).includes(ending)) {
    return refuse('NOT_ALLOWED_FILE', { ending: FIELD_TEXT.fileKind })
  }
  if (bytes > most) return refuse('NOT_ALLOWED_FILE', { bytes: FIELD_TEXT.fileTooLarge })
  const id = sha256(JSON.stringify([who, tap.tapId])).slice(0, 24)
  const upload = {
    _id: id,
    who,
    kind,
    // The second half cannot be guessed: nobody else is there first.
    path: `u/${ref}/${id}-${newId()}.${ending}`,
    of: tap.of,
    issuedAt: tap.at,
    state: 'issued',
    removeAt: tap.at + UNUSED_FOR,
  } as const
  if ((await uploads.insert(upload)) === 'inserted') return issued(upload)
  const before = await uploads.get(id)
  return before.of === tap.of ? issued(before) : refuse('TAP_REUSED')
}

const issued = ({ _id, path, issuedAt }: UploadDoc): UploadIssued => ({
  uploadId: _id,
  path,
  expiresAt: issuedAt + UNUSED_FOR,
})

export interface UploadNamed {
  uploadId: string
  fileId: string
}

/**
 * The upload that a phone names, if it was issued to this account for this purpose, lies where the cloud
 * said, and is unused or attached to `to` already (the same tap again). Refuses NOT_ALLOWED_FILE.
 */
export async function findUpload(
  { uploadId, fileId }: UploadNamed,
  { who, kind, to, now }: { who: string; kind: UploadKind; to: string; now: number },
): Promise<UploadDoc> {
  const upload = await uploads.find(uploadId)
  if (upload?.who !== who || upload.kind !== kind || pathOf(fileId) !== upload.path) {
    return refuse('NOT_ALLOWED_FILE')
  }
  const usable = upload.state === 'issued' ? (upload.removeAt ?? 0) > now : upload.attachedTo === to
  return usable ? { ...upload, fileId } : refuse('NOT_ALLOWED_FILE')
}

/** The path in `cloud://environment.bucket/path`. */
const pathOf = (fileId: string): string | undefined => /^cloud:\/\/[\w.-]+\/(.+)$/.exec(fileId)?.[1]

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

/**
 * Files that were attached for the time being stay with what they belong to, for good: they are its, and not any
 * more the account's that uploaded them.
 */
export const keepUploads = async (uploadIds: readonly string[], to: string): Promise<void> => {
  if (uploadIds.length === 0) return
  await uploads.updateMany(uploadIds, { attachedTo: to }, { removeAt: _.remove(), who: to })
}

/** Files that were attached to this are not needed any more: the ticker removes them. */
export const dropUploads = async (
  uploadIds: readonly string[],
  from: string,
  now: number,
): Promise<void> => {
  if (uploadIds.length === 0) return
  await uploads.updateMany(uploadIds, { attachedTo: from }, { removeAt: now })
}

/** The content of an upload, up to the size its kind may have. Refuses NOT_ALLOWED_FILE. */
export async function readUpload({ kind, fileId }: UploadDoc): Promise<Buffer> {
  const content = await readFile(fileId ?? refuse('NOT_ALLOWED_FILE'), UPLOADS[kind].bytes)
  if (content === 'missing') return refuse('NOT_ALLOWED_FILE')
  if (content === 'too large') {
    return refuse('NOT_ALLOWED_FILE', { fileId: FIELD_TEXT.fileTooLarge })
  }
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
