import type { AccountsSheet, Cell } from './disclosure.rules'

/** Accounts as a workbook (XLSX). What writes it is loaded for the first one, and not with the function. */
export async function writeAccounts(sheets: readonly AccountsSheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile(
    sheets.map(({ title, rows }) => ({
      sheet: title,
      data: rows.map((row) => row.map(cellOf)),
      columns: [{ width: 32 }, { width: 18 }],
    })),
  ).toBuffer()
}

/** A text is a text, whatever somebody typed: no formula. Amounts are numbers, so that sums can be made of them. */
const cellOf = (value: Cell) =>
  typeof value === 'number' ? { value, type: Number, format: '#,##0.00' } : { value, type: String }
