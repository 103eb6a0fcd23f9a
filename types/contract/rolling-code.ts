import { readScene, TOKEN_LETTERS, tokenOf } from './printed-code'

/**
 * A code that changes every 30 seconds (docs/decisions/rolling-code.md), by RFC 6238 (TOTP) with HMAC-SHA-256: what
 * the phone that shows it and the cloud that checks it must know alike. It says nothing of whose it is: whoever
 * checks it knows whom they stand before. How HMAC is computed is each side's own.
 */

/** X of RFC 6238, section 4.1, in ms. T0 is 0. */
export const STEP_MS = 30_000

/** T of RFC 6238: how many steps since the epoch. */
export const stepAt = (at: number): number => Math.floor(at / STEP_MS)

/** When a step begins, epoch ms. */
export const startOfStep = (step: number): number => step * STEP_MS

/** The moving factor as it is hashed: eight bytes, the highest first (RFC 4226, section 5.1). */
export const messageOf = (step: number): number[] =>
  Array.from({ length: 8 }, (_, n) => Math.floor(step / 256 ** (7 - n)) % 256)

/** 23^6 codes are some 2^27: three of them are right at a time. */
const LETTERS = 6

/** RFC 4226's dynamic truncation (section 5.3) of an HMAC value to 31 bits; RFC 6238 allows SHA-256 (section 1.2). */
export function truncated(mac: ArrayLike<number>): number {
  const byte = (at: number): number => mac[at] ?? 0
  const offset = byte(mac.length - 1) % 16
  return (
    (byte(offset) % 128) * 2 ** 24 +
    byte(offset + 1) * 2 ** 16 +
    byte(offset + 2) * 2 ** 8 +
    byte(offset + 3)
  )
}

/**
 * The code of an HMAC value: its 31 bits in six letters that no two of look alike instead of decimal digits, with the
 * check character of printed codes, by which a slip of the finger costs no call.
 */
export function codeOfMac(mac: ArrayLike<number>): string {
  let rest = truncated(mac)
  let letters = ''
  for (let n = 0; n < LETTERS; n++) {
    letters = TOKEN_LETTERS.charAt(rest % TOKEN_LETTERS.length) + letters
    rest = Math.floor(rest / TOKEN_LETTERS.length)
  }
  return tokenOf(letters)
}

/** The kind letter of a person's own code, as the scanner inside Linli reads it. */
export const ROLLING_LETTER = 'y'

/** How long a code is, its check character included. */
const CODE_LENGTH = LETTERS + 1

/** The code in what was scanned or typed, with or without its letter; null for anything else. */
export function readRollingCode(text: string): string | null {
  const plain = text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  const code = plain.length === CODE_LENGTH + 1 ? plain.slice(1) : plain
  const letter = plain.length === CODE_LENGTH + 1 ? plain.slice(0, 1) : ROLLING_LETTER
  if (code.length !== CODE_LENGTH || letter.toLowerCase() !== ROLLING_LETTER) return null
  return readScene(ROLLING_LETTER + code) ? code : null
}
