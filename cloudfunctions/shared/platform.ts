/** The second argument of `main`, as far as the functions use it (Tencent SCF's Node.js runtime). */
export interface PlatformContext {
  request_id?: string
  requestId?: string
  /** How long one invocation may take, in ms. */
  time_limit_in_ms?: number
}

/** WeChat's own limit for a function that sets none, in ms. */
const DEFAULT_LIMIT = 3_000

/** What a reply needs at the end of the time, so that it leaves before the platform cuts the call off. */
const REPLY_MARGIN = 500

export const requestIdOf = (context?: PlatformContext): string | undefined =>
  context?.request_id ?? context?.requestId

/** How long an invocation may work before it must answer, in ms. */
export function limitOf(context?: PlatformContext): number {
  return (context?.time_limit_in_ms ?? DEFAULT_LIMIT) - REPLY_MARGIN
}
