import { collection, type Document } from './db'
import { sha256 } from './digest'
import { refuse } from './errors'
import { newId } from './ids'
import { addressOf, writeFile } from './storage'
import type { Tap } from './taps'
import { HOUR, MINUTE } from './time'
import { together } from './together'

/**
 * A file that the cloud makes for one person, to be fetched at once. Its row stands among the uploads, so
 * that the ticker removes both (files.jobs.ts); it is there before the file, so that none is forgotten.
 */
interface MadeFileDoc extends Document {
  /** The account (openid) it is for. */
  who: string
  kind: 'export'
  path: string
  of: string
  issuedAt: number
  state: 'attached'
  removeAt: number
  /** Once the file is there. */
  fileId?: string
  bytes?: number
}

const files = collection<MadeFileDoc>('uploads')

/** How long a file stays, and for how long an address of it is good. */
const KEPT_FOR = HOUR
const ADDRESS_FOR = 10 * MINUTE

export interface MadeFile {
  fileId: string
  url: string
  bytes: number
  expiresAt: number
}

interface Making<T> {
  who: string
  ending: string
  tap: Tap
  now: number
  /** What has to be known first, read beside what the tap may have made before; a refusal ends the call. */
  first: Promise<T>
}

/**
 * Makes a file by one tap; `make` only reads. The same tap again gives the same file while it is there, and another
 * one after. Refuses TAP_REUSED.
 */
export async function makeFile<T>(
  { who, ending, tap, now, first }: Making<T>,
  make: (known: T) => Promise<Buffer>,
): Promise<MadeFile> {
  const id = sha256(JSON.stringify([who, 'made', tap.tapId])).slice(0, 24)
  const [before, known] = await together([files.find(id), first])
  if (before && before.of !== tap.of) return refuse('TAP_REUSED')
  const lasts = before && before.removeAt > now + ADDRESS_FOR
  if (lasts && before.fileId !== undefined && before.bytes !== undefined) {
    const made = await opened(before.fileId, before.bytes, now)
    if (made) return made
  }
  const row: MadeFileDoc = lasts
    ? before
    : {
        // A row whose time is over may be removed at any moment, and its file with it.
        _id: before ? `${id}-${newId()}` : id,
        who,
        kind: 'export',
        path: `made/${newId()}${newId()}.${ending}`,
        of: tap.of,
        issuedAt: tap.at,
        state: 'attached',
        removeAt: now + KEPT_FOR,
      }
  const [inserted, content] = await together([
    lasts ? Promise.resolve('inserted') : files.insert(row),
    make(known),
  ])
  if (inserted === 'exists') return refuse('BUSY')
  const fileId = await writeFile(row.path, content)
  const [made] = await together([
    opened(fileId, content.length, now),
    files.updateOne(row._id, {}, { fileId, bytes: content.length }),
  ])
  return made ?? refuse('BUSY')
}

async function opened(fileId: string, bytes: number, now: number): Promise<MadeFile | null> {
  const url = await addressOf(fileId, ADDRESS_FOR / 1_000)
  return url === null ? null : { fileId, url, bytes, expiresAt: now + ADDRESS_FOR }
}
