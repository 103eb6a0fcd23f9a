import { booking } from '../../types/contract/booking'
import { type WeekPlan } from '../../types/contract/booking-times'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { LIMITS } from '../../types/contract/limits'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { type CommandCall, handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { tapSeen } from '../shared/taps'
import { dayOf } from '../shared/time'
import { together } from '../shared/together'
import type { PatternDoc, ServiceDoc } from './booking.docs'
import { serviceKept } from './catalogue/keeper'
import { placeIdOf } from './catalogue/place-id'
import { clash, visitsOf, type Week } from './times/patterns.rules'
import { presentPattern } from './times/present-times'
import {
  changePatternAsRead,
  findPattern,
  insertPattern,
  listPatternsOf,
} from './times/times.store'

type Call = CommandCall<'role'>

/** A pattern's id comes from the tap that makes it. The times of its service follow by the ticker (`behind`). */
export const savePattern = handle(
  booking.savePattern,
  async (call, { serviceId, patternId, version = 0, plan }) => {
    const { openid, post, now, tap } = call
    const id = patternId ?? `t-${sha256(JSON.stringify([openid, tap.tapId])).slice(0, 16)}`
    const [{ service }, all] = await together([
      serviceKept(call, serviceId),
      listPatternsOf(communityOf(post), [serviceId]),
    ])
    const before = all.find(({ _id }) => _id === id)
    if (patternId !== undefined && !before) return refuse('NOT_FOUND')
    const repeated = before && repeatedOf(before, call)
    if (repeated) return presentPattern(repeated, service)
    const week = weekOf(plan, service)
    holdToLimits(
      week,
      service,
      all.filter(({ _id, untilDay = '9999' }) => _id !== id && untilDay >= dayOf(now)),
    )
    if (!before) {
      const doc: PatternDoc = {
        _id: id,
        ...{ communityId: service.communityId, region: service.region, serviceId },
        ...week,
        madeAt: now,
        version: 1,
        behind: now,
        taps: [tap],
      }
      if ((await insertPattern(doc)) === 'inserted') return presentPattern(doc, service)
      return presentPattern(await afterAll(id, call), service)
    }
    if (before.version !== version) return refuse('CHANGED')
    const changed = await changePatternAsRead(before, week, { tap, now })
    return presentPattern(changed ?? (await afterAll(id, call)), service)
  },
)

export function repeatedOf(doc: PatternDoc, { tap }: Pick<Call, 'tap'>): PatternDoc | null {
  const seen = tapSeen(doc.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  return seen === 'same' ? doc : null
}

/** Somebody came between: this very tap, sent twice, or another. */
export async function afterAll(id: string, call: Pick<Call, 'tap'>): Promise<PatternDoc> {
  const latest = await findPattern(id)
  return (latest && repeatedOf(latest, call)) ?? refuse('CHANGED')
}

/** A plan at its place: the service's own where it names none. */
function weekOf({ place: named, ...plan }: WeekPlan, service: ServiceDoc): Week {
  const own = named === undefined || named === service.place || service.where === 'home'
  const weekdays = [...plan.weekdays].sort((a, b) => a - b)
  const place = own ? service.place : named
  return { ...plan, weekdays, placeId: own ? service.placeId : placeIdOf(named), place }
}

function holdToLimits(week: Week, { minutes }: ServiceDoc, others: readonly PatternDoc[]): void {
  const visits = visitsOf(week, minutes).length
  if (visits === 0) refuse('BAD_INPUT', { 'plan.spans': FIELD_TEXT.noTimes })
  if (visits > LIMITS.slotsADay) refuse('BAD_INPUT', { 'plan.spans': FIELD_TEXT.tooManyTimes })
  if (others.length >= LIMITS.servicePatterns)
    refuse('BAD_INPUT', { plan: FIELD_TEXT.tooManyPatterns })
  if (others.some((other) => clash(week, other, minutes)))
    refuse('BAD_INPUT', { 'plan.spans': FIELD_TEXT.patternsOverlap })
}
