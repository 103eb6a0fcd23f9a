import { numberOf, type ObjectId, Rank, rankOf, type Doc, type Value } from './values'

// Order-preserving bytes of a value: comparing two keys byte by byte is comparing the values as
// MongoDB does. Every encoding ends itself, so that keys of several fields are concatenated.

/** Marks an empty array in an index: below null, matched by no value. */
export const EMPTY_ARRAY = Symbol('empty array')

export type IndexValue = Value | typeof EMPTY_ARRAY

const EMPTY_ARRAY_BYTE = 5
const END = 0
const ESCAPE = 0xff

function pushString(out: number[], text: string): void {
  for (const byte of Buffer.from(text, 'utf8')) {
    out.push(byte)
    if (byte === END) out.push(ESCAPE)
  }
  out.push(END, END)
}

const scratch = new DataView(new ArrayBuffer(8))

function pushNumber(out: number[], value: number): void {
  if (Number.isNaN(value)) {
    for (let i = 0; i < 8; i++) out.push(0)
    return
  }
  scratch.setFloat64(0, value === 0 ? 0 : value)
  const negative = (scratch.getUint8(0) & 0x80) !== 0
  for (let i = 0; i < 8; i++) {
    const byte = scratch.getUint8(i)
    out.push(negative ? ~byte & 0xff : i === 0 ? byte | 0x80 : byte)
  }
}

function pushDoc(out: number[], doc: Doc): void {
  for (const key of Object.keys(doc)) {
    const value = doc[key]
    out.push(rankOf(value))
    pushString(out, key)
    pushValue(out, value)
  }
  out.push(END)
}

function pushValue(out: number[], value: IndexValue): void {
  if (value === EMPTY_ARRAY) {
    out.push(EMPTY_ARRAY_BYTE)
    return
  }
  const rank = rankOf(value)
  out.push(rank)
  switch (rank) {
    case Rank.null:
    case Rank.minKey:
    case Rank.maxKey:
      return
    case Rank.number:
      return pushNumber(out, numberOf(value)!)
    case Rank.string:
      return pushString(out, value as string)
    case Rank.boolean:
      out.push(value === true ? 1 : 0)
      return
    case Rank.date:
      return pushNumber(out, (value as Date).getTime())
    case Rank.objectId:
      out.push(...(value as ObjectId).id)
      return
    case Rank.array:
      for (const item of value as Value[]) pushValue(out, item)
      out.push(END)
      return
    case Rank.object:
      return pushDoc(out, value as Doc)
    default:
      return pushString(out, JSON.stringify(value))
  }
}

/** The bytes of one value, ascending (1) or inverted for a descending index field (-1). */
export function encodeKey(value: IndexValue, direction: 1 | -1 = 1): Buffer {
  const out: number[] = []
  pushValue(out, value)
  const bytes = Buffer.from(out)
  return direction === 1 ? bytes : invert(bytes)
}

export function invert(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) out[i] = ~bytes[i]! & 0xff
  return out
}

/** A place between keys: below, or above, every key that begins with `bytes`. */
export interface Cut {
  bytes: Buffer
  above: boolean
}

/** The smallest key at or above the cut; undefined when nothing is above it. */
export function cutToBytes(cut: Cut): Buffer | undefined {
  if (!cut.above) return cut.bytes
  const out = Buffer.from(cut.bytes)
  for (let i = out.length - 1; i >= 0; i--) {
    const byte = out[i]!
    if (byte !== 0xff) {
      out[i] = byte + 1
      return out.subarray(0, i + 1)
    }
  }
  return undefined
}

export const compareCuts = (a: Cut, b: Cut): number => {
  const left = cutToBytes(a)
  const right = cutToBytes(b)
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined)
  return Buffer.compare(left, right)
}
