import type { Finding } from '../../../types/contract/announcement-desk'
import { CHAIN_OF_DE, MASK, PLAIN_WORDS, WORDS_WITH_DE } from './plain-words.text'

/** Where a reader over 60 would stumble in a notice: clauses that are long, nested, or said as offices say them. */

type Field = Finding['field']

/** A clause may have so many signs: what is read aloud in one breath. */
const LONGEST = 25

/** What is found in a title and a body, in the order in which it stands there. */
export const findingsIn = ({ title, body }: { title: string; body: string }): Finding[] => [
  ...findingsOf('title', title),
  ...findingsOf('body', body),
]

function findingsOf(field: Field, text: string): Finding[] {
  const plain = withoutMarks(text)
  const found = [...longClauses(plain), ...nestings(plain), ...officialese(plain)]
  return found
    .sort((a, b) => a.at - b.at || b.length - a.length)
    .map((one) => ({ field, ...one, text: text.slice(one.at, one.at + one.length) }))
}

type Found = Omit<Finding, 'field' | 'text'>

/** What is no words: of a link its address, the signs of lists, headings and bold. Blanks stand in their place. */
const withoutMarks = (text: string): string =>
  text
    .replace(/\]\([^)\s]*\)/g, (address) => ' '.repeat(address.length))
    .replace(/^[ \t]*(#{1,6}|[-+*]|\d{1,9}[.)])[ \t]/gm, (mark) => ' '.repeat(mark.length))
    .replace(/\*\*|\[/g, (mark) => ' '.repeat(mark.length))

/** From one pause to the next. A comma between digits, and the colon of a time, are no pause. */
function longClauses(text: string): Found[] {
  return [
    ...text.matchAll(/(?:[^，。；：！？、,;!?\n（）()]|,(?=\d{3})|(?<=\d)：(?=\d))+/g),
  ].flatMap((match) => {
    const [clause] = match
    const words = clause.trim()
    if (signsIn(words) <= LONGEST) return []
    const at = match.index + clause.indexOf(words)
    return [{ kind: 'long' as const, at, length: words.length }]
  })
}

/** How much there is to read: a number or a word of letters counts as one, blanks not at all. */
const signsIn = (words: string): number =>
  [...words.replace(/[A-Za-z0-9.:_/-]+/g, 'x').replace(/\s+/g, '')].length

/** Brackets in brackets, and one 的 after another within a clause. */
function nestings(text: string): Found[] {
  return [...bracketsInBrackets(text), ...chainsOfDe(text)].map((one) => ({
    kind: 'nested' as const,
    ...one,
  }))
}

const OPENING = '（(【〔'
const CLOSING = '）)】〕'

function bracketsInBrackets(text: string): { at: number; length: number }[] {
  const found = []
  let depth = 0
  let deepest = 0
  let at = 0
  for (let n = 0; n < text.length; n++) {
    const sign = text.charAt(n)
    if (sign === '\n') depth = 0
    else if (OPENING.includes(sign)) {
      if (depth === 0) [at, deepest] = [n, 0]
      depth++
      deepest = Math.max(deepest, depth)
    } else if (CLOSING.includes(sign) && depth > 0) {
      depth--
      if (depth === 0 && deepest > 1) found.push({ at, length: n + 1 - at })
    }
  }
  return found
}

/** Three 的 in one clause, each within ten signs of the one before. 目的 and 的确 are words of their own. */
function chainsOfDe(text: string): { at: number; length: number }[] {
  const masked = text.replace(WORDS_WITH_DE, (word) => MASK.repeat(word.length))
  return [...masked.matchAll(CHAIN_OF_DE)].map(({ index, 0: { length } }) => ({
    at: index,
    length,
  }))
}

/** Longer words first, so that what is a part of one is not found again in it. */
const WORDS = Object.keys(PLAIN_WORDS).sort((a, b) => b.length - a.length)
const OFFICIALESE = new RegExp(WORDS.join('|'), 'g')

const officialese = (text: string): Found[] =>
  [...text.matchAll(OFFICIALESE)].map(({ index, 0: word }) => ({
    kind: 'officialese',
    at: index,
    length: word.length,
    instead: PLAIN_WORDS[word] ?? '',
  }))
