// Arithmetic in GF(256) with the polynomial x^8 + x^4 + x^3 + x^2 + 1, as QR codes use it.

const EXP = new Uint8Array(512)
const LOG = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = EXP[power + 255] = value
  LOG[value] = power
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0)
}

const multiply = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : EXP[LOG[a]! + LOG[b]!]!

/** (x - 1)(x - 2)(x - 4)... without its leading 1, highest power first. */
function generator(degree: number): Uint8Array {
  const polynomial = new Uint8Array(degree)
  polynomial[degree - 1] = 1
  for (let root = 0; root < degree; root++)
    for (let i = 0; i < degree; i++)
      polynomial[i] = multiply(polynomial[i]!, EXP[root]!) ^ (polynomial[i + 1] ?? 0)
  return polynomial
}

/** The error correction codewords of a block of data. */
export function errorCorrection(data: Uint8Array, count: number): Uint8Array {
  const divisor = generator(count)
  const rest = new Uint8Array(count)
  for (const byte of data) {
    const factor = byte ^ rest[0]!
    rest.copyWithin(0, 1)
    rest[count - 1] = 0
    for (let i = 0; i < count; i++) rest[i] = rest[i]! ^ multiply(divisor[i]!, factor)
  }
  return rest
}
