import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { mingoOptions } from './mingo-context'
import { plainDoc } from './plain'
import type { Doc, Value } from './values'

/** The truth of an aggregation expression on a document, as `$expr` asks. */
export function evaluate(doc: Doc, expression: Value, options: Options = mingoOptions()): boolean {
  const result: unknown = evalExpr(plainDoc(doc), expression, options)
  return result !== null && result !== undefined && result !== false && result !== 0
}
