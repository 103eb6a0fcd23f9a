import type { DoneBy } from '../../types/contract/done-by'
import type { ActsAs } from './actor'

/** What a document keeps of who acted in the person's place; nothing where it was the person. */
export function doneByOf(by: ActsAs | undefined): DoneBy | undefined {
  if (!by) return undefined
  return by.kind === 'helper' ? { kind: 'helper', relation: by.relation } : { kind: 'desk' }
}
