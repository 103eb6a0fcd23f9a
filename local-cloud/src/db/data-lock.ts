import { join } from 'node:path'
import { Sql } from './sql'

/**
 * Holds a folder for this process until `close`, or until the process dies in whatever way. It is a
 * lock of its own, and not the data's, so that the data can be looked at before SQLite opens it.
 */
export class DataLock {
  private readonly sql: Sql

  /** Throws SQLite's error; SQLITE_BUSY when another process holds the folder. */
  constructor(folder: string) {
    this.sql = new Sql(join(folder, 'cloud.lock'))
    try {
      this.sql.prepare('PRAGMA locking_mode = EXCLUSIVE').rows()
      this.sql.exec('BEGIN EXCLUSIVE')
      this.sql.exec('COMMIT')
    } catch (error) {
      this.sql.close()
      throw error
    }
  }

  close(): void {
    this.sql.close()
  }
}
