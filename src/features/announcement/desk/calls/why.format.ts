import type { CallEntry } from '../../../../../types/contract/announcement-desk'
import { CALLS_TEXT as TEXT } from './calls.text'

/** Why somebody comes first, in one badge that fits the largest text: the heaviest reasons. */
export function whyOf({ why }: Pick<CallEntry, 'why'>) {
  const words = [
    why.includes('veryOld') ? TEXT.why.veryOld : why.includes('elder') ? TEXT.why.elder : '',
    why.includes('alone') ? TEXT.why.alone : '',
  ].filter((word) => word !== '')
  if (words.length === 0) return undefined
  const tone = why.includes('veryOld') || why.includes('alone') ? 'warn' : 'plain'
  return { tone, say: words.join('、') } as const
}
