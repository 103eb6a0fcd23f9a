import { compareValues, isDoc, rankOf, type Doc, type Value } from '../values'
import {
  fixed,
  named,
  nullish,
  operands,
  refuseExpression,
  truthy,
  type Expr,
  type Operator,
} from './scope'

/** Expressions order missing below null, unlike queries. */
export function orderOf(a: Value, b: Value): number {
  if (rankOf(a) === rankOf(b) && (a === undefined || b === undefined))
    return Number(a !== undefined) - Number(b !== undefined)
  return compareValues(a, b)
}

const comparison = (name: string, accept: (order: number) => Value): Operator =>
  fixed(name, 2, 2, ([a, b]) => accept(orderOf(a, b)))

const logical =
  (name: string, decides: boolean): Operator =>
  (argument, compile) => {
    const parts = operands(name, argument, compile, 0, Infinity)
    return (scope) => (parts.some((part) => truthy(part(scope)) === decides) ? decides : !decides)
  }

const cond: Operator = (argument, compile) => {
  const [test, yes, no] = isDoc(argument)
    ? (({ if: a, then: b, else: c }) => [a!, b!, c!])(
        named('$cond', argument, compile, ['if', 'then', 'else']),
      )
    : operands('$cond', argument, compile, 3)
  return (scope) => (truthy(test!(scope)) ? yes!(scope) : no!(scope))
}

const ifNull: Operator = (argument, compile) => {
  const parts = operands('$ifNull', argument, compile, 2, Infinity)
  return (scope) => {
    let value: Value
    for (const part of parts) {
      value = part(scope)
      if (!nullish(value)) return value
    }
    return value
  }
}

const switchOf: Operator = (argument, compile) => {
  if (!isDoc(argument)) return refuseExpression('$switch requires an object as an argument')
  if (!Array.isArray(argument.branches) || argument.branches.length === 0)
    return refuseExpression('$switch requires at least one branch.')
  const branches = argument.branches.map((branch) => {
    const { case: test, then } = named('$switch', branch, compile, ['case', 'then'])
    return { test: test!, then: then! }
  })
  const fallback = 'default' in argument ? compile(argument.default) : undefined
  return (scope) => {
    const found = branches.find(({ test }) => truthy(test(scope)))
    if (found) return found.then(scope)
    if (fallback) return fallback(scope)
    return refuseExpression(
      '$switch could not find a matching branch for an input, and no default was specified.',
    )
  }
}

const letOf: Operator = (argument, compile) => {
  if (!isDoc(argument) || !isDoc(argument.vars) || !('in' in argument))
    return refuseExpression("$let needs 'vars' and 'in'")
  const bound: Doc = argument.vars
  const vars = Object.keys(bound).map((name): [string, Expr] => [name, compile(bound[name])])
  const body = compile(argument.in)
  return (scope) => {
    const added = Object.fromEntries(vars.map(([name, value]) => [name, value(scope)]))
    return body({ ...scope, vars: { ...scope.vars, ...added } })
  }
}

export const conditions: Record<string, Operator> = {
  $cmp: comparison('$cmp', Math.sign),
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $and: logical('$and', false),
  $or: logical('$or', true),
  $not: fixed('$not', 1, 1, ([value]) => !truthy(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOf,
  $let: letOf,
}
