import { ObjectId } from 'bson'

/**
 * A number whose BSON type can't be told from its JavaScript value: a small `long`, a whole
 * `double`, or a `long` beyond 2^53. `text` is the exact number as it came.
 */
export class TypedNumber {
  constructor(
    readonly type: 'long' | 'double',
    readonly value: number,
    readonly text: string,
  ) {}

  valueOf(): number {
    return this.value
  }
}

/** A rarely used BSON value (binary, decimal, timestamp, regex, min and max key), kept as bson's own class. */
export interface OtherBson {
  readonly _bsontype: string
}

export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  | Date
  | TypedNumber
  | ObjectId
  | OtherBson
  | Value[]
  | Doc

export interface Doc {
  [field: string]: Value
}

export { ObjectId }

export const isBson = (value: Value): value is OtherBson =>
  typeof value === 'object' && value !== null && '_bsontype' in value && isBsonClass(value)

// A stored document may have a field named _bsontype; only bson's classes carry it on the prototype.
function isBsonClass(value: object): boolean {
  return !Object.prototype.hasOwnProperty.call(value, '_bsontype')
}

/** True for a document: not null, an array, a date, a wrapped number or another BSON class. */
export function isDoc(value: Value): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const proto: unknown = Object.getPrototypeOf(value)
  return proto === Object.prototype || proto === null
}

/** The JavaScript number of a BSON number, or undefined for anything else. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value
  if (value instanceof TypedNumber) return value.value
  if (isBson(value) && value._bsontype === 'Decimal128')
    return Number((value as { toString(): string }).toString())
  return undefined
}

export const Rank = {
  minKey: 1,
  null: 10,
  number: 20,
  string: 30,
  object: 40,
  array: 50,
  binary: 60,
  objectId: 70,
  boolean: 80,
  date: 90,
  timestamp: 95,
  regex: 100,
  maxKey: 250,
} as const

const BSON_RANK: Record<string, number> = {
  MinKey: Rank.minKey,
  MaxKey: Rank.maxKey,
  Binary: Rank.binary,
  ObjectId: Rank.objectId,
  Decimal128: Rank.number,
  Timestamp: Rank.timestamp,
  BSONRegExp: Rank.regex,
}

/** MongoDB's order of types; values of one rank compare with each other. Missing ranks as null. */
export function rankOf(value: Value): number {
  if (value === undefined || value === null) return Rank.null
  if (typeof value === 'number') return Rank.number
  if (typeof value === 'string') return Rank.string
  if (typeof value === 'boolean') return Rank.boolean
  if (Array.isArray(value)) return Rank.array
  if (value instanceof Date) return Rank.date
  if (value instanceof TypedNumber) return Rank.number
  if (isBson(value)) return BSON_RANK[value._bsontype] ?? Rank.binary
  return Rank.object
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  return a < b ? -1 : 1
}

/** Compares as MongoDB does, by UTF-8 bytes; JavaScript's < would put surrogate pairs below U+E000. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    let left = a.charCodeAt(i)
    let right = b.charCodeAt(i)
    if (left === right) continue
    if (left >= 0xd800 && right >= 0xd800) {
      left += left >= 0xe000 ? -0x800 : 0x2000
      right += right >= 0xe000 ? -0x800 : 0x2000
    }
    return left < right ? -1 : 1
  }
  return a.length < b.length ? -1 : 1
}

function compareDocs(a: Doc, b: Doc): number {
  const left = Object.keys(a)
  const right = Object.keys(b)
  for (let i = 0; i < left.length && i < right.length; i++) {
    const leftKey = left[i]!
    const rightKey = right[i]!
    const byType = rankOf(a[leftKey]) - rankOf(b[rightKey])
    if (byType !== 0) return byType
    const byName = compareStrings(leftKey, rightKey)
    if (byName !== 0) return byName
    const byValue = compareValues(a[leftKey], b[rightKey])
    if (byValue !== 0) return byValue
  }
  return left.length - right.length
}

/** MongoDB's total order over all values: by type first, then within the type. */
export function compareValues(a: Value, b: Value): number {
  const rank = rankOf(a)
  const other = rankOf(b)
  if (rank !== other) return rank - other
  switch (rank) {
    case Rank.null:
    case Rank.minKey:
    case Rank.maxKey:
      return 0
    case Rank.number:
      return compareNumbers(numberOf(a)!, numberOf(b)!)
    case Rank.string:
      return compareStrings(a as string, b as string)
    case Rank.boolean:
      return Number(a) - Number(b)
    case Rank.date:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime())
    case Rank.array: {
      const left = a as Value[]
      const right = b as Value[]
      for (let i = 0; i < left.length && i < right.length; i++) {
        const order = compareValues(left[i], right[i])
        if (order !== 0) return order
      }
      return left.length - right.length
    }
    case Rank.object:
      return compareDocs(a as Doc, b as Doc)
    default:
      return compareStrings(JSON.stringify(a), JSON.stringify(b))
  }
}

export const equalValues = (a: Value, b: Value): boolean => compareValues(a, b) === 0

/** A deep copy: a stored document is shared by a cache and must never be changed in place. */
export function cloneValue<T extends Value>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(cloneValue) as T
  if (value instanceof Date) return new Date(value.getTime()) as T
  if (!isDoc(value)) return value
  const copy: Doc = {}
  for (const key of Object.keys(value)) setField(copy, key, cloneValue(value[key]))
  return copy as T
}

/** Sets an own field even when its name is `__proto__`. */
export function setField(doc: Doc, key: string, value: Value): void {
  if (key === '__proto__')
    Object.defineProperty(doc, key, { value, enumerable: true, writable: true, configurable: true })
  else doc[key] = value
}
