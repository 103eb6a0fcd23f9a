import type { Doc } from './values'

/** A stored document. `doc` is shared: never changed in place. `id` is the key of its `_id`. */
export interface Row {
  seq: number
  id: Buffer
  doc: Doc
  text: string
}

const MAX_CHARS = 48 * 1024 * 1024

/** Parsed documents, the least recently used dropped first, bounded by the length of their text. */
export class RowCache {
  private readonly rows = new Map<string, Row>()
  private chars = 0

  get(key: string): Row | undefined {
    const row = this.rows.get(key)
    if (row !== undefined) {
      this.rows.delete(key)
      this.rows.set(key, row)
    }
    return row
  }

  set(key: string, row: Row): void {
    this.delete(key)
    this.rows.set(key, row)
    this.chars += row.text.length
    for (const [oldest, dropped] of this.rows) {
      if (this.chars <= MAX_CHARS) break
      this.rows.delete(oldest)
      this.chars -= dropped.text.length
    }
  }

  delete(key: string): void {
    const row = this.rows.get(key)
    if (row === undefined) return
    this.rows.delete(key)
    this.chars -= row.text.length
  }

  clear(): void {
    this.rows.clear()
    this.chars = 0
  }
}
