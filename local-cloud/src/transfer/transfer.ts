import type { Collection } from '../db/collection'
import type { Database } from '../db/database'
import { DuplicateKey } from '../db/errors'
import { encodeKey } from '../db/key'
import { Locked } from '../db/transactions'
import type { Doc } from '../db/values'
import { BadLine, documentTexts, encodeLine } from './json-lines'
import { parseDocument } from './parse-document'

const MODES = ['insert', 'upsert'] as const
/** `insert`: an `_id` that is there already refuses the file. `upsert`: it is replaced. */
export type ImportMode = (typeof MODES)[number]

export const isImportMode = (text: string): text is ImportMode =>
  (MODES as readonly string[]).includes(text)

export interface ImportCounts {
  inserted: number
  replaced: number
}

/** Nothing of the file was written; the message is one sentence without the file's name. */
export class ImportRefused extends Error {}

const PAGE = 500

/** A collection's documents in insertion order, as pieces of JSON Lines of some hundred lines each. */
export function* exportLines(collection: Collection): Generator<string> {
  let after = 0
  for (;;) {
    const rows = collection.scan(after, PAGE)
    if (rows.length > 0) yield rows.map(({ doc }) => `${encodeLine(doc)}\n`).join('')
    if (rows.length < PAGE) return
    after = rows[rows.length - 1]!.seq
  }
}

/**
 * Writes every document of a file to a collection, which is made where it lacks, or nothing at all.
 * Throws ImportRefused, naming the line.
 */
export function importLines(
  database: Database,
  name: string,
  mode: ImportMode,
  chunks: Iterable<Buffer>,
): ImportCounts {
  const made = database.store.createCollection(name)
  try {
    return database.store.atomic(() => writeAll(database, name, mode, chunks))
  } catch (error) {
    if (made) database.store.dropCollection(name)
    if (error instanceof BadLine)
      throw new ImportRefused(`Line ${error.line} ${error.reason}; nothing was written.`)
    throw error
  }
}

function writeAll(
  database: Database,
  name: string,
  mode: ImportMode,
  chunks: Iterable<Buffer>,
): ImportCounts {
  const collection = database.store.collections.get(name)!
  const counts = { inserted: 0, replaced: 0 }
  for (const numbered of documentTexts(chunks)) {
    const doc = parseDocument(numbered)
    try {
      counts[writeOne(database, collection, mode, doc)]++
    } catch (error) {
      if (error instanceof DuplicateKey)
        throw new BadLine(numbered.line, `repeats a key (${error.message})`)
      if (error instanceof Locked)
        throw new BadLine(numbered.line, 'is a document that an open transaction holds')
      throw error
    }
  }
  return counts
}

function writeOne(
  database: Database,
  collection: Collection,
  mode: ImportMode,
  doc: Doc,
): keyof ImportCounts {
  const id = encodeKey(doc._id)
  database.transactions.refuseLocked(collection.name, id)
  const row = mode === 'upsert' ? collection.byId(id) : undefined
  if (row === undefined) {
    collection.insert(doc)
    return 'inserted'
  }
  collection.replace(row, doc)
  return 'replaced'
}
