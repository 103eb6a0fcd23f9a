import type { OfficeQuestion } from '../../../../types/contract/message-office'
import { dayOf, formatMoment } from '../../../lib/time.format'
import { OFFICE_TEXT as TEXT } from './office.text'

type Due = Pick<OfficeQuestion, 'state' | 'dueAt' | 'overdue'>

/** A question that waits too long, or is due today, stands out. */
export function dueBadgeOf({ state, dueAt, overdue }: Due, now: number) {
  if (state === 'answered' || state === 'refused') return undefined
  if (overdue || dueAt < now) return { tone: 'warn', say: TEXT.overdue } as const
  return dayOf(dueAt) === dayOf(now) ? ({ tone: 'accent', say: TEXT.dueToday } as const) : undefined
}

export const dueOf = ({ dueAt }: Due, now: number): string => TEXT.due(formatMoment(dueAt, now))
