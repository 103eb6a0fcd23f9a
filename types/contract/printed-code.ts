/**
 * The form of whatever is printed: a mini-program code whose scene is a kind letter and a token. Both
 * sides know it, so that a code that was misread or forged never costs a call. Beside the picture the
 * same stands in letters, for whoever cannot scan: `D-K7MP-2AX5`.
 */

/**
 * No two of these look alike on a worn label: of 0ODQ, 1IL, 2Z, 5S, 6G, 8B and UV at most one each is
 * among them. Their number is a prime, on which the check character rests.
 */
export const TOKEN_LETTERS = '23456789ACEFHJKMNPRTWXY'

/** Of a token, its check character included; WeChat allows 32 for a whole scene. */
const SHORTEST = 4
const LONGEST = 30

/** A letter for what was printed, and the token: `{ letter: 'd', token: 'K7MP2AX5' }`. */
export interface PrintedCode {
  letter: string
  token: string
}

/**
 * A token from the letters before its check character. The check finds any one wrong character, and
 * any two neighbours in the wrong order.
 */
export const tokenOf = (letters: string): string => letters + checkOf(letters)

/** Whether a text is a token as printed: its length, its characters and its check character. */
export function isToken(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false
  const known = [...text].every((letter) => TOKEN_LETTERS.includes(letter))
  return known && checkOf(text.slice(0, -1)) === text.slice(-1)
}

/** The scene of a code, as it is printed into the picture: 'dK7MP2AX5'. */
export const sceneOf = ({ letter, token }: PrintedCode): string => letter + token

/** The code of a scene; null when it is none of ours, or not whole. */
export function readScene(scene: string): PrintedCode | null {
  const letter = scene.slice(0, 1)
  const token = scene.slice(1)
  return /^[a-z]$/.test(letter) && isToken(token) ? { letter, token } : null
}

/**
 * Each character counts by its place from the end, the check character once; the sum is a multiple of
 * the prime. So no single change and no exchange of neighbours leaves it one.
 */
function checkOf(letters: string): string {
  const prime = TOKEN_LETTERS.length
  const sum = [...letters].reduce((total, letter, at) => {
    const place = letters.length - at
    return total + ((place % (prime - 1)) + 1) * TOKEN_LETTERS.indexOf(letter)
  }, 0)
  return TOKEN_LETTERS.charAt((prime - (sum % prime)) % prime)
}
