/**
 * Reads the text out of the QR codes of these tests: an indexed PNG of 8 bits a pixel, level M, byte
 * mode. Independent of the writer in what it knows of the format; it corrects no errors.
 */
export function readQr(png: Buffer, inflate: (data: Buffer) => Buffer): string {
  const modules = modulesOf(png, inflate)
  const size = modules.length
  const version = (size - 17) / 4
  const dark = (x: number, y: number): number => modules[y]![x]!
  // The mask's number stands in the format bits 12 to 10, the level in 14 and 13.
  const bits = [0, 1, 2, 3, 4].map((i) => dark(i, 8))
  const [level, mask] = [
    (bits[0]! * 2 + bits[1]!) ^ 0b10,
    (bits[2]! * 4 + bits[3]! * 2 + bits[4]!) ^ 0b101,
  ]
  if (level !== 0) throw new Error(`the level is ${level}, not M`)
  const masks = [
    (x: number, y: number) => (x + y) % 2,
    (_x: number, y: number) => y % 2,
    (x: number) => x % 3,
    (x: number, y: number) => (x + y) % 3,
    (x: number, y: number) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3),
    (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x: number, y: number) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ]
  const centre = version > 1 ? size - 7 : -99
  if (version > 6) throw new Error('only versions up to 6 are read')
  const reserved = (x: number, y: number): boolean =>
    x === 6 ||
    y === 6 ||
    (x < 9 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    (x >= size - 8 && y < 9) ||
    (Math.abs(x - centre) <= 2 && Math.abs(y - centre) <= 2)
  const stream: number[] = []
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--
    for (let i = 0; i < size; i++)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - i : i
        if (!reserved(x, y)) stream.push(dark(x, y) ^ (masks[mask]!(x, y) === 0 ? 1 : 0))
      }
  }
  const codewords = Array.from({ length: stream.length >> 3 }, (_, i) =>
    stream.slice(i * 8, i * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  )
  // Data codewords and blocks of level M; none of these versions has blocks of two lengths.
  const [data, blocks] = [[], [16, 1], [28, 1], [44, 1], [64, 2], [86, 2], [108, 4]][version]!
  const each = data! / blocks!
  const ordered = Array.from(
    { length: data! },
    (_, i) => codewords[(i % each) * blocks! + Math.floor(i / each)]!,
  )
  if (ordered[0]! >> 4 !== 4) throw new Error('not in byte mode')
  const nibbles = ordered.flatMap((byte) => [byte >> 4, byte & 15])
  const length = nibbles[1]! * 16 + nibbles[2]!
  const bytes = Array.from({ length }, (_, i) => nibbles[3 + i * 2]! * 16 + nibbles[4 + i * 2]!)
  return Buffer.from(bytes).toString('utf8')
}

function modulesOf(png: Buffer, inflate: (data: Buffer) => Buffer): number[][] {
  const width = png.readUInt32BE(16)
  const data: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflate(Buffer.concat(data))
  const pixel = (x: number, y: number): number => raw[y * (width + 1) + 1 + x]!
  const diagonal = Array.from({ length: width }, (_, i) => pixel(i, i))
  const start = diagonal.indexOf(1)
  const end = Array.from({ length: width }, (_, x) => pixel(x, start)).lastIndexOf(1) + 1
  // The finder's upper edge is 7 modules of dark.
  let run = 0
  while (pixel(start + run, start) === 1) run++
  const scale = run / 7
  const size = (end - start) / scale
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) =>
      pixel(start + Math.floor((x + 0.5) * scale), start + Math.floor((y + 0.5) * scale)),
    ),
  )
}
