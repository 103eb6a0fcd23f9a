import { createHash, randomInt } from 'node:crypto'
import { TOKEN_LETTERS, tokenOf } from '../../types/contract/printed-code'

/** Letters of chance, of the alphabet that printed codes are made of. */
export const drawLetters = (count: number): string =>
  Array.from({ length: count }, () => TOKEN_LETTERS.charAt(randomInt(TOKEN_LETTERS.length))).join(
    '',
  )

/** Letters that follow from a text: the same each time, and of another text others. */
export function lettersFrom(text: string, count: number): string {
  const bytes = createHash('sha512').update(text).digest()
  return Array.from({ length: count }, (_, n) =>
    // Four bytes a letter, so that none is likelier than another by more than one in 10^8.
    TOKEN_LETTERS.charAt(bytes.readUInt32BE(n * 4) % TOKEN_LETTERS.length),
  ).join('')
}

/** Six digits of chance. */
export const drawDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** How many letters of a code find it, and how many prove it. */
export const FINDING = 5
export const PROVING = 6

/** A printed code's token: what finds it, what proves it, and the check character. */
export const joinLetters = (finding: string, proving: string): string => tokenOf(finding + proving)

/** The two parts of a whole token; null for anything else. */
export function splitLetters(token: string): { finding: string; proving: string } | null {
  if (token.length !== FINDING + PROVING + 1) return null
  const finding = token.slice(0, FINDING)
  const proving = token.slice(FINDING, FINDING + PROVING)
  return joinLetters(finding, proving) === token ? { finding, proving } : null
}
