import { isDoc, type Value } from '../values'
import { compileExpression } from './compile'
import { mergeObjects } from './objects'
import { refuseExpression, type Scope } from './scope'
import { distinct } from './sets'
import { average, deviation, extreme, sum } from './summaries'

/** Makes one value of a group's scopes, in their order. */
export type Accumulator = (scopes: Scope[]) => Value

const known = (values: Value[]): Value[] => values.filter((value) => value !== undefined)

const APPLY: Record<string, (values: Value[]) => Value> = {
  $sum: sum,
  $avg: average,
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: known,
  $addToSet: (values) => distinct(known(values)),
  $stdDevPop: (values) => deviation(values, 0),
  $stdDevSamp: (values) => deviation(values, 1),
  $mergeObjects: mergeObjects,
}

/** Compiles `{ $sum: '$n' }` of field `name`. Throws QueryRefused for what is no accumulator. */
export function compileAccumulator(name: string, definition: Value): Accumulator {
  if (name.includes('.')) refuseExpression(`The field name '${name}' cannot contain '.'`)
  const operators = isDoc(definition) ? Object.keys(definition) : []
  const [operator] = operators
  if (!isDoc(definition) || !operator?.startsWith('$'))
    return refuseExpression(`The field '${name}' must be an accumulator object`)
  if (operators.length !== 1) refuseExpression(`The field '${name}' must specify one accumulator`)
  if (operator === '$count') return (scopes) => scopes.length
  const apply = APPLY[operator]
  if (apply === undefined) return refuseExpression(`unknown group operator '${operator}'`)
  const argument = definition[operator]
  if (Array.isArray(argument) && argument.length !== 1)
    refuseExpression(`The ${operator} accumulator is a unary operator`)
  const value = compileExpression(Array.isArray(argument) ? argument[0] : argument)
  return (scopes) => apply(scopes.map(value))
}
