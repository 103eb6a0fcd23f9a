import { fingerprint } from '../../shared/ids'
import { ageOn } from '../../shared/person-facts.rules'
import { dayOf } from '../../shared/time'
import type { BookingDoc, VisitDay } from '../booking.docs'
import type { FiguresDoc, UseCounts } from './figures.docs'
import { bandOf, countUse, totalUse } from './figures.rules'
import { type ServiceDay, serviceDayOf } from './figures.store'

/** One of so many does not come; the same one however often the demo is made. */
const ABSENT_ONE_OF = 16

/** How a visit of the past was marked, as those of the station do every evening. */
function dayOfDemo(
  { _id, startsAt, endsAt, where, visit }: BookingDoc,
  now: number,
): VisitDay | undefined {
  const by = 'a-demo-desk'
  if (visit?.out) return { mark: 'done', markedAt: visit.out.at, by: visit.out.by }
  if (visit?.in) return { mark: 'came', markedAt: visit.in.at, by: visit.in.by }
  if (endsAt > now || where === 'home') return undefined
  const n = parseInt(fingerprint('day', _id).slice(0, 6), 16)
  const mark = n % ABSENT_ONE_OF === 0 ? 'absent' : 'done'
  return { mark, markedAt: startsAt, by }
}

/** A visit of the demo with what became of it, and how old its person is. */
export function demoDay(row: BookingDoc, birthDay: string, now: number): BookingDoc {
  const day = dayOfDemo(row, now)
  return {
    ...row,
    ...(day ? { day } : {}),
    ...(day?.mark === 'done' && row.priceFen
      ? { paid: { fen: row.priceFen, at: day.markedAt } }
      : {}),
    ageBand: bandOf(ageOn(birthDay, dayOf(row.startsAt))),
  }
}

/** What the ticker has counted of all that by now (figures.jobs.ts). */
export function demoFigures(rows: readonly BookingDoc[], now: number): FiguresDoc[] {
  const byDay = new Map<string, { of: ServiceDay; rows: BookingDoc[] }>()
  for (const row of rows) {
    const of = serviceDayOf(row)
    const key = `${of.serviceId} ${of.day}`
    byDay.set(key, { of, rows: [...(byDay.get(key)?.rows ?? []), row] })
  }
  const months = new Map<string, FiguresDoc>()
  for (const { of, rows: ofDay } of byDay.values()) {
    const { day, ...service } = of
    const month = day.slice(0, 7)
    const _id = `${of.serviceId}_${month}`
    const days: FiguresDoc['days'] = {
      ...months.get(_id)?.days,
      [day]: { ...countUse(ofDay), readAt: now },
    }
    const total: UseCounts = totalUse(Object.values(days))
    months.set(_id, { _id, ...service, month, days, total, version: 1 })
  }
  return [...months.values()]
}
