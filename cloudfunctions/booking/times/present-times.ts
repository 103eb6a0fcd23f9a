import type { Closure, Pattern, WeekPlan } from '../../../types/contract/booking-times'
import { namesOf } from '../../shared/people'
import type { ClosureDoc, PatternDoc, ServiceDoc } from '../booking.docs'
import { clockOf, visitsOf } from './patterns.rules'

/** A pattern as whoever edits it sees it. */
export function presentPattern(
  doc: PatternDoc,
  { minutes, placeId: own }: Pick<ServiceDoc, 'minutes' | 'placeId'>,
): Pattern {
  const { _id, version, weekdays, spans, breaks, capacity, bufferMinutes, travelMinutes } = doc
  const { fromDay, untilDay, holidays, makeUp, place, placeId } = doc
  const plan: WeekPlan = {
    ...{ weekdays, spans, breaks, capacity, bufferMinutes, travelMinutes },
    ...{ fromDay, holidays, makeUp },
    ...(untilDay === undefined ? {} : { untilDay }),
    ...(placeId === own ? {} : { place }),
  }
  const times = visitsOf(doc, minutes).map(({ from }) => clockOf(from))
  return { patternId: _id, version, plan, times }
}

/** Closures as those who keep the services see them, with the names of whom only a call reaches: in one read. */
export async function presentClosures(docs: readonly ClosureDoc[]): Promise<Closure[]> {
  const untold = docs.flatMap((doc) => doc.untold)
  const names = untold.length > 0 ? await namesOf(untold) : new Map<string, string>()
  return docs.map((doc) => {
    const { _id, of, name, day, hours, say, moveTo, state, visits, at } = doc
    return {
      ...{ closureId: _id, of, name, day, say, state, visits, at },
      ...(hours === undefined ? {} : { hours }),
      ...(moveTo === undefined ? {} : { moveTo }),
      toCall: doc.untold.flatMap((id) => names.get(id) ?? []),
    }
  })
}
