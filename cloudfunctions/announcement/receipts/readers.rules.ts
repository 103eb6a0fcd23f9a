import type { ReadersWhich } from '../../../types/contract/announcement-desk'
import type { Must } from '../../../types/contract/announcement-content'
import type { Receipt } from '../announcement.docs'
import { isDone } from '../reading.rules'

/** Whom of the receipts somebody asks for. */
export interface AskedFor {
  which: ReadersWhich
  choice?: string | undefined
}

/** Is this line among them? */
export function isAskedFor(line: Receipt, { which, choice }: AskedFor, must: Must): boolean {
  switch (which) {
    case 'opened':
      return line.openedAt !== undefined
    case 'unopened':
      return line.openedAt === undefined
    case 'confirmed':
      return line.confirmedAt !== undefined
    case 'undone':
      return !isDone(must, line)
    case 'chose':
      return line.choice !== undefined && line.choice === choice
  }
}

/** The sum that says whether a document of receipts has any of them; absent where most have. */
export function sumOf({ which, choice = '' }: AskedFor, must: Must): string | undefined {
  switch (which) {
    case 'opened':
    case 'confirmed':
      return which
    case 'chose':
      return `choices.${must.choices?.indexOf(choice) ?? -1}`
    case 'unopened':
    case 'undone':
      return undefined
  }
}
