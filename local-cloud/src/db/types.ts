import { QueryRefused } from './errors'
import { isBson, isDoc, numberOf, ObjectId, TypedNumber, type Value } from './values'

const CODES: Record<string, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
}

const BSON_NAMES: Record<string, string> = {
  Binary: 'binData',
  BSONRegExp: 'regex',
  Timestamp: 'timestamp',
  Decimal128: 'decimal',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

/** MongoDB's name of a value's type, or 'missing'. */
export function typeName(value: Value): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Object.is(value, -0) || Math.abs(value) >= 2 ** 63)
      return 'double'
    return value === (value | 0) ? 'int' : 'long'
  }
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof TypedNumber) return value.type
  if (value instanceof ObjectId) return 'objectId'
  if (isBson(value)) return BSON_NAMES[value._bsontype] ?? 'binData'
  return isDoc(value) ? 'object' : 'regex'
}

/** The test of `$type`: names, codes, 'number', or a list of them. */
export function typeMatcher(wanted: Value): (leaf: Value) => boolean {
  const names = new Set<string>()
  for (const item of Array.isArray(wanted) ? wanted : [wanted]) {
    const code = numberOf(item)
    const name =
      code === undefined ? item : Object.keys(CODES).find((known) => CODES[known] === code)
    if (name === 'number')
      for (const number of ['int', 'long', 'double', 'decimal']) names.add(number)
    else if (typeof name === 'string' && name in CODES) names.add(name)
    else throw new QueryRefused(`Unknown type name alias: ${JSON.stringify(item)}`)
  }
  return (leaf) => names.has(typeName(leaf))
}
