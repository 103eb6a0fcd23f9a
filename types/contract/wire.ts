import type { ErrorCode } from './errors'

/** What the phone sends to a cloud function. */
export interface CallEvent {
  /** `feature.verbNoun`; the part before the dot is the function's name. */
  op: string
  input?: unknown
  /** Made on the phone, once per tap; see `Operation.kind`. */
  tapId?: string
  /** The resident this is done for, when that is not the caller: see `Access.dependents`. */
  onBehalfOf?: string
  /** The region path a role is used in, for whoever holds one in several. */
  at?: string
}

/** Why a call was refused. `message` is Chinese and says what to do next. */
export interface CallError<Code extends ErrorCode = ErrorCode> {
  code: Code
  message: string
  /** Finds the call's log line. Empty when the call never reached the cloud. */
  requestId: string
  /** For BAD_INPUT and TOO_LARGE: a sentence for each field that must be mended. */
  fields?: Record<string, string>
}

/** What a cloud function answers. `now` is the cloud's time in epoch ms: the phone takes "today" from it. */
export type CallReply<Data = unknown, Code extends ErrorCode = ErrorCode> =
  | { data: Data; error?: undefined; now: number }
  | { data?: undefined; error: CallError<Code>; now: number }
