import type { Problem, ProblemKind, Verdict } from '../cloudfunctions/shared/audit.rules'

/** What was found, as a person reads it. */
const SAID: Record<ProblemKind, string> = {
  altered: 'is not what was sealed',
  removed: 'was removed',
  inserted: 'was never sealed there, or is there twice',
  reordered: 'stands in the place of another',
  'block missing': 'is missing, with all that was sealed in it',
  rewritten: 'follows another past than the one that stands before it: that was rewritten',
  head: 'is not what was published: the chain was rewritten or cut',
  unsealed: 'was left unsealed for more than two minutes',
}

/** One line for a chain. */
export function lineOf(verdict: Verdict): string {
  if (!verdict.ok) return `${verdict.problem.chain}: ${problemLine(verdict.problem)}`
  const { chain, entries, blocks, waiting } = verdict
  return `${chain}: ok, ${entries} entries in ${blocks} blocks, ${waiting} waiting`
}

function problemLine({ kind, seq, fact, block, day }: Problem): string {
  const where = [
    day === undefined ? '' : `the head of ${day}`,
    seq === undefined ? '' : `entry ${seq}`,
    fact === undefined ? '' : `fact ${fact}`,
    block === undefined ? '' : `block ${block}`,
  ]
  return `${kind.toUpperCase()}: ${where.filter((part) => part !== '').join(', ')} ${SAID[kind]}`
}
