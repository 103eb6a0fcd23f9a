import * as v from 'valibot'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { refuse } from './errors'

/**
 * The input as the contract's schema reads it. Otherwise the call ends: with TOO_LARGE when all that
 * is wrong is that something is too long, else with BAD_INPUT; `fields` has a sentence for each field.
 */
export function readInput<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const read = v.safeParse(schema, input)
  if (read.success) return read.output
  const fields: Record<string, string> = {}
  for (const issue of read.issues) {
    const path = v.getDotPath(issue) ?? 'input'
    fields[path] ??= /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : FIELD_TEXT.check
  }
  const onlyTooLong = read.issues.every(({ type }) => type === 'max_length' || type === 'max_bytes')
  return refuse(onlyTooLong ? 'TOO_LARGE' : 'BAD_INPUT', fields)
}
