import { compute, makeNumber } from '../numbers'
import { numberOf, type Value } from '../values'
import { orderOf } from './conditions'
import { fixed, nullish, type Operator } from './scope'

const isNumber = (value: Value): boolean => numberOf(value) !== undefined
const numbersOf = (values: Value[]): number[] =>
  values.filter(isNumber).map((value) => numberOf(value)!)

/** The sum of the numbers among values; what is no number is passed over. */
export const sum = (values: Value[]): Value =>
  values.filter(isNumber).reduce((total: Value, value) => compute('add', total, value), 0)

export function average(values: Value[]): Value {
  const numbers = numbersOf(values)
  if (numbers.length === 0) return null
  return makeNumber('double', numbers.reduce((a, b) => a + b, 0) / numbers.length)
}

/** The least (-1) or the greatest (1) of the values that are not null or missing. */
export function extreme(values: Value[], direction: 1 | -1): Value {
  const known = values.filter((value) => !nullish(value))
  if (known.length === 0) return null
  return known.reduce((best, value) => (orderOf(value, best) * direction > 0 ? value : best))
}

/** The standard deviation of a whole population (0) or of a sample of it (1). */
export function deviation(values: Value[], less: 0 | 1): Value {
  const numbers = numbersOf(values)
  const count = numbers.length - less
  if (count <= 0) return null
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length
  const squares = numbers.reduce((total, number) => total + (number - mean) ** 2, 0)
  return makeNumber('double', Math.sqrt(squares / count))
}

/** In an expression these take one array, or several values. */
const summary = (name: string, apply: (values: Value[]) => Value): Operator =>
  fixed(name, 0, Infinity, (values) => {
    const [only] = values
    return apply(values.length === 1 && Array.isArray(only) ? only : values)
  })

export const summaries: Record<string, Operator> = {
  $sum: summary('$sum', sum),
  $avg: summary('$avg', average),
  $min: summary('$min', (values) => extreme(values, -1)),
  $max: summary('$max', (values) => extreme(values, 1)),
  $stdDevPop: summary('$stdDevPop', (values) => deviation(values, 0)),
  $stdDevSamp: summary('$stdDevSamp', (values) => deviation(values, 1)),
}
