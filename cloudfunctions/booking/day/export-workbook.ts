import { type Cell, csvOf } from './export.rules'

const WIDTHS = [8, 8, 18, 12, 28, 40, 10, 10, 10, 16]

/** A day's list as a file. What writes workbooks is loaded for the first one, and not with the function. */
export async function writeDay(
  lines: readonly (readonly Cell[])[],
  { day, as }: { day: string; as: 'xlsx' | 'csv' },
): Promise<Buffer> {
  if (as === 'csv') return Buffer.from(csvOf(lines))
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const columns = WIDTHS.map((width) => ({ width }))
  const data = lines.map((line) => line.map(cellOf))
  return writeXlsxFile([{ sheet: day, data, columns }]).toBuffer()
}

/** A text is a text, whatever somebody typed: no formula. */
const cellOf = (value: Cell) =>
  typeof value === 'number' ? { value, type: Number, format: '#,##0.00' } : { value, type: String }
