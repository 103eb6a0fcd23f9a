import type { CareVisit, Flag, Grade, Pay } from '../../../types/contract/booking-care'
import type { ErrorCode } from '../../../types/contract/errors'
import { HOUR, MINUTE } from '../../shared/time'
import type { BookingDoc, SeenAt, VisitDay, VisitEnd, VisitFacts } from '../booking.docs'

/** Which end of a visit is noted. */
export type End = 'in' | 'out'

/** How early somebody may come, and how late it may be noted that they went. */
const EARLIEST = 2 * HOUR
const LATEST = 12 * HOUR

export type Visited = Pick<BookingDoc, 'state' | 'startsAt' | 'endsAt' | 'visit' | 'day'>

/** Why this end of a visit cannot be noted now; null when it can. */
export function decideEnd(
  { state, startsAt, endsAt, visit = {}, day }: Visited,
  end: End,
  now: number,
): Extract<ErrorCode, 'VISIT_STATE' | 'TOO_EARLY' | 'TOO_LATE'> | null {
  if (state !== 'booked' || visit.out || day?.mark === 'absent') return 'VISIT_STATE'
  if (end === 'out') {
    if (!visit.in) return 'VISIT_STATE'
    return now > endsAt + LATEST ? 'TOO_LATE' : null
  }
  if (visit.in) return 'VISIT_STATE'
  if (now < startsAt - EARLIEST) return 'TOO_EARLY'
  return now > endsAt ? 'TOO_LATE' : null
}

/** How a visit is marked once this end of it is noted: here, or over. What is over already stays so. */
export function dayAfter(
  day: VisitDay | undefined,
  end: End,
  { at, by }: Pick<VisitEnd, 'at' | 'by'>,
): VisitDay {
  const mark = end === 'out' ? 'done' : 'came'
  return day && (day.mark === 'done' || day.mark === mark) ? day : { mark, markedAt: at, by }
}

/** Digits may be tried so often for one end of a visit; after that none are looked at. */
export const MOST_TRIES = 3

export const triedOf = (visit: VisitFacts | undefined, end: End): number =>
  (end === 'in' ? visit?.triedIn : visit?.triedOut) ?? 0

/** How a visit stands for whoever makes it. */
export function stateOfVisit({
  state,
  visit,
}: Pick<BookingDoc, 'state' | 'visit'>): CareVisit['state'] {
  if (state === 'cancelled') return 'cancelled'
  if (visit?.out) return 'done'
  return visit?.in ? 'in' : 'ahead'
}

/** When somebody came and went, and how they showed it. */
export const endsOf = (visit: VisitFacts | undefined) => ({
  ...(visit?.in ? { inAt: visit.in.at, proofIn: visit.in.proof } : {}),
  ...(visit?.out ? { outAt: visit.out.at, proofOut: visit.out.proof } : {}),
})

const isProved = (end: VisitEnd | undefined): boolean => end !== undefined && end.proof !== 'none'

/** A: the code that changes at both ends. B: both ends proved, digits among it. C: one is not. */
export function gradeOf(visit: VisitFacts | undefined): Grade {
  if (!isProved(visit?.in) || !isProved(visit?.out)) return 'C'
  return visit?.in?.proof === 'code' && visit.out?.proof === 'code' ? 'A' : 'B'
}

/** A visit is too short below this share of its time. */
const ENOUGH = 0.8
/** Coming so long before or after the beginning is looked at. */
const FAR_OFF = 30 * MINUTE
/** The two ends may lie so far apart, and what their phones are unsure of besides. */
const APART = 300

/** Metres between two places, on a sphere (haversine). */
export function metresBetween(a: SeenAt, b: SeenAt): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const [dLat, dLng] = [rad(b.lat - a.lat), rad(b.lng - a.lng)]
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLng / 2) ** 2
  return Math.round(2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** How far apart the two ends of a visit are, where both places are known. */
export function apartOf(visit: VisitFacts | undefined): number | undefined {
  const [from, to] = [visit?.in?.place, visit?.out?.place]
  return from && to ? metresBetween(from, to) : undefined
}

/** A visit with what its flags go by. */
export type Flagged = Pick<BookingDoc, '_id' | 'startsAt' | 'endsAt' | 'visit'>

/** Whether the same worker was in two homes at once. */
function overlaps(one: Flagged, other: Flagged): boolean {
  const [a, b] = [one.visit, other.visit]
  if (!a?.in || !b?.in) return false
  if (one._id === other._id || a.in.by !== b.in.by) return false
  if (a.homeMark !== undefined && a.homeMark === b.homeMark) return false
  return a.in.at < (b.out?.at ?? other.endsAt) && b.in.at < (a.out?.at ?? one.endsAt)
}

/** Of so many other visits to a home the place has to be known before one may be far from them. */
const KNOWN_OFTEN = 2

const placesOf = ({ visit }: Flagged): SeenAt[] =>
  [visit?.in?.place, visit?.out?.place].filter((place) => place !== undefined)

/** Too far for what both phones are unsure of. */
const isFar = (a: SeenAt, b: SeenAt): boolean =>
  metresBetween(a, b) > APART + a.accuracy + b.accuracy

/**
 * Proved from elsewhere: its two ends lie apart, or one of them lies far from wherever the other visits to this home
 * were noted. Where a home is, nobody enters; its visits tell.
 */
function isElsewhere(row: Flagged, ofHome: readonly Flagged[]): boolean {
  const [from, to] = [row.visit?.in?.place, row.visit?.out?.place]
  if (from && to && isFar(from, to)) return true
  const others = ofHome.filter(({ _id }) => _id !== row._id).map(placesOf)
  const known = others.filter((places) => places.length > 0)
  if (known.length < KNOWN_OFTEN) return false
  return placesOf(row).some((here) => known.flat().every((there) => isFar(here, there)))
}

/** What a visit is compared with: its worker's other visits, and the others to its home. */
export interface Beside {
  ofWorker: readonly Flagged[]
  ofHome: readonly Flagged[]
}

/** Why somebody should look at a visit that is over. */
export function flagsOf(row: Flagged, { ofWorker, ofHome }: Beside): Flag[] {
  const { startsAt, endsAt, visit } = row
  const { in: came, out: went } = visit ?? {}
  const short =
    came !== undefined && went !== undefined && went.at - came.at < ENOUGH * (endsAt - startsAt)
  return [
    ...(short ? (['short'] as const) : []),
    ...(gradeOf(visit) === 'C' ? (['unproved'] as const) : []),
    ...(ofWorker.some((other) => overlaps(row, other)) ? (['overlapping'] as const) : []),
    ...(isElsewhere(row, ofHome) ? (['elsewhere'] as const) : []),
    ...(came && came.at < startsAt - FAR_OFF ? (['early'] as const) : []),
    ...(came && came.at > startsAt + FAR_OFF ? (['late'] as const) : []),
  ]
}

/** Whether a visit is paid: not without proof, nor where something is odd, before somebody has looked. */
export function payOf(visit: VisitFacts | undefined, flags: readonly Flag[]): Pay {
  if (visit?.check) return visit.check.result
  return gradeOf(visit) !== 'C' && flags.length === 0 ? 'paid' : 'open'
}

/** A visit that is over is accounted for; the others may still come. */
export const isOver = ({ state, endsAt, visit }: Visited, now: number): boolean =>
  state === 'booked' && (visit?.out !== undefined || endsAt <= now)
