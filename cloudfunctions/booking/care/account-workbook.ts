import type { Cell, Sheet } from './account-sheets.rules'

/** Sheets as a workbook (XLSX). What writes it is loaded for the first one, and not with the function. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile(
    sheets.map(({ title, rows }) => ({
      sheet: title,
      data: rows.map((row) => row.map(cellOf)),
      columns: Array.from({ length: 14 }, (_, n) => ({ width: n === 0 ? 24 : 14 })),
    })),
  ).toBuffer()
}

/** A text is a text, whatever somebody typed: no formula. */
function cellOf(value: Cell) {
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'string') return { value, type: String }
  return { value: value.big, type: String, fontSize: 22, fontWeight: 'bold' as const }
}
