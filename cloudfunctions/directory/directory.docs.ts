import type { Document } from '../shared/db'
import type { EntryFacts } from './directory.rules'

/** A place or a number that people can turn to. `_id` is the entryId. */
export interface EntryDoc extends Document, EntryFacts {
  /** Of an entry that belongs to one community. */
  communityId?: string
  /** The token of the code printed at its counter; no two entries have the same. */
  code: string
  /** `listKeyOf` the kind's place and staff's order, and the id: the list's order and page key. */
  listKey: string
}
