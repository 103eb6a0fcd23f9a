import { addDays, DAY, dayOf, momentOf } from '../../shared/time'
import type { PatternDoc, ServiceDoc, SlotDoc } from '../booking.docs'
import type { RollDoc } from './roll.docs'
import { CALENDAR } from './calendar'
import { type PlannedTime, timesBetween } from './patterns.rules'
import { slotsFor } from './replan.rules'
import { listClosuresAhead } from './closures.store'
import {
  addSlots,
  AT_ONCE,
  forgetOld,
  listDueRolls,
  listPatternsOf,
  listServicesAfter,
  markAllBehind,
  saveRoll,
} from './times.store'

/** What ended so long ago is forgotten. */
const FORGET_AFTER = 30 * DAY

/**
 * Each day every service gets the times of the day that comes into its horizon. Slots have ids by service, place and
 * beginning, so that none is made twice, and one that is there is not touched. One document a community says how far
 * it got, so that a run that ends, or dies, is gone on with. Answers how many services were looked at.
 */
export async function rollForward(now: number, until: number): Promise<number> {
  let rolled = 0
  for (const roll of await listDueRolls(now)) {
    if (Date.now() > until) break
    rolled += await rollCommunity(roll, now, until)
  }
  return rolled
}

async function rollCommunity(roll: RollDoc, now: number, until: number): Promise<number> {
  const { communityId } = roll
  const today = dayOf(now)
  const closures = await listClosuresAhead(communityId, now)
  const missing: SlotDoc[] = []
  let rolled = 0
  // What was done of another day is not done of this one.
  let done = roll.making === today ? roll.done : ''
  for (;;) {
    const services = await listServicesAfter(communityId, done)
    if (services.length === 0) break
    const ids = services.map(({ _id }) => _id)
    const patterns = await listPatternsOf(communityId, ids)
    for (const service of services) {
      const own = patterns.filter(({ serviceId }) => serviceId === service._id)
      const times = newTimes(service, own, { now, today, before: roll.day })
      missing.push(...slotsFor(service, times, closures))
      rolled++
      if (missing.length < AT_ONCE) continue
      while (missing.length > 0) await addSlots(missing.splice(0, AT_ONCE))
      if (Date.now() <= until) continue
      await saveRoll(roll, { done: service.listKey, making: today })
      return rolled
    }
    done = services.at(-1)?.listKey ?? done
  }
  if (missing.length > 0) await addSlots(missing)
  await forgetOld(communityId, now - FORGET_AFTER)
  if (roll.calendar !== CALENDAR) await markAllBehind(communityId, now)
  await saveRoll(roll, {
    day: today,
    done: '',
    calendar: CALENDAR,
    dueAt: momentOf(addDays(today, 1)),
  })
  return rolled
}

/** The times of a service on the days that have come into its horizon since. */
function newTimes(
  { terms, minutes, state }: ServiceDoc,
  patterns: readonly PatternDoc[],
  { now, today, before }: { now: number; today: string; before: string },
): PlannedTime[] {
  // What is paused gets its times when it goes on.
  if (state === 'paused') return []
  const first = before === '' ? today : addDays(before, terms.aheadDays + 1)
  const horizon = addDays(today, terms.aheadDays)
  return timesBetween(first > today ? first : today, horizon, patterns, minutes).filter(
    ({ startsAt }) => startsAt > now,
  )
}
