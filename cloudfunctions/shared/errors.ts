import { ERROR_TEXT } from '../../types/contract/errors.text'
import type { ErrorCode } from '../../types/contract/errors'

/**
 * A foreseen refusal: the call ends with this code, and the resident reads what to do next.
 * Anything else thrown ends the call as INTERNAL.
 */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined

  constructor(code: ErrorCode, fields?: Record<string, string>) {
    super(ERROR_TEXT[code])
    this.name = 'Refusal'
    this.code = code
    this.fields = fields
  }
}

/** Ends the call with a refusal. */
export function refuse(code: ErrorCode, fields?: Record<string, string>): never {
  throw new Refusal(code, fields)
}
