import type { FileProblem } from './roster-file.text'

/** One row of a table with something in it. */
export interface SheetRow {
  /** The row's number as Excel shows it, from 1. */
  line: number
  /** The texts of its cells, trimmed; `''` for an empty one. A date is '2026-11-22'. */
  cells: string[]
}

/** The file is not what it should be; the sentence for it is in roster-file.text.ts. */
export class UnreadableFile extends Error {
  constructor(
    readonly problem: FileProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options)
    this.name = 'UnreadableFile'
  }
}

/** Rows with something in them that one file may have, besides its heading. */
const MOST_ROWS = 20_000
/** Columns that a row may have. */
export const MOST_COLUMNS = 100
/** The last row that may hold something: empty rows between people are harmless, a million are not. */
export const LAST_ROW = 2 * MOST_ROWS

/** Gathers the rows that have something in them, and refuses more than a roster may have. */
export class SheetRows {
  readonly rows: SheetRow[] = []

  add(line: number, cells: string[]): void {
    if (line > LAST_ROW) throw new UnreadableFile('tooManyRows')
    if (cells.every((cell) => cell === '')) return
    if (cells.length > MOST_COLUMNS) throw new UnreadableFile('tooWide')
    // One more than the most, for the heading.
    if (this.rows.length > MOST_ROWS) throw new UnreadableFile('tooManyRows')
    this.rows.push({ line, cells })
  }
}
