import type { TermsDoc } from '../announcement.docs'
import { normalised } from './terms.rules'

/** How a search goes through what has one term, so that it reads little however much there is. */

/** Terms of a query whose frequency is looked up: more of a long one tell little more. */
const COUNTED = 8

/** At most eight of these, spread evenly. */
export const someOf = (terms: readonly string[]): string[] =>
  terms.length <= COUNTED
    ? [...terms]
    : Array.from(
        { length: COUNTED },
        (_, i) => terms[Math.round((i * (terms.length - 1)) / (COUNTED - 1))] ?? '',
      )

/** One of the lists of terms of which a hit has all; `rarest` leads to it. */
export interface Way {
  terms: readonly string[]
  rarest: string
}

/** By the rarest of what was counted; undefined where one of them occurs nowhere. */
export function wayOf(
  terms: readonly string[],
  counts: readonly (readonly [term: string, count: number])[],
): Way | undefined {
  const [first, ...others] = counts
  if (!first) return undefined
  const [rarest, count] = others.reduce((least, one) => (one[1] < least[1] ? one : least), first)
  return count === 0 ? undefined : { terms, rarest }
}

type Row = Pick<TermsDoc, '_id' | 'terms' | 'initials' | 'listKey'>

/** What each way found of one round, the newest first, `size` at most. */
export interface Found {
  way: Way
  rows: readonly Row[]
}

/**
 * The rows of a round in one order, newest first: those that may be hits, and where the next round begins. A
 * way that found as many as it was asked for has more; what the others found beyond its last is read again.
 */
export function joinRound(
  found: readonly Found[],
  size: number,
): { maybe: Row[]; next: string | undefined } {
  const ends = found.flatMap(({ rows }) => (rows.length < size ? [] : (rows.at(-1)?.listKey ?? [])))
  const next = ends.length === 0 ? undefined : ends.reduce((a, b) => (a > b ? a : b))
  const maybe = new Map<string, Row>()
  for (const { way, rows } of found) {
    for (const row of rows) {
      if (next !== undefined && row.listKey < next) continue
      const has = new Set(row.terms)
      if (way.terms.every((term) => has.has(term))) maybe.set(row._id, row)
    }
  }
  return { maybe: [...maybe.values()].sort((a, b) => (a.listKey < b.listKey ? 1 : -1)), next }
}

/** Characters before a hit, and in all, of an excerpt. */
const BEFORE = 12
const AROUND = 60

/** The words around the first hit in a text; undefined where it has none as it stands. */
export function excerptOf(text: string, query: string): string | undefined {
  const flat = text.replace(/\s+/g, ' ')
  const [word = ''] = normalised(query).split(/\s+/)
  const at = word === '' ? -1 : flat.toLowerCase().indexOf(word)
  if (at < 0) return undefined
  const from = Math.max(0, at - BEFORE)
  const cut = flat.slice(from, from + AROUND)
  return `${from > 0 ? '…' : ''}${cut}${from + AROUND < flat.length ? '…' : ''}`
}
