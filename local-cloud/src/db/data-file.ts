import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DataLock } from './data-lock'
import { Sql } from './sql'
import { walProblem } from './wal-check'

/** The data can't be opened; the message is one sentence for a person. */
export class DataError extends Error {}

const FORMAT = '1'

const TABLES = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS indexes (number INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL, spec TEXT NOT NULL, arrays TEXT NOT NULL, UNIQUE (collection, name));
INSERT OR IGNORE INTO meta (name, value) VALUES ('format', '${FORMAT}');
`

const FILE = 'cloud.db'

/** Whether a folder holds a cloud's data, whole or not. */
export const holdsData = (folder: string): boolean =>
  existsSync(join(folder, FILE)) || existsSync(join(folder, `${FILE}-wal`))

/** A cloud's data, open, and how it is closed. */
export interface OpenData {
  sql: Sql
  /** Gives the folder back. */
  close: () => void
}

/** Opens the data of a folder, made where it lacks, or ':memory:'; held by this process alone. Throws DataError. */
export function openData(data: string): OpenData {
  if (data === ':memory:') {
    const sql = new Sql(data)
    sql.exec(TABLES)
    return { sql, close: () => sql.close() }
  }
  let lock: DataLock | undefined
  try {
    makeFolder(data)
    lock = new DataLock(data)
    const path = join(data, FILE)
    if (!existsSync(path)) makeFile(path, data)
    const sql = openFile(path, data)
    const held = lock
    const close = (): void => {
      sql.close()
      held.close()
    }
    return { sql, close }
  } catch (error) {
    lock?.close()
    throw sentenceOf(error, data)
  }
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true })
  } catch (error) {
    throw new DataError(`The data directory ${data} can't be made: ${(error as Error).message}.`)
  }
}

const damaged = (where: string, what: string): DataError =>
  new DataError(
    `The data in ${where} is damaged (${what.replace(/\s+/g, ' ')}); move it away to begin again.`,
  )

/**
 * Makes a new file under another name and renames it when it is whole: from then on a file that is
 * empty or lacks its tables has been damaged, and is not a beginning that was cut short.
 */
function makeFile(path: string, where: string): void {
  if (existsSync(`${path}-wal`)) throw damaged(where, `${FILE} is missing beside its log`)
  const draft = `${path}.new`
  for (const suffix of ['', '-journal', '-wal']) rmSync(draft + suffix, { force: true })
  const sql = new Sql(draft)
  sql.atomic(() => sql.exec(TABLES))
  sql.close()
  renameSync(draft, path)
}

function openFile(path: string, where: string): Sql {
  // Before SQLite looks: opening a log makes SQLite forget what stands behind a bad frame.
  const wal = walProblem(`${path}-wal`)
  if (wal !== undefined) throw damaged(where, wal)
  if (statSync(path).size === 0) throw damaged(where, `${FILE} is empty`)
  const sql = new Sql(path)
  try {
    sql.prepare('PRAGMA locking_mode = EXCLUSIVE').rows()
    sql.prepare('PRAGMA journal_mode = WAL').rows()
    // In WAL mode NORMAL loses nothing when the process dies; only a power cut can.
    sql.exec('PRAGMA synchronous = NORMAL')
    sql.exec('PRAGMA cache_size = -65536')
    const [check] = sql.prepare('PRAGMA quick_check(1)').row<[string]>() ?? ['no answer']
    if (check !== 'ok') throw damaged(where, check)
    refuseFormat(sql, where)
    return sql
  } catch (error) {
    sql.close()
    throw error
  }
}

function refuseFormat(sql: Sql, where: string): void {
  const tables = sql
    .prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('meta', 'collections', 'indexes')")
    .row<[number]>()
  if (tables?.[0] !== 3) throw damaged(where, 'its tables are missing')
  const [format] = sql.prepare("SELECT value FROM meta WHERE name = 'format'").row<[string]>() ?? []
  if (format === undefined) throw damaged(where, 'its format is missing')
  if (format !== FORMAT)
    throw new DataError(
      `The data in ${where} has format ${format}; this version reads format ${FORMAT}.`,
    )
}

/** SQLite's error as one sentence; another error as it is. */
function sentenceOf(error: unknown, where: string): unknown {
  const { code, message } = error as { code?: unknown; message?: string }
  const kind = String(code)
  if (kind.startsWith('SQLITE_BUSY'))
    return new DataError(`The data in ${where} is in use by another process.`)
  if (kind.startsWith('SQLITE_NOTADB') || kind.startsWith('SQLITE_CORRUPT'))
    return damaged(where, message ?? kind)
  if (kind.startsWith('SQLITE_') || kind === 'EACCES' || kind === 'EROFS' || kind === 'ENOSPC')
    return new DataError(`The data in ${where} can't be opened (${message ?? kind}).`)
  return error
}
