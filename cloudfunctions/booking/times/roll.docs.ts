import type { Document } from '../../shared/db'
import type { Placed } from '../booking.docs'

/** How far a community's times have been made; `_id` is the communityId. */
export interface RollDoc extends Document, Placed {
  /** The last day that was made whole: each service has its times up to its horizon from that day. */
  day: string
  /** Which holidays the times were made by. */
  calendar: string
  /** Of the day that is being made, `making`: the `listKey` of the last service that has its times. */
  done: string
  making?: string
  /** When the ticker looks next, epoch ms. */
  dueAt: number
}
