import Database from 'libsql'

type Param = string | number | Buffer | null

interface NativeStatement {
  run(params: Param[]): { changes: number; lastInsertRowid: number | bigint }
  get(params: Param[]): unknown
  all(params: Param[]): unknown[]
  raw(on?: boolean): NativeStatement
}

/** A prepared statement. Parameters go as one array: a lone Buffer would be taken for named parameters. */
export class Statement {
  constructor(private readonly native: NativeStatement) {}

  run(...params: Param[]): { changes: number; lastInsertRowid: number } {
    const result = this.native.run(params)
    return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) }
  }

  /** The first row as an array of columns. */
  row<Row extends unknown[]>(...params: Param[]): Row | undefined {
    return this.native.get(params) as Row | undefined
  }

  /** All rows as arrays of columns. */
  rows<Row extends unknown[]>(...params: Param[]): Row[] {
    return this.native.all(params) as Row[]
  }
}

/** One SQLite connection, held by this process alone. */
export class Sql {
  private readonly database: Database.Database
  private readonly statements = new Map<string, Statement>()
  private depth = 0

  constructor(path: string) {
    this.database = new Database(path)
  }

  exec(sql: string): void {
    this.database.exec(sql)
  }

  prepare(sql: string): Statement {
    let statement = this.statements.get(sql)
    if (statement === undefined) {
      const native = this.database.prepare(sql) as unknown as NativeStatement
      if (/^\s*(select|pragma)/i.test(sql)) native.raw()
      statement = new Statement(native)
      this.statements.set(sql, statement)
    }
    return statement
  }

  /** Runs `work` in one SQL transaction: all of it is kept, or none. Nested calls join the outer one. */
  atomic<T>(work: () => T): T {
    if (this.depth > 0) return work()
    this.prepare('BEGIN').run()
    this.depth++
    try {
      const result = work()
      this.prepare('COMMIT').run()
      return result
    } catch (error) {
      this.exec('ROLLBACK')
      throw error
    } finally {
      this.depth--
    }
  }

  /** Closes, and gives the lock back at once: the driver frees it only when statements are collected. */
  close(): void {
    this.statements.clear()
    try {
      this.database.exec('PRAGMA journal_mode = DELETE')
      this.database.exec('PRAGMA locking_mode = NORMAL')
      this.database.exec('SELECT count(*) FROM sqlite_schema')
    } catch {
      // A file that could not be opened holds no lock.
    }
    this.database.close()
  }
}
