import { errorCorrection } from './reed-solomon'

// Level M (15% may be lost), versions 1 to 15: enough for a page and a scene.
const EC_PER_BLOCK = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24]
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10]
export const LARGEST_VERSION = 15

/** Modules that are not taken by patterns and format. */
function dataModules(version: number): number {
  const size = version * 4 + 17
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2
  let modules = size * size - 3 * 64 - (15 * 2 + 1) - 2 * (size - 16)
  if (aligned > 0) modules -= (aligned ** 2 - 3) * 25 - (aligned - 2) * 2 * 5
  return version >= 7 ? modules - 36 : modules
}

const totalCodewords = (version: number): number => Math.floor(dataModules(version) / 8)
const dataCodewords = (version: number): number =>
  totalCodewords(version) - EC_PER_BLOCK[version]! * BLOCKS[version]!

/** The smallest version that holds so many bytes; undefined when none does. */
export function versionFor(bytes: number): number | undefined {
  for (let version = 1; version <= LARGEST_VERSION; version++) {
    const lengthBits = version < 10 ? 8 : 16
    if (4 + lengthBits + bytes * 8 <= dataCodewords(version) * 8) return version
  }
  return undefined
}

/** Byte mode, the length, the bytes, a terminator, and padding to the full capacity. */
function dataOf(bytes: Uint8Array, version: number): Uint8Array {
  const bits: number[] = []
  const push = (value: number, length: number): void => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  const capacity = dataCodewords(version) * 8
  push(0, Math.min(4, capacity - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8)
  const data = new Uint8Array(capacity / 8)
  bits.forEach((bit, i) => (data[i >> 3]! |= bit << (7 - (i & 7))))
  return data
}

/** Data and error correction in the order in which they are drawn: interleaved block by block. */
export function codewordsOf(bytes: Uint8Array, version: number): Uint8Array {
  const data = dataOf(bytes, version)
  const blocks = BLOCKS[version]!
  const ecLength = EC_PER_BLOCK[version]!
  const shortLength = Math.floor(data.length / blocks)
  const longBlocks = data.length % blocks
  const parts: Uint8Array[] = []
  for (let block = 0, at = 0; block < blocks; block++) {
    const length = shortLength + (block < blocks - longBlocks ? 0 : 1)
    parts.push(data.subarray(at, at + length))
    at += length
  }
  const corrections = parts.map((part) => errorCorrection(part, ecLength))
  const drawn: number[] = []
  for (let i = 0; i <= shortLength; i++)
    for (const part of parts) if (i < part.length) drawn.push(part[i]!)
  for (let i = 0; i < ecLength; i++) for (const part of corrections) drawn.push(part[i]!)
  return Uint8Array.from(drawn)
}
