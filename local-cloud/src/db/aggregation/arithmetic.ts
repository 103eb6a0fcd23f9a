import { compute, makeNumber, numberType, widest, type NumberType } from '../numbers'
import { numberOf, type Value } from '../values'
import { fixed, nullish, refuseExpression, strict, typed, type Operator } from './scope'

function need(name: string, value: Value): number {
  return (
    numberOf(value) ?? refuseExpression(`${name} only supports numeric types, not ${typed(value)}`)
  )
}

const add: Operator = fixed('$add', 0, Infinity, (values) => {
  if (values.some(nullish)) return null
  const dates = values.filter((value) => value instanceof Date)
  if (dates.length > 1) refuseExpression('only one date allowed in an $add expression')
  let sum: Value = 0
  for (const value of values) {
    if (value instanceof Date) continue
    if (numberOf(value) === undefined)
      refuseExpression(`$add only supports numeric or date types, not ${typed(value)}`)
    sum = compute('add', sum, value)
  }
  const [date] = dates
  return date ? new Date(date.getTime() + Math.trunc(numberOf(sum)!)) : sum
})

const subtract = strict('$subtract', 2, 2, ([a, b]) => {
  if (a instanceof Date && b instanceof Date) return makeNumber('long', a.getTime() - b.getTime())
  if (a instanceof Date && numberOf(b) !== undefined)
    return new Date(a.getTime() - Math.trunc(numberOf(b)!))
  if (numberOf(a) === undefined || numberOf(b) === undefined)
    refuseExpression(`can't $subtract ${typed(b)} from ${typed(a)}`)
  return compute('subtract', a, b)
})

const multiply = fixed('$multiply', 0, Infinity, (values) => {
  if (values.some(nullish)) return null
  return values.reduce((product: Value, value) => {
    need('$multiply', value)
    return compute('multiply', product, value)
  }, 1)
})

function bothNumbers(name: string, a: Value, b: Value): [number, number] {
  const left = numberOf(a)
  const right = numberOf(b)
  if (left === undefined || right === undefined)
    return refuseExpression(`${name} only supports numeric types, not ${typed(a)} and ${typed(b)}`)
  return [left, right]
}

const floating = (...values: Value[]): NumberType =>
  values.some((value) => numberType(value) === 'decimal') ? 'decimal' : 'double'

const divide = strict('$divide', 2, 2, ([a, b]) => {
  const [left, right] = bothNumbers('$divide', a, b)
  if (right === 0) refuseExpression("can't $divide by zero")
  return makeNumber(floating(a, b), left / right)
})

const mod = strict('$mod', 2, 2, ([a, b]) => {
  const [left, right] = bothNumbers('$mod', a, b)
  if (right === 0) refuseExpression("can't $mod by zero")
  const rest = left % right
  // -4 % 2 is -0 in JavaScript; an int has no such thing.
  return makeNumber(widest([numberType(a)!, numberType(b)!]), rest === 0 ? 0 : rest)
})

const pow = strict('$pow', 2, 2, ([a, b]) => {
  const base = numberOf(a) ?? refuseExpression(`$pow's base must be numeric, not ${typed(a)}`)
  const exponent =
    numberOf(b) ?? refuseExpression(`$pow's exponent must be numeric, not ${typed(b)}`)
  if (base === 0 && exponent < 0)
    refuseExpression('$pow cannot take a base of 0 and a negative exponent')
  const result = base ** exponent
  const type = Number.isInteger(result) ? widest([numberType(a)!, numberType(b)!]) : floating(a, b)
  return makeNumber(type, result)
})

const log = strict('$log', 2, 2, ([a, b]) => {
  const value = numberOf(a) ?? refuseExpression(`$log's argument must be numeric, not ${typed(a)}`)
  const base = numberOf(b) ?? refuseExpression(`$log's base must be numeric, not ${typed(b)}`)
  if (value <= 0) refuseExpression(`$log's argument must be a positive number, but is ${value}`)
  if (base <= 0 || base === 1)
    refuseExpression(`$log's base must be a positive number not equal to 1, but is ${base}`)
  return makeNumber(floating(a, b), Math.log(value) / Math.log(base))
})

/** An operator of one number whose result is a double. */
const real = (
  name: string,
  apply: (value: number) => number,
  check?: (value: number) => string | undefined,
) =>
  strict(name, 1, 1, ([value]) => {
    const number = need(name, value)
    const problem = check?.(number)
    if (problem !== undefined) refuseExpression(problem)
    return makeNumber(floating(value), apply(number))
  })

const positive = (name: string) => (value: number) =>
  value <= 0 ? `${name}'s argument must be a positive number, but is ${value}` : undefined

/** An operator of one number that keeps its type. */
const keeping = (name: string, apply: (value: number) => number): Operator =>
  strict(name, 1, 1, ([value]) => {
    const result = apply(need(name, value))
    const type = numberType(value)!
    return makeNumber(type, result === 0 && type !== 'double' ? 0 : result)
  })

/** Halves go to the even neighbour, as MongoDB's `$round` has it. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

/** `$round` and `$trunc`: to a decimal place, or before the point where it is negative. */
const toPlace = (name: string, apply: (value: number) => number): Operator =>
  strict(name, 1, 2, ([value, place]) => {
    const number = need(name, value)
    const digits = place === undefined ? 0 : need(name, place)
    const shifted = Number(`${number}e${digits}`)
    const result = Number.isFinite(shifted) ? Number(`${apply(shifted)}e${-digits}`) : number
    return makeNumber(numberType(value)!, result === 0 ? 0 : result)
  })

export const arithmetic: Record<string, Operator> = {
  $add: add,
  $subtract: subtract,
  $multiply: multiply,
  $divide: divide,
  $mod: mod,
  $pow: pow,
  $log: log,
  $abs: keeping('$abs', Math.abs),
  $ceil: keeping('$ceil', Math.ceil),
  $floor: keeping('$floor', Math.floor),
  $round: toPlace('$round', roundHalfEven),
  $trunc: toPlace('$trunc', Math.trunc),
  $exp: real('$exp', Math.exp),
  $ln: real('$ln', Math.log, positive('$ln')),
  $log10: real('$log10', Math.log10, positive('$log10')),
  $sqrt: real('$sqrt', Math.sqrt, (value) =>
    value < 0 ? "$sqrt's argument must be greater than or equal to 0" : undefined,
  ),
}
