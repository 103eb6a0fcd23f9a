import { fingerprint } from '../../shared/ids'
import { listKeyOf } from '../../shared/list-key.rules'
import { ageOn } from '../../shared/person-facts.rules'
import type { KeyRing } from '../../shared/seal'
import { aboutOf, joinSealed } from '../../shared/sealed-fields'
import { DAY, dayOf, HOUR, MINUTE } from '../../shared/time'
import type { BookingDoc, FiguresDoc, Rating, VisitDay } from '../booking.docs'
import { DEMO_HELD, DEMO_RESULTS, DEMO_SAID } from './day.demo.text'
import { bandOf, countUse, totalUse } from './figures.rules'
import type { ServiceDay } from './figures.store'

/** The elder whom a visitor plays: of her visits a result was written, and there is one left to rate. */
const ELDER = 'r-demo-elder'

/** Whose hand the marks are of. */
const NURSE = 'a-demo-provider'

/** A figure of 0 to 99 that follows from a text: the same however often the demo is made. */
const shareOf = (about: string, text: string): number =>
  parseInt(fingerprint(`day-${about}`, text).slice(0, 6), 16) % 100

/** What became of a booking of the demo on its day and after. */
export function demoDay(
  row: BookingDoc,
  { birthDay, now, ring }: { birthDay: string; now: number; ring: KeyRing },
): Partial<BookingDoc> {
  const ageBand = bandOf(ageOn(birthDay, dayOf(row.startsAt)))
  const day = markOf(row, now)
  if (day?.mark !== 'done') return { ageBand, ...(day ? { day } : {}) }
  const rating = ratingOf(row, now)
  return {
    ageBand,
    day,
    ...resultOf(row, ring, now),
    ...(rating ? { rating, ratedKey: listKeyOf(rating.first, row._id) } : {}),
  }
}

/** Homes are marked by who came and went there, the others by whoever was at the desk; a few by nobody. */
function markOf(
  { _id, residentId, startsAt, endsAt, where, visit }: BookingDoc,
  now: number,
): VisitDay | undefined {
  if (endsAt > now) return undefined
  if (where === 'home')
    return visit?.out ? { mark: 'done', markedAt: visit.out.at, by: visit.out.by } : undefined
  const share = residentId === ELDER ? 99 : shareOf('mark', _id)
  if (share < 6) return undefined
  if (share < 14) return { mark: 'absent', markedAt: startsAt + 20 * MINUTE, by: NURSE }
  return { mark: 'done', markedAt: endsAt, by: NURSE }
}

function ratingOf({ _id, residentId, need, endsAt }: BookingDoc, now: number): Rating | undefined {
  const first = endsAt + (2 + (shareOf('when', _id) % 30)) * HOUR
  const rated = residentId === ELDER ? need === 'healthTalk' : shareOf('rated', _id) < 30
  if (first > now || !rated) return undefined
  const said = DEMO_SAID[shareOf('said', _id) % DEMO_SAID.length] ?? { stars: 5 }
  const unsure = first > now - 3 * DAY && shareOf('held', _id) < 12
  return unsure ? { stars: 4, words: DEMO_HELD, held: true, first } : { ...said, first }
}

function resultOf(row: BookingDoc, ring: KeyRing, now: number): Partial<BookingDoc> {
  const { _id, need = 'other', residentId, endsAt } = row
  const text = DEMO_RESULTS[need]
  const written = residentId === ELDER || shareOf('result', _id) < 25
  if (text === undefined || !written || endsAt < now - 60 * DAY) return {}
  const result = ring.seal(text, aboutOf('bookings', _id, 'result'))
  return { result, resultAt: endsAt + 10 * MINUTE, ...joinSealed({}, result).change }
}

/** What staff see of months, counted from the demo's bookings as the ticker does it. */
export function demoFigures(rows: readonly BookingDoc[], now: number): FiguresDoc[] {
  const days = new Map<string, { of: ServiceDay; rows: BookingDoc[] }>()
  for (const row of rows) {
    const { communityId, region, serviceId, serviceName, providerId, startsAt } = row
    const of = { communityId, region, serviceId, serviceName, providerId, day: dayOf(startsAt) }
    const key = `${of.serviceId} ${of.day}`
    const known = days.get(key)
    if (known) known.rows.push(row)
    else days.set(key, { of, rows: [row] })
  }
  const months = new Map<string, FiguresDoc>()
  for (const { of, rows: ofDay } of days.values()) {
    const { day, ...service } = of
    const month = day.slice(0, 7)
    const _id = `${of.serviceId}_${month}`
    const doc = months.get(_id) ?? {
      _id,
      ...service,
      month,
      days: {},
      total: countUse([]),
      version: 1,
    }
    doc.days[day] = { ...countUse(ofDay), readAt: now }
    doc.total = totalUse(Object.values(doc.days))
    months.set(_id, doc)
  }
  return [...months.values()]
}
