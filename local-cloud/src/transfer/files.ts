import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { DataError, holdsData } from '../db/data-file'
import { Database } from '../db/database'
import { exportLines, importLines, ImportRefused, type ImportMode } from './transfer'

/** What is asked of a transfer can't be done; the message is one sentence. */
export class TransferError extends Error {}

const EXTENSIONS = /\.(json|jsonl)$/
const CHUNK_BYTES = 1024 * 1024

/** A collection's file: its name, with what a file name can't hold written as %XX. */
const fileOf = (collection: string): string => `${encodeURIComponent(collection)}.json`

const collectionOf = (file: string): string => {
  const bare = basename(file).replace(EXTENSIONS, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

export interface ExportOptions {
  data: string
  out: string
  /** Only this one; all when absent. */
  collection: string | undefined
}

/** Writes each collection to OUT/<name>.json; tells each file. Throws DataError or TransferError. */
export function exportFiles(
  { data, out, collection }: ExportOptions,
  tell: (line: string) => void,
): void {
  // Opening would make an empty cloud where there is none.
  if (!holdsData(data)) throw new DataError(`There is no data in ${data}.`)
  const database = new Database(data)
  try {
    const { collections } = database.store
    if (collection !== undefined && !collections.has(collection))
      throw new TransferError(`There is no collection ${collection} in ${data}.`)
    mkdirSync(out, { recursive: true })
    for (const name of collection === undefined ? collections.keys() : [collection]) {
      const file = join(out, fileOf(name))
      // A file of that name is whole at every moment, whatever ends this process.
      const draft = `${file}.part`
      const fd = openSync(draft, 'w')
      for (const text of exportLines(collections.get(name)!)) appendFileSync(fd, text)
      closeSync(fd)
      renameSync(draft, file)
      tell(`${file}: ${collections.get(name)!.count()} documents`)
    }
  } finally {
    database.close()
  }
}

export interface ImportOptions {
  data: string
  /** A file, or a folder whose *.json and *.jsonl are taken. */
  from: string
  /** Where a single file goes; otherwise its name says. */
  collection: string | undefined
  mode: ImportMode
}

/**
 * Imports a file, or a folder's files one by one, each whole or not at all; tells each file. Throws
 * DataError or TransferError at the first that is refused: those told before it stay.
 */
export function importFiles(options: ImportOptions, tell: (line: string) => void): void {
  const files = filesOf(options.from)
  if (options.collection !== undefined && files.length > 1)
    throw new TransferError('--collection goes with one file, not with a folder of several.')
  const database = new Database(options.data)
  try {
    for (const file of files) {
      const name = options.collection ?? collectionOf(file)
      try {
        const { inserted, replaced } = importLines(database, name, options.mode, chunksOf(file))
        tell(`${file}: ${inserted} inserted, ${replaced} replaced in ${name}`)
      } catch (error) {
        if (error instanceof ImportRefused) throw new TransferError(`${file}: ${error.message}`)
        throw error
      }
    }
  } finally {
    database.close()
  }
}

function filesOf(from: string): string[] {
  const info = statSync(from, { throwIfNoEntry: false })
  if (info === undefined) throw new TransferError(`${from} does not exist.`)
  if (!info.isDirectory()) return [from]
  const names = readdirSync(from).filter((name) => EXTENSIONS.test(name))
  if (names.length === 0) throw new TransferError(`${from} holds no .json or .jsonl file.`)
  return names.sort().map((name) => join(from, name))
}

function* chunksOf(file: string): Generator<Buffer> {
  const fd = openSync(file, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      const length = readSync(fd, chunk)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(fd)
  }
}
