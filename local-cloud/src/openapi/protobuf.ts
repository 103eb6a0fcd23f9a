/** The message is not what its schema says. */
export class ProtobufError extends Error {}

/** One field as it stands in a message: a number, or bytes for strings, bytes and messages. */
export interface Field {
  id: number
  value: number | Buffer
}

/** The fields of a message in their order. Throws ProtobufError. */
export function readFields(message: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = message[at++]
      if (byte === undefined) throw new ProtobufError('a number is cut short')
      // Multiplied, not shifted: a shift would wrap at 32 bits.
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw new ProtobufError('a number is too long')
  }
  const bytes = (length: number): Buffer => {
    if (at + length > message.length) throw new ProtobufError('a field is cut short')
    at += length
    return message.subarray(at - length, at)
  }
  while (at < message.length) {
    const tag = varint()
    const id = Math.floor(tag / 8)
    switch (tag % 8) {
      case 0:
        fields.push({ id, value: varint() })
        break
      case 1:
        fields.push({ id, value: bytes(8) })
        break
      case 2:
        fields.push({ id, value: bytes(varint()) })
        break
      case 5:
        fields.push({ id, value: bytes(4) })
        break
      default:
        throw new ProtobufError(`field ${id} has an unknown wire type`)
    }
  }
  return fields
}

/** Negative numbers take ten bytes, as int32 and int64 have them. */
function varintBytes(value: number): Buffer {
  let rest = BigInt.asUintN(64, BigInt(value))
  const bytes: number[] = []
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}

/** A message of numbers (int32) and of bytes (strings as UTF-8). */
export function writeFields(fields: { id: number; value: number | string | Buffer }[]): Buffer {
  const parts: Buffer[] = []
  for (const { id, value } of fields) {
    if (typeof value === 'number') parts.push(varintBytes(id * 8), varintBytes(value))
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value
      parts.push(varintBytes(id * 8 + 2), varintBytes(bytes.length), bytes)
    }
  }
  return Buffer.concat(parts)
}
