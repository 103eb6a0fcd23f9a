import { crc32 } from './crc32'
import { deflateSync } from 'node:zlib'
import type { Matrix } from './matrix'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const QUIET_MODULES = 4

/** An RGB colour; each part from 0 to 255. */
export type Colour = [number, number, number]

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A square PNG of a QR code, `width` pixels wide, with its quiet zone; clear where light when `hyaline`. */
export function qrPng(matrix: Matrix, width: number, colour: Colour, hyaline: boolean): Buffer {
  const scale = Math.max(1, Math.floor(width / (matrix.length + 2 * QUIET_MODULES)))
  const margin = Math.floor((width - matrix.length * scale) / 2)
  const rows = Buffer.alloc(width * (width + 1))
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      const module = matrix[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)]
      // Each row begins with its filter, 0; then one palette index a pixel.
      rows[y * (width + 1) + 1 + x] = module === true ? 1 : 0
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  // 8 bits a pixel, indexed colour.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([255, 255, 255, ...colour])),
    ...(hyaline ? [chunk('tRNS', Buffer.from([0, 255]))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
