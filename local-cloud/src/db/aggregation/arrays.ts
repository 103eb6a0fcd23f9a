import { equalValues, isDoc, numberOf, type Value } from '../values'
import {
  fixed,
  named,
  nullish,
  refuseExpression,
  strict,
  truthy,
  typed,
  type Expr,
  type Operator,
  type Scope,
} from './scope'

function integer(name: string, value: Value): number {
  const number = numberOf(value)
  if (number === undefined || !Number.isInteger(number))
    return refuseExpression(`${name} requires an integral value, found ${typed(value)}`)
  return number
}

function array(name: string, place: string, value: Value): Value[] {
  return Array.isArray(value)
    ? value
    : refuseExpression(`${name}'s ${place} must be an array, but is ${typed(value)}`)
}

const elementAt = strict('$arrayElemAt', 2, 2, ([list, index]) => {
  const items = array('$arrayElemAt', 'first argument', list)
  const at = integer('$arrayElemAt', index)
  return items[at < 0 ? items.length + at : at]
})

const end = (name: string, at: 0 | -1): Operator =>
  fixed(name, 1, 1, ([list]) => (nullish(list) ? null : array(name, 'argument', list).at(at)))

const concat = fixed('$concatArrays', 0, Infinity, (lists) =>
  lists.some(nullish)
    ? null
    : lists.flatMap((list) =>
        Array.isArray(list)
          ? list
          : refuseExpression(`$concatArrays only supports arrays, not ${typed(list)}`),
      ),
)

const nameOf = (argument: Value, fallback: string): string =>
  isDoc(argument) && typeof argument.as === 'string' ? argument.as : fallback

/** Evaluates `body` with each element bound to `name`. */
const each = (items: Value[], name: string, body: Expr, scope: Scope): Value[] =>
  items.map((item) => body({ ...scope, vars: { ...scope.vars, [name]: item } }))

const map: Operator = (argument, compile) => {
  const { input, in: body } = named('$map', argument, compile, ['input', 'in'], ['as'])
  const name = nameOf(argument, 'this')
  return (scope) => {
    const list = input!(scope)
    if (nullish(list)) return null
    if (!Array.isArray(list))
      return refuseExpression(`input to $map must be an array not ${typed(list)}`)
    return each(list, name, body!, scope).map((item) => item ?? null)
  }
}

const filter: Operator = (argument, compile) => {
  const { input, cond, limit } = named(
    '$filter',
    argument,
    compile,
    ['input', 'cond'],
    ['as', 'limit'],
  )
  const name = nameOf(argument, 'this')
  return (scope) => {
    const list = input!(scope)
    if (nullish(list)) return null
    if (!Array.isArray(list))
      return refuseExpression(`input to $filter must be an array not ${typed(list)}`)
    const kept = each(list, name, cond!, scope)
    const most = limit?.(scope)
    const found = list.filter((_item, i) => truthy(kept[i]))
    return nullish(most) ? found : found.slice(0, integer('$filter', most))
  }
}

const reduce: Operator = (argument, compile) => {
  const parts = named('$reduce', argument, compile, ['input', 'initialValue', 'in'])
  return (scope) => {
    const list = parts.input!(scope)
    if (nullish(list)) return null
    if (!Array.isArray(list))
      return refuseExpression(`$reduce requires that 'input' be an array, found: ${typed(list)}`)
    return list.reduce(
      (value: Value, item) => parts.in!({ ...scope, vars: { ...scope.vars, value, this: item } }),
      parts.initialValue!(scope),
    )
  }
}

const contains = fixed('$in', 2, 2, ([value, list]) =>
  Array.isArray(list)
    ? list.some((item) => equalValues(item, value))
    : refuseExpression(`$in requires an array as a second argument, found: ${typed(list)}`),
)

const indexOf = fixed('$indexOfArray', 2, 4, ([list, value, from, to]) => {
  if (nullish(list)) return null
  const items = array('$indexOfArray', 'first argument', list)
  const start = from === undefined ? 0 : integer('$indexOfArray', from)
  const stop = to === undefined ? items.length : integer('$indexOfArray', to)
  return items.findIndex((item, i) => i >= start && i < stop && equalValues(item, value))
})

const range = fixed('$range', 2, 3, ([from, to, by]) => {
  const start = integer('$range', from)
  const stop = integer('$range', to)
  const step = by === undefined ? 1 : integer('$range', by)
  if (step === 0) refuseExpression('$range requires a non-zero step value')
  const made: number[] = []
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) made.push(i)
  return made
})

const size = fixed('$size', 1, 1, ([list]) =>
  Array.isArray(list)
    ? list.length
    : refuseExpression(`The argument to $size must be an array, but was of type: ${typed(list)}`),
)

const slice = strict('$slice', 2, 3, ([list, first, second]) => {
  const items = array('$slice', 'first argument', list)
  const at = integer('$slice', first)
  if (second === undefined) return at < 0 ? items.slice(at) : items.slice(0, at)
  const count = integer('$slice', second)
  if (count <= 0) refuseExpression(`Third argument to $slice must be positive: ${count}`)
  const from = at < 0 ? Math.max(0, items.length + at) : at
  return items.slice(from, from + count)
})

const zip: Operator = (argument, compile) => {
  if (!isDoc(argument) || !Array.isArray(argument.inputs))
    return refuseExpression("$zip requires at least one input array, in 'inputs'")
  const inputs = argument.inputs.map(compile)
  const longest = argument.useLongestLength === true
  const defaults = Array.isArray(argument.defaults) ? argument.defaults.map(compile) : []
  return (scope) => {
    const lists = inputs.map((input) => input(scope))
    if (lists.some(nullish)) return null
    const arraysIn = lists.map((list) =>
      Array.isArray(list)
        ? list
        : refuseExpression(`$zip found a non-array expression in input: ${typed(list)}`),
    )
    const lengths = arraysIn.map((list) => list.length)
    const count = longest ? Math.max(...lengths) : Math.min(...lengths)
    return Array.from({ length: count }, (_item, i) =>
      arraysIn.map((list, k) => (i < list.length ? list[i] : (defaults[k]?.(scope) ?? null))),
    )
  }
}

export const arrays: Record<string, Operator> = {
  $arrayElemAt: elementAt,
  $first: end('$first', 0),
  $last: end('$last', -1),
  $concatArrays: concat,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $in: contains,
  $indexOfArray: indexOf,
  $isArray: fixed('$isArray', 1, 1, ([value]) => Array.isArray(value)),
  $range: range,
  $reverseArray: strict('$reverseArray', 1, 1, ([list]) =>
    [...array('$reverseArray', 'argument', list)].reverse(),
  ),
  $size: size,
  $slice: slice,
  $zip: zip,
}
