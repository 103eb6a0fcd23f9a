import type { PersonToCall } from '../../types/contract/message-calls'
import type { Document } from './db'
import type { Tap } from './taps'

/**
 * Somebody who must hear of something. `maybe`: they may still read it themselves; `open`: staff call; `done`: they
 * know. What it is about stands in the notice alone.
 */
export interface CallDoc extends Document {
  communityId: string
  region: string
  residentId: string
  noticeId: string
  /** The message that may reach them, in `pushes`. */
  pushId: string
  state: 'maybe' | 'open' | 'done'
  /** When it happened. */
  since: number
  /** When it is decided whether staff call. */
  callFrom: number
  /** `listKeyOf` `since` and the id. */
  listKey: string
  /** The last call; `by`: `ref` of who made it. */
  call?: NonNullable<PersonToCall['call']>
  taps: Tap[]
}
