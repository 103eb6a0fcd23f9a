import type { SealedDocument } from '../shared/sealed-fields'
import type { Tap } from '../shared/taps'
import type { Remind } from './office.rules'

/** A private question to the office of a community. What was written stands sealed: it may be about anything. */
export interface OfficeQuestionDoc extends SealedDocument {
  communityId: string
  region: string
  residentId: string
  /** The account (openid) of whoever typed it: what WeChat's check is asked with. Absent once that was erased. */
  typedBy?: string
  /** Who typed it, where that was not the person. */
  by?: 'helper' | 'desk'
  /** Sealed. */
  text: string
  askedAt: number
  dueAt: number
  state: 'checking' | 'held' | 'waiting' | 'answered' | 'refused'
  /** Of `checking`: when the ticker asks WeChat again. */
  checkAt?: number
  /** What somebody is to hear next, by the ticker, and when. */
  remind?: Remind
  remindAt?: number
  /** Sealed. */
  reply?: string
  /** `by`: `ref` of who answered. */
  answer?: { at: number; by: string }
  /** `listKeyOf` the time and the id. */
  listKey: string
  taps: Tap[]
}
