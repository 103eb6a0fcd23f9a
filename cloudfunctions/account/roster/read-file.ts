import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import { type SheetRow, UnreadableFile } from './sheet'

import type { FileProblem } from './roster-file.text'

/**
 * The rows of a spreadsheet, whatever its name says: what counts is how it begins. Throws
 * UnreadableFile, with what to do, for anything that is no table.
 */
export async function readRosterFile(bytes: Buffer): Promise<SheetRow[]> {
  const problem = problemOf(bytes)
  if (problem) throw new UnreadableFile(problem)
  const rows = begins(bytes, 'PK') ? await readXlsx(bytes) : readCsv(bytes)
  if (rows.length === 0) throw new UnreadableFile('empty')
  return rows
}

const begins = (bytes: Buffer, latin1: string): boolean =>
  bytes.subarray(0, latin1.length).toString('latin1') === latin1

/** Pictures that phones and computers make. */
const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF8']

function problemOf(bytes: Buffer): FileProblem | undefined {
  if (bytes.length === 0) return 'empty'
  // A compound file: a workbook of Excel 97, or a new one with a password, which names its contents so.
  if (begins(bytes, '\xd0\xcf\x11\xe0')) {
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'oldExcel'
  }
  if (begins(bytes, '%PDF')) return 'pdf'
  if (PICTURES.some((start) => begins(bytes, start))) return 'picture'
  const isRiffPicture = begins(bytes, 'RIFF') && bytes.subarray(8, 12).toString('latin1') === 'WEBP'
  if (isRiffPicture || /^ftyp(heic|heix|mif1|avif)/.test(bytes.subarray(4, 12).toString('latin1')))
    return 'picture'
  // Older systems export a web page and call it .xls.
  const start = bytes.subarray(0, 1_000).toString('latin1')
  if (/^\W{0,20}<(!doctype html|html|table|\?xml|meta)/i.test(start)) return 'webPage'
  return undefined
}
