import { ERROR_TEXT } from '../../types/contract/errors.text'
import type { CallError } from '../../types/contract/wire'

/** A failure in wx.cloud's words, which the local cloud copies. */
export interface PlatformFailure {
  errCode?: number
  errMsg: string
  requestID?: string
  /** The request never left, or nobody answered. */
  unreachable?: boolean
}

/** A call without a reply, thrown by our own transports; wx.cloud throws the bare failure. */
export class CallFailed extends Error {
  constructor(readonly failure: PlatformFailure) {
    super(failure.errMsg)
  }
}

/** The error of a call that had no reply, in the contract's words. */
export function toCallError(
  thrown: unknown,
): CallError<'OFFLINE' | 'TIMEOUT' | 'BUSY' | 'INTERNAL'> {
  const failure = thrown instanceof CallFailed ? thrown.failure : asFailure(thrown)
  const code = codeOf(failure)
  return { code, message: ERROR_TEXT[code], requestId: requestIdOf(failure) }
}

function asFailure(thrown: unknown): PlatformFailure {
  if (typeof thrown !== 'object' || thrown === null) return { errMsg: String(thrown) }
  const { errCode, errMsg, message, requestID } = thrown as Record<string, unknown>
  const words = [errMsg, message].find((text) => typeof text === 'string') ?? ''
  return {
    errMsg: words,
    ...(typeof errCode === 'number' ? { errCode } : {}),
    ...(typeof requestID === 'string' ? { requestID } : {}),
  }
}

/** errCode of a function that ran into its time limit. */
const TIME_LIMIT = -504003
/** errCode of one invocation more than may run at once. */
const TOO_MANY_AT_ONCE = -501004

function codeOf({ errCode, errMsg, unreachable }: PlatformFailure) {
  if (unreachable) return 'OFFLINE'
  if (errCode === TOO_MANY_AT_ONCE || /concurrent request limit/i.test(errMsg)) return 'BUSY'
  if (errCode === TIME_LIMIT || /timed? ?out|TIME_LIMIT/i.test(errMsg)) return 'TIMEOUT'
  return /request:fail|network/i.test(errMsg) ? 'OFFLINE' : 'INTERNAL'
}

/** wx.cloud hides the id inside its sentence: `... requestID 5f3c-..., cloud function service error ...`. */
const requestIdOf = ({ requestID, errMsg }: PlatformFailure): string =>
  requestID ?? /request ?id:?\s*([\w-]{6,})/i.exec(errMsg)?.[1] ?? ''
