import type { ContentRule } from './content-rules'
import type { PhoneState } from './phone-state'

/** Parameters in snake case; nothing about their types is known yet. */
export type ApiParams = Record<string, unknown>

/** The events WeChat pushes to a program. */
export type PushEvent =
  | 'wxa_media_check'
  | 'subscribe_msg_popup_event'
  | 'subscribe_msg_change_event'
  | 'subscribe_msg_sent_event'

/** A template of subscription messages: its fields, `['thing1', 'time2']`. */
export interface MessageTemplate {
  fields: string[]
}

/** What APIs work with. */
export interface ApiContext {
  /** Epoch ms of the cloud's clock. */
  now: () => number
  phones: PhoneState
  /** By id; undefined when the program's templates are not known. */
  templates: Record<string, MessageTemplate> | undefined
  /** Undefined when the program's pages are not known. */
  pages: readonly string[] | undefined
  contentRules: readonly ContentRule[]
  /** Sends a push to the function configured for it; it goes on by itself. */
  push: (event: PushEvent, from: string | undefined, body: object) => void
  /** Does something later, in real time, unless the cloud closes before. */
  later: (work: () => void) => void
  /** Whether the person used the program within the last two hours. */
  visited: (openid: string) => boolean
  /** Takes a phone code away: the number it stood for while it was valid. */
  takePhoneCode: (code: string) => PhoneCode | undefined
  /** See Storage.leadsToFile. */
  leadsToFile: (url: string) => boolean | undefined
}

export interface PhoneCode {
  phoneNumber: string
  /** Epoch ms of the cloud's clock. */
  issuedAt: number
}

/** A picture or another file as an answer. */
export class Picture {
  constructor(
    readonly contentType: string,
    readonly data: Buffer,
  ) {}
}
