import { Decimal128 } from 'bson'
import { typeName } from './types'
import { numberOf, TypedNumber, type Value } from './values'

/** MongoDB's number types, the wider the later: the result of mixed operands has the widest. */
export type NumberType = 'int' | 'long' | 'double' | 'decimal'

const WIDTH: Record<NumberType, number> = { int: 0, long: 1, double: 2, decimal: 3 }
const LONG_MAX = 2n ** 63n - 1n
const LONG_MIN = -(2n ** 63n)

const isNumberType = (name: string): name is NumberType => name in WIDTH

/** The type of a number, or undefined for any other value. */
export function numberType(value: Value): NumberType | undefined {
  const name = typeName(value)
  return isNumberType(name) ? name : undefined
}

export const widest = (types: NumberType[]): NumberType =>
  types.reduce((a, b) => (WIDTH[b] > WIDTH[a] ? b : a), 'int')

/** A number of the given type; an int or a long that is out of its range takes the next wider type. */
export function makeNumber(type: NumberType, value: number | bigint): Value {
  if (type === 'decimal') return Decimal128.fromString(String(value))
  if (type === 'double') {
    const number = Number(value)
    const looksLong =
      Number.isInteger(number) && Math.abs(number) < 2 ** 63 && !Object.is(number, -0)
    return looksLong ? new TypedNumber('double', number, `${number}.0`) : number
  }
  if (typeof value === 'number' && !Number.isInteger(value)) return value
  const exact = BigInt(value)
  if (exact > LONG_MAX || exact < LONG_MIN) return makeNumber('double', Number(exact))
  const number = Number(exact)
  const isInt = number === (number | 0)
  if (isInt && type === 'int') return number
  return !isInt && Number.isSafeInteger(number)
    ? number
    : new TypedNumber('long', number, String(exact))
}

/** An int's or long's exact value. */
const exactOf = (value: Value): bigint =>
  BigInt(value instanceof TypedNumber && value.type === 'long' ? value.text : numberOf(value)!)

const OPERATIONS = {
  add: { number: (a: number, b: number) => a + b, exact: (a: bigint, b: bigint) => a + b },
  subtract: { number: (a: number, b: number) => a - b, exact: (a: bigint, b: bigint) => a - b },
  multiply: { number: (a: number, b: number) => a * b, exact: (a: bigint, b: bigint) => a * b },
}

/** Adds, subtracts or multiplies two numbers; a long beyond 2^53 stays exact. */
export function compute(operation: keyof typeof OPERATIONS, a: Value, b: Value): Value {
  const type = widest([numberType(a)!, numberType(b)!])
  const { number, exact } = OPERATIONS[operation]
  const result = number(numberOf(a)!, numberOf(b)!)
  const whole = type === 'int' || type === 'long'
  if (whole && !Number.isSafeInteger(result)) return makeNumber(type, exact(exactOf(a), exactOf(b)))
  return makeNumber(type, result)
}
