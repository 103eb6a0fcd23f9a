import type { FilledSheet } from './sheets.rules'

/** A workbook (XLSX) with these sheets. What writes it is loaded for the first one, and not with the function. */
export async function writeWorkbook(sheets: readonly FilledSheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile(
    sheets.map(({ title, headings, rows }) => ({
      sheet: title,
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        // Each cell is text: whatever somebody typed is no formula.
        ...rows.map((row) => row.map((value) => ({ value, type: String }))),
      ],
      columns: headings.map((heading, i) => ({ width: widthOf([heading, ...cells(rows, i)]) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}

const cells = (rows: readonly string[][], i: number): string[] => rows.map((row) => row[i] ?? '')

/** In characters of the sheet's font, of which a Chinese one takes two. */
function widthOf(texts: readonly string[]): number {
  const widest = Math.max(
    ...texts.map((text) => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0)),
  )
  return Math.min(60, Math.max(8, widest + 2))
}
