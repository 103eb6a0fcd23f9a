import type { CallError } from '../../types/contract/wire'

/** What a screen knows of the data it shows. */
export type Load<Data> =
  | { status: 'loading' }
  /** `problem`: the last refresh failed, and what is shown is older than it could be. */
  | { status: 'ready'; data: Data; now: number; problem?: CallError }
  | { status: 'error'; error: CallError }
  | { status: 'offline'; error: CallError }
