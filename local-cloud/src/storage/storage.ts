import type { Readable } from 'node:stream'
import type { Clock } from '../clock'
import { CloudError } from '../db/errors'
import { fileIdOf, pathOf, wrongPath } from './cloud-path'
import { plainType, typeByName } from './content-type'
import type { FileStore, StoredFile } from './file-store'
import { Tickets, type Ticket } from './tickets'

/** Everybody, the one who uploaded the file, or nobody but functions. */
export type StorageAccess = boolean | 'uploader'

/** What clients may do; functions may do everything. */
export interface StorageRule {
  read: StorageAccess
  write: StorageAccess
}

/** Who acts: a client with its openid, or a function, which is an administrator. */
export type Actor = { client: string } | { function: string | undefined }

export interface UploadGrant {
  fileID: string
  /** Takes one PUT of the content, with the content type it was asked for. */
  url: string
  contentType: string
  /** Epoch ms of the cloud's clock. */
  expires: number
}

/** The answer for one file of a list, as the SDK expects it. */
export interface FileAnswer {
  fileID: string
  /** 'SUCCESS', or why not, and then a message. */
  code: string
  message?: string
  tempFileURL?: string
  maxAge?: number
}

/** An item of a list of files: a file id alone stands for `{ fileID }`. */
interface NamedFile {
  fileID?: unknown
  maxAge?: unknown
}

const UPLOAD_MS = 10 * 60_000
const DEFAULT_MAX_AGE_S = 24 * 3600
const MOST_FILES = 50

export const storageError = (code: string, message: string): CloudError =>
  new CloudError(code, message)

const denied = (): CloudError =>
  storageError('STORAGE_EXCEED_AUTHORITY', '[ExceedAuthority] storage permission denied')

/** The cloud's file storage: grants signed URLs to those who may, and takes and gives content by them. */
export class Storage {
  readonly tickets: Tickets
  private baseUrl = ''

  constructor(
    private readonly files: FileStore,
    private readonly rule: StorageRule,
    private readonly maxFileBytes: number,
    private readonly clock: Clock,
  ) {
    this.tickets = new Tickets(() => clock.now())
  }

  /** `http://127.0.0.1:PORT`, known once the server listens. */
  listenAt(baseUrl: string): void {
    this.baseUrl = baseUrl
  }

  /** A URL to upload one file by. Throws CloudError: INVALID_PARAM, STORAGE_EXCEED_AUTHORITY, EXCEED_SIZE. */
  grantUpload(
    actor: Actor,
    { cloudPath, size, contentType }: { cloudPath: unknown; size?: unknown; contentType?: unknown },
  ): UploadGrant {
    const wrong = wrongPath(cloudPath)
    if (wrong !== undefined) throw storageError('INVALID_PARAM', `[InvalidParameter] ${wrong}`)
    const path = cloudPath as string
    const type = contentType === undefined ? typeByName(path) : plainType(contentType)
    if (type === undefined)
      throw storageError('INVALID_PARAM', '[InvalidParameter] contentType is no content type')
    if (size !== undefined && !(Number.isInteger(size) && (size as number) >= 0))
      throw storageError('INVALID_PARAM', '[InvalidParameter] size must be a number of bytes')
    if (size !== undefined && (size as number) > this.maxFileBytes) throw this.tooLarge()
    this.checkWrite(actor, this.files.find(path))
    const expires = Math.floor(this.clock.now()) + UPLOAD_MS
    const sign = this.tickets.sign({
      to: 'upload',
      path,
      expires,
      owner: 'client' in actor ? actor.client : null,
      contentType: type,
      size: (size as number | undefined) ?? this.maxFileBytes,
      exact: size !== undefined,
      invocation: 'function' in actor ? actor.function : undefined,
    })
    const url = `${this.baseUrl}/storage/object/${encodeURI(path)}?sign=${sign}`
    return { fileID: fileIdOf(path), url, contentType: type, expires }
  }

  /** Keeps the content of an upload. Throws CloudError; whose file it is is looked at once more. */
  async receive(
    ticket: Ticket & { to: 'upload' },
    content: AsyncIterable<Buffer>,
  ): Promise<StoredFile> {
    const { path, owner, contentType, size, exact } = ticket
    const actor: Actor = owner === null ? { function: undefined } : { client: owner }
    const counted = exact ? exactly(content, size) : content
    return this.files.put({ path, owner, contentType }, counted, size, (existing) =>
      this.checkWrite(actor, existing),
    )
  }

  /** Temporary URLs, or why not, file by file. Throws CloudError for a list that is none. */
  tempUrls(actor: Actor, list: unknown): FileAnswer[] {
    return this.eachFile(list, (item) => {
      const { fileID, maxAge } = item
      const file = this.existing(fileID)
      if (!this.allows(this.rule.read, actor, file)) throw denied()
      const seconds = maxAge ?? DEFAULT_MAX_AGE_S
      if (typeof seconds !== 'number' || !(seconds > 0))
        throw storageError('INVALID_PARAM', '[InvalidParameter] maxAge must be seconds above 0')
      const expires = Math.floor(this.clock.now() + seconds * 1000)
      const sign = this.tickets.sign({ to: 'download', path: file.path, expires })
      // Not escaped, as the real one is not: the SDK escapes it before it asks.
      return {
        maxAge: seconds,
        tempFileURL: `${this.baseUrl}/storage/object/${file.path}?sign=${sign}`,
      }
    })
  }

  /** Removes files, or says why not, file by file. Throws CloudError for a list that is none. */
  async remove(actor: Actor, list: unknown): Promise<FileAnswer[]> {
    const paths: string[] = []
    const answers = this.eachFile(list, (item) => {
      const file = this.existing(item.fileID)
      this.checkWrite(actor, file)
      paths.push(file.path)
      return {}
    })
    for (const path of paths) await this.files.remove(path)
    return answers
  }

  /** The content behind a download ticket, open to read; undefined when the file is gone. */
  content(ticket: Ticket): { file: StoredFile; stream: Readable } | undefined {
    const file = this.files.find(ticket.path)
    const stream = file && this.files.read(file)
    return stream && { file, stream }
  }

  /** Whether a URL is a temporary URL of this cloud that still leads to a file; undefined when it is none of ours. */
  leadsToFile(url: string): boolean | undefined {
    if (!url.startsWith(`${this.baseUrl}/storage/object/`)) return undefined
    const sign = new URL(url).searchParams.get('sign') ?? ''
    const ticket = this.tickets.read(sign)
    return typeof ticket === 'object' && this.files.find(ticket.path) !== undefined
  }

  private tooLarge(): CloudError {
    return storageError(
      'EXCEED_SIZE',
      `[LimitExceeded] the file is over ${this.maxFileBytes} bytes`,
    )
  }

  private existing(fileID: unknown): StoredFile {
    const path = typeof fileID === 'string' ? pathOf(fileID) : undefined
    const file = path === undefined ? undefined : this.files.find(path)
    if (file) return file
    throw storageError('STORAGE_FILE_NONEXIST', '[ResourceNotFound] storage file not exists')
  }

  private allows(access: StorageAccess, actor: Actor, file: StoredFile): boolean {
    if ('function' in actor || access === true) return true
    return access === 'uploader' && file.owner === actor.client
  }

  private checkWrite(actor: Actor, existing: StoredFile | undefined): void {
    if ('function' in actor) return
    if (this.rule.write === false) throw denied()
    // Even where everybody may write, a file that is there belongs to the one who uploaded it.
    if (existing && existing.owner !== actor.client) throw denied()
  }

  private eachFile(list: unknown, answer: (item: NamedFile) => Partial<FileAnswer>): FileAnswer[] {
    if (!Array.isArray(list) || list.length === 0 || list.length > MOST_FILES)
      throw storageError(
        'INVALID_PARAM',
        `[InvalidParameter] fileList must hold 1 to ${MOST_FILES} files`,
      )
    return list.map((item: unknown) => {
      const object = typeof item === 'object' && item !== null
      const named = object ? (item as NamedFile) : { fileID: item }
      const fileID = typeof named.fileID === 'string' ? named.fileID : ''
      try {
        return { fileID, code: 'SUCCESS', ...answer(named) }
      } catch (error) {
        if (error instanceof CloudError)
          return { fileID, code: error.code, message: error.message, tempFileURL: '' }
        throw error
      }
    })
  }
}

async function* exactly(content: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let seen = 0
  for await (const chunk of content) {
    seen += chunk.length
    yield chunk
  }
  if (seen < size)
    throw storageError(
      'INVALID_PARAM',
      `[InvalidParameter] ${seen} bytes came of the ${size} announced`,
    )
}
