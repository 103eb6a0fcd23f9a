import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

// SQLite reads a write-ahead log up to the first frame that does not add up and forgets the rest
// without a word, since a log cut short by a crash looks like that. A log damaged in the middle
// looks otherwise: whole commits of the same generation stand behind the bad frame.

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
const MAGIC_LITTLE = 0x377f0682
const MAGIC_BIG = 0x377f0683

/** SQLite's running checksum over whole 8-byte groups, from the two words before. */
function checksum(bytes: Buffer, big: boolean, [one, two]: [number, number]): [number, number] {
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + (big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + two) >>> 0
    two = (two + (big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + one) >>> 0
  }
  return [one, two]
}

const holds = (bytes: Buffer, at: number, [one, two]: [number, number]): boolean =>
  bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two

/**
 * What is wrong with a write-ahead log, or undefined. A log that ends in the middle of a write, as
 * kill -9 leaves it, is right; so is none at all.
 */
export function walProblem(path: string): string | undefined {
  let fd
  try {
    fd = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return problemOf(fd, fstatSync(fd).size)
  } finally {
    closeSync(fd)
  }
}

function problemOf(fd: number, size: number): string | undefined {
  if (size === 0) return undefined
  const header = Buffer.alloc(HEADER_BYTES)
  if (readSync(fd, header, 0, HEADER_BYTES, 0) < HEADER_BYTES)
    return 'the write-ahead log is cut off in its header'
  const magic = header.readUInt32BE(0)
  const big = magic === MAGIC_BIG
  let sum = checksum(header.subarray(0, 24), big, [0, 0])
  if ((magic !== MAGIC_LITTLE && !big) || !holds(header, 24, sum))
    return 'the header of the write-ahead log is not valid'
  const pageBytes = header.readUInt32BE(8)
  const frame = Buffer.alloc(FRAME_HEADER_BYTES + pageBytes)
  let broken: number | undefined
  for (let number = 1, at = HEADER_BYTES; at + frame.length <= size; number++, at += frame.length) {
    readSync(fd, frame, 0, frame.length, at)
    // Other salts: left over from before the log was begun again.
    const current = frame.subarray(8, 16).equals(header.subarray(16, 24))
    if (broken === undefined) {
      const next = checksum(
        frame.subarray(FRAME_HEADER_BYTES),
        big,
        checksum(frame.subarray(0, 8), big, sum),
      )
      if (current && holds(frame, 16, next)) sum = next
      else broken = number
    } else if (current && frame.readUInt32BE(4) !== 0)
      return `frame ${broken} of the write-ahead log is not valid, and writes stand behind it`
  }
  return undefined
}
