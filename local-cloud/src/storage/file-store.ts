import { createHash, randomUUID } from 'node:crypto'
import {
  constants,
  createReadStream,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { readJson } from '../data-file'

export interface StoredFile {
  path: string
  /** The openid of the person who uploaded it; null for a file that a function uploaded. */
  owner: string | null
  contentType: string
  /** In bytes. */
  size: number
  /** The name of its content in the folder of blobs. */
  blob: string
}

/** The upload is longer than its ticket allows. */
export class FileTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`the file is over ${limit} bytes`)
  }
}

/**
 * Files by their cloud path. On the disk no name comes from a caller: the entry of a path is named by
 * its hash, its content by a random id, so that no path can leave the folder, meet a link in it, or
 * be both a file and a folder. An entry replaces another in one rename, after its content is there.
 */
export class FileStore {
  private readonly entries: string
  private readonly blobs: string
  private readonly files = new Map<string, StoredFile>()

  /** Reads what is there; content that no entry names (an upload cut short) is removed. Throws DataError. */
  constructor(directory: string) {
    this.entries = join(directory, 'entries')
    this.blobs = join(directory, 'blobs')
    mkdirSync(this.entries, { recursive: true })
    mkdirSync(this.blobs, { recursive: true })
    for (const name of readdirSync(this.entries)) {
      const file = join(this.entries, name)
      if (!name.endsWith('.json')) {
        rmSync(file)
        continue
      }
      const entry = readJson(file) as StoredFile
      this.files.set(entry.path, entry)
    }
    const named = new Set([...this.files.values()].map(({ blob }) => blob))
    for (const blob of readdirSync(this.blobs)) if (!named.has(blob)) rmSync(join(this.blobs, blob))
  }

  find(path: string): StoredFile | undefined {
    return this.files.get(path)
  }

  /**
   * Keeps what the stream gives, in place of what the path held. `mayReplace` is asked once more
   * when the content has arrived. Throws FileTooLarge or what `mayReplace` throws; nothing changes then.
   */
  async put(
    file: Pick<StoredFile, 'path' | 'owner' | 'contentType'>,
    content: AsyncIterable<Buffer>,
    limit: number,
    mayReplace: (existing: StoredFile | undefined) => void,
  ): Promise<StoredFile> {
    const blob = randomUUID()
    const blobFile = join(this.blobs, blob)
    try {
      const size = await save(blobFile, content, limit)
      const before = this.files.get(file.path)
      mayReplace(before)
      const stored: StoredFile = { ...file, size, blob }
      // At once in memory and on the disk, so that of two uploads the same one stays in both.
      this.writeEntry(stored)
      this.files.set(file.path, stored)
      if (before) await rm(join(this.blobs, before.blob), { force: true })
      return stored
    } catch (error) {
      if (this.files.get(file.path)?.blob !== blob) await rm(blobFile, { force: true })
      throw error
    }
  }

  /** False when there is no such file. */
  async remove(path: string): Promise<boolean> {
    const file = this.files.get(path)
    if (file === undefined) return false
    rmSync(this.entryFile(path), { force: true })
    this.files.delete(path)
    await rm(join(this.blobs, file.blob), { force: true })
    return true
  }

  /** The content of a file that `find` has given; undefined when it is not there as it was put. */
  read(file: StoredFile): Readable | undefined {
    try {
      // Not through a link, whoever put one there.
      const fd = openSync(join(this.blobs, file.blob), constants.O_RDONLY | constants.O_NOFOLLOW)
      return createReadStream('', { fd })
    } catch {
      return undefined
    }
  }

  private writeEntry(file: StoredFile): void {
    const entry = this.entryFile(file.path)
    const fresh = `${entry}.${file.blob}`
    writeFileSync(fresh, JSON.stringify(file))
    renameSync(fresh, entry)
  }

  private entryFile(path: string): string {
    return join(this.entries, `${createHash('sha256').update(path).digest('hex')}.json`)
  }
}

async function save(file: string, content: AsyncIterable<Buffer>, limit: number): Promise<number> {
  const handle = await open(file, 'wx')
  let size = 0
  try {
    for await (const chunk of content) {
      size += chunk.length
      // What follows is read and dropped: ending here would cut the line before the answer.
      if (size <= limit) await handle.write(chunk)
    }
    if (size > limit) throw new FileTooLarge(limit)
    return size
  } finally {
    await handle.close()
  }
}
