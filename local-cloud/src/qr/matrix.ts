import { codewordsOf, versionFor } from './codewords'

/** Dark modules of a QR code, row by row. */
export type Matrix = boolean[][]

const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The QR code (level M) of a text in UTF-8; undefined when it is too long. */
export function qrMatrix(text: string): Matrix | undefined {
  const bytes = Buffer.from(text, 'utf8')
  const version = versionFor(bytes.length)
  if (version === undefined) return undefined
  const drawing = new Drawing(version)
  drawing.patterns()
  drawing.data(codewordsOf(bytes, version))
  return drawing.masked()
}

class Drawing {
  private readonly size: number
  private readonly dark: Matrix
  /** Modules that hold no data, which masks leave alone. */
  private readonly fixed: Matrix

  constructor(private readonly version: number) {
    this.size = version * 4 + 17
    const blank = (): Matrix =>
      Array.from({ length: this.size }, () => new Array<boolean>(this.size).fill(false))
    this.dark = blank()
    this.fixed = blank()
  }

  patterns(): void {
    const { size, version } = this
    for (let i = 0; i < size; i++) {
      this.set(6, i, i % 2 === 0)
      this.set(i, 6, i % 2 === 0)
    }
    for (const [x, y] of [
      [3, 3],
      [size - 4, 3],
      [3, size - 4],
    ] as const)
      this.square(x, y, 4, (distance) => distance !== 2 && distance !== 4)
    const centres = alignmentCentres(version)
    const last = centres.length - 1
    centres.forEach((x, i) =>
      centres.forEach((y, j) => {
        const finder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)
        if (!finder) this.square(x, y, 2, (distance) => distance !== 1)
      }),
    )
    this.format(0)
    if (version >= 7) this.versionBits()
  }

  /** Two columns at a time from the right, upwards and downwards in turn. */
  data(codewords: Uint8Array): void {
    let bit = 0
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5
      for (let step = 0; step < this.size; step++)
        for (const x of [right, right - 1]) {
          const upwards = ((right + 1) & 2) === 0
          const y = upwards ? this.size - 1 - step : step
          if (this.fixed[y]![x]! || bit >= codewords.length * 8) continue
          this.dark[y]![x] = ((codewords[bit >> 3]! >> (7 - (bit & 7))) & 1) === 1
          bit++
        }
    }
  }

  /** The matrix under the mask with the least penalty. */
  masked(): Matrix {
    let best: Matrix = []
    let least = Infinity
    MASKS.forEach((mask, number) => {
      this.format(number)
      const matrix = this.dark.map((row, y) =>
        row.map((dark, x) => (this.fixed[y]![x]! ? dark : dark !== mask(x, y))),
      )
      const points = penalty(matrix)
      if (points < least) [best, least] = [matrix, points]
    })
    return best
  }

  private set(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return
    this.dark[y]![x] = dark
    this.fixed[y]![x] = true
  }

  private square(x: number, y: number, radius: number, dark: (distance: number) => boolean): void {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++)
        this.set(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))))
  }

  /** Level M and the mask's number with their BCH code, twice. */
  private format(mask: number): void {
    const { size } = this
    let rest = mask
    for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537)
    const bits = ((mask << 10) | rest) ^ 0x5412
    const bit = (i: number): boolean => ((bits >> i) & 1) === 1
    for (let i = 0; i <= 5; i++) this.set(8, i, bit(i))
    this.set(8, 7, bit(6))
    this.set(8, 8, bit(7))
    this.set(7, 8, bit(8))
    for (let i = 9; i < 15; i++) this.set(14 - i, 8, bit(i))
    for (let i = 0; i < 8; i++) this.set(size - 1 - i, 8, bit(i))
    for (let i = 8; i < 15; i++) this.set(8, size - 15 + i, bit(i))
    this.set(8, size - 8, true)
  }

  private versionBits(): void {
    let rest = this.version
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
    const bits = (this.version << 12) | rest
    for (let i = 0; i < 18; i++) {
      const dark = ((bits >> i) & 1) === 1
      const a = this.size - 11 + (i % 3)
      const b = Math.floor(i / 3)
      this.set(a, b, dark)
      this.set(b, a, dark)
    }
  }
}

function alignmentCentres(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const centres = [6]
  for (let i = count - 2; i >= 0; i--) centres.push(version * 4 + 10 - i * step)
  return centres
}

/** How hard a matrix is to read: long runs, blocks, false finders, and too much of one colour. */
function penalty(matrix: Matrix): number {
  const size = matrix.length
  let points = 0
  let darkCount = 0
  const lines = [...matrix, ...matrix.map((_row, x) => matrix.map((row) => row[x]!))]
  for (const line of lines) {
    let run = 1
    for (let i = 1; i <= size; i++)
      if (i < size && line[i] === line[i - 1]) run++
      else {
        if (run >= 5) points += run - 2
        run = 1
      }
    const text = line.map(Number).join('')
    for (const finder of ['00001011101', '10111010000'])
      for (let at = text.indexOf(finder); at >= 0; at = text.indexOf(finder, at + 1)) points += 40
  }
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const dark = matrix[y]![x]!
      if (dark) darkCount++
      const square = x > 0 && y > 0
      if (
        square &&
        [matrix[y]![x - 1], matrix[y - 1]![x], matrix[y - 1]![x - 1]].every((m) => m === dark)
      )
        points += 3
    }
  return points + Math.floor(Math.abs(darkCount / size ** 2 - 0.5) * 20) * 10
}
