import type {
  Entry,
  EntryKind,
  Hours,
  ListedEntry,
  Open,
  Phone,
} from '../../types/contract/directory'
import { addDays, DAY, dayOf, MINUTE, momentOf, weekdayOf } from '../shared/time'

/** The region of what is there for everybody: emergency numbers and national hotlines. */
export const EVERYBODY = 'everybody'

/** What the rules need to know of an entry. */
export interface EntryFacts {
  _id: string
  /** For whom: ids from the district on, joined by '/', or EVERYBODY. */
  region: string
  kind: EntryKind
  name: string
  summary: string
  phones: Phone[]
  hours?: Hours
  address?: string
  place?: { latitude: number; longitude: number }
  about: string[]
  bring: string[]
}

/**
 * The regions whose entries are there for someone of a region: the region itself, those around it, and
 * everybody's. Without a region only the last.
 */
export function regionsFor(region: string | undefined): string[] {
  if (!region) return [EVERYBODY]
  const ids = region.split('/')
  return [...ids.map((_, n) => ids.slice(0, n + 1).join('/')), EVERYBODY]
}

const SCOPES = ['district', 'street', 'community'] as const

const scopeOf = (region: string): Entry['scope'] =>
  region === EVERYBODY ? 'everybody' : (SCOPES[region.split('/').length - 1] ?? 'community')

/** Further ahead than a week nobody has to know when it opens. */
const DAYS_AHEAD = 7

interface Span {
  from: number
  to: number
}

/** Whether it is open at a moment, until when, or when it opens next. */
export function decideOpen(hours: Hours, now: number): Open {
  if (hours.kind === 'always') return { state: 'always' }
  const spans = joined(spansAround(hours.spans, now))
  const here = spans.find(({ from, to }) => from <= now && now < to)
  // The week repeats: what is open for a whole one never closes.
  if (here) {
    return here.to - now >= DAYS_AHEAD * DAY
      ? { state: 'always' }
      : { state: 'open', until: here.to }
  }
  const next = spans.find(({ from }) => from > now)
  return { state: 'closed', ...(next ? { opensAt: next.from } : {}) }
}

/** All spans from yesterday (one may pass midnight) to a week from now, in order. */
function spansAround(spans: Extract<Hours, { kind: 'weekly' }>['spans'], now: number): Span[] {
  const today = dayOf(now)
  const found: Span[] = []
  for (let n = -1; n <= DAYS_AHEAD; n++) {
    const day = addDays(today, n)
    for (const { weekdays, from, to } of spans) {
      if (!weekdays.includes(weekdayOf(day))) continue
      found.push({
        from: timeOf(day, from),
        to: timeOf(to > from ? day : addDays(day, 1), to),
      })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** Spans that touch or overlap are one: nobody leaves in between. */
function joined(spans: readonly Span[]): Span[] {
  const joint: Span[] = []
  for (const span of spans) {
    const before = joint.at(-1)
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to)
    else joint.push({ ...span })
  }
  return joint
}

function timeOf(day: string, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return momentOf(day) + (hour * 60 + minute) * MINUTE
}

/** An entry as the list shows it. */
export function presentListed(
  { _id, kind, name, summary, phones, hours }: Omit<EntryFacts, 'region' | 'about' | 'bring'>,
  now: number,
): ListedEntry {
  return {
    entryId: _id,
    kind,
    name,
    summary,
    phones,
    ...(hours ? { open: decideOpen(hours, now) } : {}),
  }
}

/** An entry with all that is known of it. */
export function presentEntry(facts: EntryFacts, now: number): Entry {
  const { region, hours, address, place, about, bring } = facts
  return {
    ...presentListed(facts, now),
    scope: scopeOf(region),
    ...(hours ? { hours } : {}),
    ...(address ? { address } : {}),
    ...(place ? { place } : {}),
    about,
    bring,
  }
}
