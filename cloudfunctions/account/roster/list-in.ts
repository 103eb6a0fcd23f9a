import { type RosterList, readList } from './list.rules'
import { FILE_TEXT } from './roster-file.text'
import { HEADING_TEXT } from './roster-problems.text'
import { UnreadableFile } from './sheet'

/** The list of people in a file, or why there is none and what to do: a sentence for staff. */
export async function listIn(
  bytes: Buffer,
  facts: { today: string; buildings: readonly string[] },
): Promise<RosterList | string> {
  // Loaded when a file comes: no other operation pays for the readers.
  const { readRosterFile } = await import('./read-file')
  try {
    const list = readList(await readRosterFile(bytes), facts)
    return typeof list === 'string' ? HEADING_TEXT[list] : list
  } catch (error) {
    if (error instanceof UnreadableFile) return FILE_TEXT[error.problem]
    throw error
  }
}
