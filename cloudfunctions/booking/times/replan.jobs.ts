import { dropUploads, keepUploads } from '../../shared/files'
import { describeError, log } from '../../shared/log'
import { addDays, dayOf, momentOf } from '../../shared/time'
import type { ClosureDoc, PatternDoc, ServiceDoc, SlotDoc } from '../booking.docs'
import { CALENDAR } from './calendar'
import { timesBetween } from './patterns.rules'
import { replan } from './replan.rules'
import { listClosuresAhead } from './closures.store'
import {
  addSlots,
  applyReplan,
  AT_ONCE,
  beginRoll,
  findServices,
  listBehindPatterns,
  listBehindServices,
  listPatternsOf,
  listSlotsAhead,
  settleBehind,
} from './times.store'

/**
 * Services that changed, and those whose patterns did, have their times ahead brought in line: what nobody has is
 * planned anew, and all of it carries what the service says now. Each service is safe to do again; one that is done
 * stands behind no more. Answers how many were done until the time was up.
 */
export async function replanChanged(now: number, until: number): Promise<number> {
  let done = 0
  const failed = new Set<string>()
  for (;;) {
    const [found, patterns] = await changed(now)
    const services = found.filter(({ _id }) => !failed.has(_id))
    if (found.length > 0 && services.length === 0) return done
    if (services.length === 0) {
      // Of a service that is not there nothing follows.
      if (patterns.length > 0) await settleBehind([], patterns)
      return done
    }
    const batch = new Batch(now)
    for (const communityId of new Set(services.map((one) => one.communityId))) {
      const theirs = services.filter((one) => one.communityId === communityId)
      const ids = theirs.map(({ _id }) => _id)
      const all = await listPatternsOf(communityId, ids)
      const closures = await listClosuresAhead(communityId, now)
      for (const service of theirs) {
        if (Date.now() > until) {
          await batch.finish()
          return done + batch.done
        }
        const own = all.filter(({ serviceId }) => serviceId === service._id)
        try {
          await batch.add(service, own, closures)
        } catch (error) {
          log('error', 'times not planned', { serviceId: service._id, ...describeError(error) })
          failed.add(service._id)
        }
      }
      await batch.finish()
      await beginRolling(theirs, now)
    }
    done += batch.done
  }
}

/** The services to look at, and the patterns that say so. */
async function changed(now: number): Promise<[ServiceDoc[], PatternDoc[]]> {
  const services = await listBehindServices(now)
  const patterns = await listBehindPatterns(now)
  const known = new Set(services.map(({ _id }) => _id))
  const others = patterns.map(({ serviceId }) => serviceId).filter((id) => !known.has(id))
  return [others.length > 0 ? [...services, ...(await findServices(others))] : services, patterns]
}

/** From now on the community's times are rolled forward day by day. */
async function beginRolling([first]: readonly ServiceDoc[], now: number): Promise<void> {
  if (!first) return
  const { communityId, region } = first
  const day = dayOf(now)
  const dueAt = momentOf(addDays(day, 1))
  await beginRoll({
    _id: communityId,
    communityId,
    region,
    day,
    done: '',
    dueAt,
    calendar: CALENDAR,
  })
}

/** Gathers new slots of several services, so that they are added together; then those services are settled. */
class Batch {
  done = 0
  private missing: SlotDoc[] = []
  private followed: ServiceDoc[] = []
  private planned: PatternDoc[] = []

  constructor(private readonly now: number) {}

  async add(
    service: ServiceDoc,
    patterns: readonly PatternDoc[],
    closures: readonly ClosureDoc[],
  ): Promise<void> {
    const { now } = this
    const today = dayOf(now)
    const there = await listSlotsAhead(service, now)
    const last = dayOf(there.at(-1)?.startsAt ?? now)
    const horizon = addDays(today, service.terms.aheadDays)
    const times = timesBetween(
      today,
      last > horizon ? last : horizon,
      patterns,
      service.minutes,
    ).filter(({ startsAt }) => startsAt > now)
    const found = replan(service, times, there, closures)
    await applyReplan(service, found, now)
    await keepUploads(service.keeping ?? [], service._id)
    await dropUploads(service.dropping ?? [], service._id, now)
    // What is paused gets no new times.
    const soon = momentOf(addDays(horizon, 1))
    if (service.state === 'offered') {
      this.missing.push(...found.missing.filter(({ startsAt }) => startsAt < soon))
    }
    this.followed.push(service)
    this.planned.push(...patterns)
    while (this.missing.length >= AT_ONCE) await addSlots(this.missing.splice(0, AT_ONCE))
  }

  /** What was gathered stands in the database; only then are the services settled. */
  async finish(): Promise<void> {
    if (this.missing.length > 0) await addSlots(this.missing.splice(0))
    await settleBehind(
      this.followed.filter(({ behind }) => behind !== undefined),
      this.planned.filter(({ behind }) => behind !== undefined),
    )
    this.done += this.followed.length
    this.followed = []
    this.planned = []
  }
}
