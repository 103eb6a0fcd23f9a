import type { Pattern, Span, WeekPlan } from '../../../../types/contract/booking-times'
import { readTime } from '../../../lib/when.rules'
import { numberOf } from './service.draft'

/** A weekly pattern as it is typed. */
export interface PatternDraft {
  version: number
  typed: boolean
  weekdays: number[]
  spans: Span[]
  breaks: Span[]
  capacity: string
  buffer: string
  travel: string
  fromDay: string
  /** '' while it has no end. */
  untilDay: string
  holidays: WeekPlan['holidays']
  /** 'rest', 'asUsual', or the weekday whose times those days have. */
  makeUp: string
  place: string
}

export const EMPTY_SPAN: Span = { from: '', to: '' }

/** Of visits to homes the way takes time. */
export const emptyPattern = (today: string, atHome: boolean): PatternDraft => ({
  version: 0,
  typed: false,
  weekdays: [1, 2, 3, 4, 5],
  spans: [{ from: '09:00', to: '11:00' }],
  breaks: [],
  capacity: '1',
  buffer: '0',
  travel: atHome ? '20' : '0',
  fromDay: today,
  untilDay: '',
  holidays: 'rest',
  makeUp: 'rest',
  place: '',
})

export function patternTyped({ version, plan }: Pattern): PatternDraft {
  const { weekdays, spans, breaks, capacity, bufferMinutes, travelMinutes, fromDay } = plan
  const { untilDay = '', holidays, makeUp, place = '' } = plan
  return {
    ...{ version, typed: false, weekdays, spans, breaks, fromDay, untilDay, holidays, place },
    capacity: String(capacity),
    buffer: String(bufferMinutes),
    travel: String(travelMinutes),
    makeUp: String(makeUp),
  }
}

export function weekOf(draft: PatternDraft): WeekPlan {
  const { weekdays, spans, breaks, capacity, buffer, travel, fromDay, untilDay } = draft
  const { holidays, makeUp, place } = draft
  return {
    ...{ weekdays, fromDay, holidays },
    spans: spans.map(spanOf),
    breaks: breaks.map(spanOf),
    capacity: numberOf(capacity),
    bufferMinutes: numberOf(buffer),
    travelMinutes: numberOf(travel),
    ...(untilDay === '' ? {} : { untilDay }),
    makeUp: makeUp === 'rest' || makeUp === 'asUsual' ? makeUp : Number(makeUp),
    ...(place.trim() === '' ? {} : { place }),
  }
}

const spanOf = ({ from, to }: Span): Span => ({ from: readTime(from), to: readTime(to) })

/** As the phone kept it; one in a form that is no longer known is left alone. */
export function keptPattern(kept: unknown, initial: PatternDraft): PatternDraft {
  if (typeof kept !== 'object' || kept === null) return initial
  const given = kept as Record<string, unknown>
  const fits = Object.entries(initial).every(
    ([name, like]) =>
      typeof given[name] === typeof like && Array.isArray(given[name]) === Array.isArray(like),
  )
  return fits && given.version === initial.version ? (kept as PatternDraft) : initial
}
