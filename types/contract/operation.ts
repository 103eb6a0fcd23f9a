import type { GenericSchema, InferInput, InferOutput } from 'valibot'
import type { Access, Who } from './access'
import type { ErrorCode } from './errors'

/**
 * One operation of the contract: what a caller sends, what it gets, and how it can be refused.
 *
 * - `query`: changes nothing; may be repeated freely.
 * - `command`: changes something; carries a `tapId`, so that the same tap twice acts once.
 *
 * `access` says who may call it, over what, and whether for somebody else.
 * `errors` lists the refusals of this operation's own; `CommonError` can come from any operation.
 */
export interface Operation<
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends GenericSchema = GenericSchema,
  Output extends GenericSchema = GenericSchema,
  Errors extends ErrorCode = ErrorCode,
  W extends Who = Who,
> {
  kind: Kind
  access: Access<W>
  input: Input
  output: Output
  errors: readonly Errors[]
}

/** Declares an operation and keeps its exact types. */
export function operation<
  Kind extends 'query' | 'command',
  Input extends GenericSchema,
  Output extends GenericSchema,
  const Errors extends ErrorCode,
  W extends Who,
>(declared: Operation<Kind, Input, Output, Errors, W>): Operation<Kind, Input, Output, Errors, W> {
  return declared
}

/** What a caller may send (defaults may be left out). */
export type InputOf<O extends Operation> = InferInput<O['input']>
/** What a handler is given after validation. */
export type ParsedInputOf<O extends Operation> = InferOutput<O['input']>
/** Who its access is for. */
export type WhoOf<O extends Operation> = O['access']['who']
/** What an operation answers. */
export type OutputOf<O extends Operation> = InferOutput<O['output']>
