import type { Content } from '../../../types/contract/announcement-content'
import { FIELD_TEXT } from '../../../types/contract/fields.text'
import { refuse } from '../../shared/errors'
import type { Said } from '../announcement.docs'
import { inLine } from '../announcement.text'
import { type Attaching, attachAll } from './attachments'
import { blocksOf } from './body.rules'
import { parseBody } from './parse-body'

/** A body as blocks. Refuses BAD_INPUT with the line of what may not stand there, as `field`. */
export async function readBody(body: string, field: string): Promise<Said['blocks']> {
  const read = blocksOf(await parseBody(body), body)
  if ('blocks' in read) return read.blocks
  const { kind, line } = read.fault
  return refuse('BAD_INPUT', { [field]: inLine(line, FIELD_TEXT[kind]) })
}

/**
 * What is written, as it is kept, and the uploads that are new in it. The text is read before any file is
 * touched. Refuses BAD_INPUT, NOT_ALLOWED_FILE and FILE_UNREADABLE.
 */
export async function saidOf(
  content: Content,
  by: Attaching,
): Promise<{ said: Said; added: string[] }> {
  const { title, body, category, place, when, accounts } = content
  const blocks = await readBody(body, `${by.field}body`)
  const { pictures, files, added } = await attachAll(content, by)
  return {
    said: {
      title,
      body,
      blocks,
      category,
      pictures,
      files,
      ...(place ? { place } : {}),
      ...(when ? { when } : {}),
      ...(accounts ? { accounts } : {}),
    },
    added,
  }
}

/** The uploads of what is said. */
export const uploadsOf = ({ pictures, files }: Pick<Said, 'pictures' | 'files'>): string[] =>
  [...pictures, ...files].map(({ uploadId }) => uploadId)
