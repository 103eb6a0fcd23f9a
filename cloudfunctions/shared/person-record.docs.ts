import type { AttributeName } from '../../types/contract/people'
import type { SealedDocument } from './sealed-fields'

/** What features may know of a resident's record, to see whether something is for them. */
export interface PersonRecord extends SealedDocument {
  communityId: string
  region: string
  name: string
  /** The room as people say it. */
  home?: string
  homes: { householdId: string; home: string; until?: number }[]
  attributes: { name: AttributeName; value: boolean }[]
  birthDay?: string | null
  accountId?: string
  state: string
}
