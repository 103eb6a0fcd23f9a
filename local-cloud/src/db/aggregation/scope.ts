import { QueryRefused } from '../errors'
import { typeName } from '../types'
import { isDoc, numberOf, type Doc, type Value } from '../values'

/** What an expression is evaluated on. `vars` are the `$$names` beside the built-in ones. */
export interface Scope {
  root: Value
  vars: Readonly<Record<string, Value>>
  /** Epoch ms of the cloud's clock, for `$$NOW`. */
  now: number
}

/** A compiled expression; undefined is MongoDB's "missing". */
export type Expr = (scope: Scope) => Value

/** Compiles an operator's argument. Throws QueryRefused where MongoDB refuses it. */
export type Operator = (argument: Value, compile: (value: Value) => Expr) => Expr

export const nullish = (value: Value): value is null | undefined =>
  value === null || value === undefined

/** Null, missing, false and 0 are false; all else is true, the empty string too. */
export const truthy = (value: Value): boolean =>
  !nullish(value) && value !== false && numberOf(value) !== 0

export function refuseExpression(reason: string): never {
  throw new QueryRefused(reason)
}

export const typed = (value: Value): string => typeName(value)

const plural = (count: number): string => `${count} argument${count === 1 ? '' : 's'}`

/** The compiled arguments of an operator that takes `least` to `most` of them. */
export function operands(
  name: string,
  argument: Value,
  compile: (value: Value) => Expr,
  least: number,
  most = least,
): Expr[] {
  const list = Array.isArray(argument) ? argument : [argument]
  if (list.length < least || list.length > most)
    refuseExpression(
      least === most
        ? `Expression ${name} takes exactly ${plural(least)}. ${list.length} were passed in.`
        : `Expression ${name} takes at least ${plural(least)}${most === Infinity ? '' : `, and at most ${most}`}, but ${list.length} were passed in.`,
    )
  return list.map(compile)
}

/** An operator of `least` to `most` evaluated arguments. */
export const fixed =
  (
    name: string,
    least: number,
    most: number,
    apply: (values: Value[], scope: Scope) => Value,
  ): Operator =>
  (argument, compile) => {
    const parts = operands(name, argument, compile, least, most)
    return (scope) =>
      apply(
        parts.map((part) => part(scope)),
        scope,
      )
  }

/** As `fixed`, and null when any argument is null or missing. */
export const strict = (
  name: string,
  least: number,
  most: number,
  apply: (values: Value[], scope: Scope) => Value,
): Operator =>
  fixed(name, least, most, (values, scope) => (values.some(nullish) ? null : apply(values, scope)))

/** The named arguments of an operator that takes a document, compiled; unknown names are refused. */
export function named(
  name: string,
  argument: Value,
  compile: (value: Value) => Expr,
  required: string[],
  optional: string[] = [],
): Record<string, Expr | undefined> {
  if (!isDoc(argument))
    return refuseExpression(
      `${name} only supports an object as an argument, not ${typed(argument)}`,
    )
  const compiled: Record<string, Expr | undefined> = {}
  for (const key of Object.keys(argument)) {
    if (!required.includes(key) && !optional.includes(key))
      refuseExpression(`Unrecognized argument to ${name}: ${key}`)
    compiled[key] = compile(argument[key])
  }
  const lacking = required.find((key) => compiled[key] === undefined)
  if (lacking !== undefined) refuseExpression(`Missing '${lacking}' parameter to ${name}`)
  return compiled
}

export const docOf = (value: Value): Doc => (isDoc(value) ? value : {})
