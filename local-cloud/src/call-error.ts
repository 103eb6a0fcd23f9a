/** How `wx.cloud.callFunction` fails on the phone: a number and a text. */
export interface CallFailure {
  errCode: number
  errMsg: string
}

const failure = (errCode: number, detail: string): CallFailure => ({
  errCode,
  errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${detail}`,
})

export const functionNotFound = (): CallFailure =>
  failure(
    -501000,
    ' | errMsg: FunctionName parameter could not be found. Please check your request, but if the problem cannot be solved, contact us.',
  )

export const executeFailed = (message: string): CallFailure =>
  failure(-504002, `functions execute fail | errMsg: ${message}`)

export const timedOut = (timeoutMs: number): CallFailure =>
  failure(-504003, ` | errMsg: Invoking task timed out after ${timeoutMs / 1000} seconds`)

export const eventTooLarge = (limit: number): CallFailure =>
  failure(-501007, `invalid parameters | errMsg: event exceeds max size ${limit} bytes`)

/** More invocations of a function at once than the environment may have. */
export const tooManyAtOnce = (): CallFailure =>
  failure(-501004, ' | errMsg: exceed concurrent request limit')

/** The environment's calls are used up. */
export const exceeded = (): CallFailure => failure(-501003, ' | errMsg: exceed request limit')

/** The code the SDK sees when a function calls a function and it fails. */
export function sdkCode({ errCode }: CallFailure): string {
  if (errCode === -501000) return 'FUNCTION_NOT_FOUND'
  if (errCode === -501003) return 'EXCEED_REQUEST_LIMIT'
  if (errCode === -501004) return 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  if (errCode === -504003) return 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  return 'FUNCTIONS_EXECUTE_FAIL'
}
