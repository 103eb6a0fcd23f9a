import type { ImportReport } from '../../../types/contract/account-roster'
import type { GivenRole } from '../../../types/contract/role'
import type { Document } from '../../shared/db'
import type { Tap } from '../../shared/taps'
import type { Plan } from './roster-plan.rules'
import type { RosterPerson, RowFault } from './roster-rows.rules'

/** A list of people that was read. `_id` is made of the account and the tap that read it. */
export interface ImportDoc extends Document {
  communityId: string
  region: string
  /** `reading`: a call is at it, or died. Nothing is changed before `running`. */
  state: 'reading' | 'read' | 'running' | 'done' | 'failed'
  /** What the tap that read it asked. */
  of: string
  uploadId: string
  /** What staff changed after this moment is not overwritten. */
  readAt: number
  /** Rows with something in them, besides the heading. */
  rows: number
  counts: ImportReport['counts']
  ignored: string[]
  /** The first of what is wrong. */
  problems: RowFault[]
  /** How many documents of rows there are, which comes next, and how many rows are applied. */
  chunks: number
  next: number
  done: number
  /** Who applies it: `ref` of the account, and by which role. */
  appliedBy?: string
  appliedAs?: GivenRole
  taps: Tap[]
  /** When the ticker looks at it; absent when there is nothing left to do. */
  dueAt?: number
}

/** A row with what applying it does; those that staff must look at first are not kept. */
export interface PlannedRow {
  person: RosterPerson
  plan: Exclude<Plan, { kind: 'unsure' }>
}

/** Some rows of an import. `_id` is the import's id with a number from 0. */
export interface RosterRowsDoc extends Document {
  importId: string
  communityId: string
  region: string
  /** Sealed: PlannedRow[] as JSON. */
  rows: string | null
  keyId?: string
}
