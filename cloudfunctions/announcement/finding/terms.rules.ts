/** By which terms an announcement is found. */

/** Marks a term of pinyin initials. */
const INITIALS = 'i:'

/**
 * A text as it is compared: wide letters and digits as narrow ones, lower case. What is left of it in the same
 * place is not promised: ㎡ becomes m2.
 */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Han signs, Latin letters and digits that follow each other without a break. */
const RUN = /[\p{Script=Han}\p{Script=Latin}\p{Nd}]+/gu

const runsOf = (text: string): string[][] =>
  (normalised(text).match(RUN) ?? []).map((run) => [...run])

/** All stretches of so many signs. */
const stretches = (signs: readonly string[], length: number): string[] =>
  signs.slice(0, Math.max(0, signs.length - length + 1)).map((_sign, from) => {
    return signs.slice(from, from + length).join('')
  })

const initialTerms = (run: readonly string[]): string[] =>
  [...stretches(run, 2), ...stretches(run, 3)].map((term) => INITIALS + term)

/**
 * The terms of a text: its signs, each two that follow each other, and each two and three of `initials`, which
 * are its pinyin initials with breaks where the text has them (initials.ts).
 */
export function termsOf(text: string, initials: string): string[] {
  const terms = new Set<string>()
  for (const run of runsOf(text)) {
    for (const term of [...run, ...stretches(run, 2)]) terms.add(term)
  }
  for (const run of runsOf(initials)) {
    for (const term of initialTerms(run)) terms.add(term)
  }
  return [...terms]
}

/**
 * What a search goes by: whatever it finds has all terms of one of these lists, and no list is empty. `text`
 * for words as they stand there; `initials` too where what was typed may be initials.
 */
export interface QueryTerms {
  text?: string[]
  initials?: string[]
}

export function queryTermsOf(query: string): QueryTerms {
  const runs = runsOf(query)
  const text = runs.flatMap((run) => (run.length === 1 ? run : stretches(run, 2)))
  const [only, ...others] = runs
  const letters = only && others.length === 0 && only.every((sign) => /[a-z0-9]/.test(sign))
  const mayBeInitials = letters && only.length >= 2 && only.some((sign) => /[a-z]/.test(sign))
  const initials = mayBeInitials
    ? stretches(only, only.length === 2 ? 2 : 3).map((term) => INITIALS + term)
    : []
  return {
    ...(text.length > 0 ? { text: [...new Set(text)] } : {}),
    ...(initials.length > 0 ? { initials: [...new Set(initials)] } : {}),
  }
}

/** Does a text have what was searched for, as it stands or, where it may be initials, in its initials? */
export function isHit(query: string, { text, initials }: { text: string; initials: string }) {
  const words = normalised(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const inText = normalised(text)
  if (words.length === 0) return false
  return (
    words.every((word) => inText.includes(word)) ||
    (queryTermsOf(query).initials !== undefined && initials.includes(words.join('')))
  )
}
