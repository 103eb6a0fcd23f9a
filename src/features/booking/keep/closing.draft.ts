import type { Contract } from '../../../../types/contract'
import { isRealDay, readTime } from '../../../lib/when.rules'

/** What is to be closed, as it is typed. */
export interface ClosingDraft {
  of: 'service' | 'provider' | 'place'
  day: string
  part: boolean
  from: string
  to: string
  move: boolean
  moveTo: string
  say: string
}

export const emptyClosing = (tomorrow: string): ClosingDraft => ({
  of: 'service',
  day: tomorrow,
  part: false,
  from: '',
  to: '',
  move: false,
  moveTo: '',
  say: '',
})

export type ClosingInput = Contract['booking.closeDay']['input']

export function closingInput(serviceId: string, draft: ClosingDraft): ClosingInput {
  const { of, day, part, from, to, move, moveTo, say } = draft
  return {
    ...{ of, serviceId, day, say: say.trim() },
    ...(part ? { hours: { from: readTime(from), to: readTime(to) } } : {}),
    ...(move ? { moveTo } : {}),
  }
}

/** What is certainly wrong before anything is asked of the cloud. */
export function closingProblem(
  draft: ClosingDraft,
): 'day' | 'hours' | 'moveTo' | 'say' | undefined {
  const { day, part, from, to, move, moveTo, say } = draft
  if (!isRealDay(day)) return 'day'
  if (part && !(isClock(readTime(from)) && isClock(readTime(to)) && readTime(from) < readTime(to)))
    return 'hours'
  if (move && (!isRealDay(moveTo) || moveTo === day)) return 'moveTo'
  return say.trim().length < 2 ? 'say' : undefined
}

const isClock = (typed: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(typed)

/** As the phone kept it. */
export function keptClosing(kept: unknown, initial: ClosingDraft): ClosingDraft {
  if (typeof kept !== 'object' || kept === null) return initial
  const given = kept as Record<string, unknown>
  const fits = Object.entries(initial).every(([name, like]) => typeof given[name] === typeof like)
  return fits ? (kept as ClosingDraft) : initial
}
