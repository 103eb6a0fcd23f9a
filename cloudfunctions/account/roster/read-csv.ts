import Papa from 'papaparse'
import { type SheetRow, SheetRows, UnreadableFile } from './sheet'

/**
 * A table of texts (CSV, or with tabs or semicolons between), in UTF-8, UTF-16, or GB18030, of which
 * the GBK that Excel in China writes is a part. Throws UnreadableFile when it is no text.
 */
export function readCsv(bytes: Buffer): SheetRow[] {
  const text = textOf(bytes)
  // No text of a table has these; a program or an archive has.

  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new UnreadableFile('notSheet')
  const found = new SheetRows()
  // A cell in quotes may hold line ends: what counts for people is the row that Excel shows.
  let line = 0
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';'],
    step: ({ data }) =>
      found.add(
        ++line,
        data.map((cell) => cell.trim()),
      ),
  })
  return found.rows
}

function textOf(bytes: Buffer): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return decode(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decode(bytes, 'gb18030')
  }
}

function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new UnreadableFile('notSheet', { cause })
  }
}
