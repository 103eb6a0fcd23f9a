import { Blob as NodeBlob } from 'node:buffer'
import { unzipSync, type UnzipFileInfo, zipSync } from 'fflate'
import type { CellValue } from 'read-excel-file/universal'
import { LAST_ROW, MOST_COLUMNS, type SheetRow, SheetRows, UnreadableFile } from './sheet'

/** All that is inside a workbook of 20,000 rows is far below this, unpacked. */
const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_PARTS = 500

/**
 * The first sheet of a workbook (XLSX). A few bytes can claim a million rows or unpack to gigabytes, so
 * what is inside is measured before it is read. Throws UnreadableFile.
 */
export async function readXlsx(bytes: Buffer): Promise<SheetRow[]> {
  const parts = unpack(bytes)
  if (!('xl/workbook.xml' in parts)) throw new UnreadableFile('notSheet')
  for (const [name, xml] of Object.entries(parts)) {
    if (name.startsWith('xl/worksheets/')) measure(xml)
  }
  // The reader asks whether it was given a Blob, which Node.js 16 has, but not by that global name.
  globalThis.Blob ??= NodeBlob
  const { readSheet } = await import('read-excel-file/universal')
  // Packed again without compression: so the reader unpacks by copying, and starts no thread for it.
  const flat = zipSync(parts, { level: 0 })
  const table = await readSheet(flat.buffer, { parseNumber }).catch((cause: unknown) => {
    throw new UnreadableFile('broken', { cause })
  })
  const found = new SheetRows()
  table.forEach((cells, i) => found.add(i + 1, cells.map(textOf)))
  return found.rows
}

/** A number with more digits than it can keep stays as it is written, 1.10101E+17, so that it shows. */
const parseNumber = (written: string): number | string =>
  Math.abs(Number(written)) <= Number.MAX_SAFE_INTEGER ? Number(written) : written

function unpack(bytes: Buffer): Record<string, Uint8Array> {
  let unpacked = 0
  let count = 0
  const needed = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!/\.(xml|rels)$/.test(name)) return false
    unpacked += originalSize
    if (unpacked > MOST_UNPACKED || ++count > MOST_PARTS) throw new UnreadableFile('tooMuchInside')
    return true
  }
  try {
    // What unpacks to more than it claims is cut where its claim ends.
    return unzipSync(bytes, { filter: needed })
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause
    throw new UnreadableFile('broken', { cause })
  }
}

/** The last row that Excel has: some sheets are coloured down to it. */
const LAST_IN_EXCEL = 1_048_576

/** Refuses a sheet whose few cells stand so far apart that the table between them would fill the memory. */
function measure(xml: Uint8Array): void {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1')
  for (const [, row] of text.matchAll(/<row\b[^>]*?\br="(\d+)"/g)) {
    if (Number(row) > LAST_IN_EXCEL) throw new UnreadableFile('broken')
  }
  // Cells that hold something; empty ones only have a colour or a border.
  for (const [, column = '', row] of text.matchAll(
    /<c\b[^>]*?\br="([A-Z]+)(\d+)"(?:[^>]*[^/>])?>/g,
  )) {
    if (Number(row) > LAST_ROW) throw new UnreadableFile('tooManyRows')
    if (columnNumber(column) > MOST_COLUMNS) throw new UnreadableFile('tooWide')
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

function textOf(cell: CellValue<number | string> | null): string {
  if (cell === null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}
