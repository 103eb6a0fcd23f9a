import type { CallResult } from '../../../types/contract/announcement-desk'
import type { Must } from '../../../types/contract/announcement-content'
import type { Did, Receipt, ReceiptsDoc } from '../announcement.docs'
import { isDone } from '../reading.rules'
import { inRound } from '../rounds.rules'

/** The arithmetic of receipts: what somebody did, joined from several ways, and what each line adds to the sums. */

export type Counts = ReceiptsDoc['counts']

/** What somebody did, wherever it stands. */
type Done = Pick<Receipt, 'openedAt' | 'confirmedAt' | 'choice' | 'by'>

/** Told or visited: the person knows. Refused: nobody calls again. */
export const REACHED: readonly CallResult[] = ['told', 'visited']
export const ENDS_A_CALL: readonly CallResult[] = [...REACHED, 'refused']

export const hasCallEnded = ({ call }: Pick<Receipt, 'call'>): boolean =>
  call !== undefined && ENDS_A_CALL.includes(call.result)

/**
 * Both together, whichever comes first: opened when it was opened first; confirmed as it was last. Nothing is
 * ever taken back, so that what arrives late or twice changes nothing.
 */
export function joinDone(a: Done, b: Done): Done {
  const last = (b.confirmedAt ?? 0) > (a.confirmedAt ?? 0) ? b : a
  const first = (b.openedAt ?? Infinity) < (a.openedAt ?? Infinity) ? b : a
  const { by } = last.confirmedAt === undefined ? first : last
  return {
    ...(first.openedAt === undefined ? {} : { openedAt: first.openedAt }),
    ...(last.confirmedAt === undefined ? {} : { confirmedAt: last.confirmedAt }),
    ...(last.choice === undefined ? {} : { choice: last.choice }),
    ...(by === undefined ? {} : { by }),
  }
}

const sameDone = (a: Done, b: Done): boolean =>
  a.openedAt === b.openedAt &&
  a.confirmedAt === b.confirmedAt &&
  a.choice === b.choice &&
  a.by === b.by

/** The line once it follows what was done; null when it does already. */
export function lineAfter(line: Receipt, did: Did): Receipt | null {
  const done = joinDone(line, did)
  if (sameDone(line, done)) return null
  const { openedAt: _o, confirmedAt: _c, choice: _h, by: _b, ...rest } = line
  return { ...rest, ...done, rev: Math.max((line.rev ?? 0) + 1, did.rev) }
}

/** One of several records' doings under one id: as if one person had done both; the later round alone counts. */
export function joinDid(a: Did, b: Did): Did {
  const [ofA, ofB] = [a.round ?? 0, b.round ?? 0]
  if (ofA !== ofB) return { ...(ofA > ofB ? a : b), rev: Math.max(a.rev, b.rev) + 1 }
  const { openedAt = a.openedAt, ...done } = joinDone(a, b)
  const { announcementId } = a
  return { announcementId, ...inRound(ofA), openedAt, ...done, rev: Math.max(a.rev, b.rev) + 1 }
}

export const NO_COUNTS: Counts = {
  people: 0,
  withPhone: 0,
  opened: 0,
  confirmed: 0,
  byOthers: 0,
  called: 0,
  left: 0,
  choices: {},
}

const one = (is: boolean): number => (is ? 1 : 0)

/** What one line adds to the sums. */
export function countsOf(line: Receipt, must: Must | undefined): Counts {
  const choice = must?.choices?.indexOf(line.choice ?? '') ?? -1
  return {
    people: 1,
    withPhone: one(!line.withoutPhone),
    opened: one(line.openedAt !== undefined),
    confirmed: one(line.confirmedAt !== undefined),
    byOthers: one(line.by !== undefined),
    called: one(line.call !== undefined && REACHED.includes(line.call.result)),
    left: one(!isDone(must, line) && !hasCallEnded(line)),
    choices: choice < 0 ? {} : { [choice]: 1 },
  }
}

const SUMS = [
  'people',
  'withPhone',
  'opened',
  'confirmed',
  'byOthers',
  'called',
  'left',
] as const satisfies (keyof Counts)[]

export function addCounts(a: Counts, b: Counts, times = 1): Counts {
  const sum = { ...a, choices: { ...a.choices } }
  for (const name of SUMS) sum[name] += times * b[name]
  for (const [i, n] of Object.entries(b.choices)) {
    sum.choices[i] = (sum.choices[i] ?? 0) + times * n
  }
  return sum
}

export const sumCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, counts) => addCounts(sum, counts), NO_COUNTS)

/** By how much the sums change where a line becomes another, is new (`before` null) or goes (`after` null). */
export function countsBetween(
  before: Receipt | null,
  after: Receipt | null,
  must: Must | undefined,
): Counts {
  const now = after ? countsOf(after, must) : NO_COUNTS
  return before ? addCounts(now, countsOf(before, must), -1) : now
}

/** The paths of a receipts document that change by these counts, with the amounts. */
export function incrementsOf(counts: Counts): [path: string, by: number][] {
  const sums = SUMS.map((name): [string, number] => [`counts.${name}`, counts[name]])
  const choices = Object.entries(counts.choices).map(([i, n]): [string, number] => [
    `counts.choices.${i}`,
    n,
  ])
  return [...sums, ...choices].filter(([, by]) => by !== 0)
}
