import type { DoneBy } from '../../types/contract/done-by'
import type { ActsAs } from './actor'

/** Those who give the service do it for whom they found by name and number; `ref` is the account. */
export interface ByProvider {
  kind: 'provider'
  ref: string
}

/** What a document keeps of who acted in the person's place; nothing where it was the person. */
export function doneByOf(by: ActsAs | ByProvider | undefined): DoneBy | undefined {
  if (!by) return undefined
  return by.kind === 'helper' ? { kind: 'helper', relation: by.relation } : { kind: by.kind }
}
