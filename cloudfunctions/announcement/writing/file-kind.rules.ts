/** What a file is by its first bytes, whatever its name says. */

import { ascii, startsWith } from '../../shared/picture.rules'

export const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, ascii('%PDF-'))

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [...ascii('PK'), 3, 4])

/** What the main part of an office file is (ISO/IEC 29500); those with macros are others, and not among them. */
const MAIN_PARTS: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
}

/** Is a zip the office file that its ending says, by its list of content types ([Content_Types].xml)? */
export function isOffice(ending: string, contentTypes: string): boolean {
  const main = MAIN_PARTS[ending]
  return main !== undefined && contentTypes.includes(`ContentType="${main}"`)
}
