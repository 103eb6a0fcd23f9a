import { _, collection } from '../../shared/db'
import { listKeyFrom } from '../../shared/list-key.rules'
import { type Tap, TAPS_KEPT } from '../../shared/taps'
import { DAY, dayOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { ClosureDoc, PatternDoc, ServiceDoc, SlotDoc } from '../booking.docs'
import type { RollDoc } from './roll.docs'
import { copiedOf } from '../slot.rules'
import type { Week } from './patterns.rules'
import type { Replan, SlotAhead } from './replan.rules'

const services = collection<ServiceDoc>('services')
const patterns = collection<PatternDoc>('patterns')
const closures = collection<ClosureDoc>('closures')
const rolls = collection<RollDoc>('rolls')
const slots = collection<SlotDoc>('slots')

/** What one request changes at most, and one page reads. */
export const AT_ONCE = 500
const PAGE = 1_000
/** Services and patterns that are looked at in one round. */
const ROUND = 100

/** Services, and patterns of services, whose times do not follow them yet; the longest waiting first. */
export const listBehindServices = (now: number): Promise<ServiceDoc[]> =>
  services.list({ where: { behind: _.lte(now) }, orderBy: [['behind', 'asc']], limit: ROUND })

export const listBehindPatterns = (now: number): Promise<PatternDoc[]> =>
  patterns.list({ where: { behind: _.lte(now) }, orderBy: [['behind', 'asc']], limit: ROUND })

export const findServices = (ids: readonly string[]): Promise<ServiceDoc[]> =>
  services.findMany(ids)

/** The patterns of these services that are not over. */
export async function listPatternsOf(
  communityId: string,
  serviceIds: readonly string[],
): Promise<PatternDoc[]> {
  const found = await patterns.list({
    where: { communityId, serviceId: _.in([...serviceIds]) },
    limit: PAGE,
  })
  return inOrder(found)
}

/** The patterns of all services of a community. */
export const listAllPatterns = async (communityId: string): Promise<PatternDoc[]> =>
  inOrder(await patterns.list({ where: { communityId }, limit: PAGE }))

/** Where two overlap, the one made first goes before. */
const inOrder = (found: readonly PatternDoc[]): PatternDoc[] =>
  [...found].sort((a, b) => a.madeAt - b.madeAt || (a._id < b._id ? -1 : 1))

/** All slots of a service that have not begun. */
export async function listSlotsAhead(
  { _id: serviceId, communityId }: ServiceDoc,
  now: number,
): Promise<SlotAhead[]> {
  const found: SlotDoc[] = []
  for (let after = listKeyFrom(now + 1); ;) {
    const page = await slots.list({
      where: { communityId, serviceId, listKey: _.gt(after) },
      orderBy: [['listKey', 'asc']],
      limit: PAGE,
      fields: [
        ...['startsAt', 'endsAt', 'capacity', 'left', 'state', 'place', 'placeId', 'listKey'],
        ...['serviceVersion', 'patternId', 'paused', 'closureId', 'queue', 'offers', 'outbox'],
      ],
    })
    found.push(...page)
    const last = page.at(-1)
    if (page.length < PAGE || !last) return found
    after = last.listKey
  }
}

const FREE = {
  'queue.0': _.exists(false),
  'offers.0': _.exists(false),
  'outbox.0': _.exists(false),
}

const inBatches = async (ids: readonly string[], work: (some: string[]) => Promise<unknown>) => {
  for (let from = 0; from < ids.length; from += AT_ONCE) await work(ids.slice(from, from + AT_ONCE))
}

/** Adds slots that are not there. */
export const addSlots = (missing: readonly SlotDoc[]): Promise<void> => slots.insertMissing(missing)

/**
 * Does to a service's slots what re-planning found, but for those that are missing. Each change is made on the
 * condition that the slot is still what it was read as: what somebody has taken meanwhile stays.
 */
export async function applyReplan(
  service: ServiceDoc,
  { gone, stale, resized }: Replan,
  now: number,
): Promise<void> {
  for (const { ids, to } of gone) {
    await inBatches(ids, (some) => slots.removeMany(some, { ...FREE, left: to.capacity }))
  }
  const older = { serviceVersion: _.lt(service.version) }
  for (const { ids, to } of stale) {
    const { conditions = {}, change, rest = change } = following(service, to)
    const { longer } = to
    await inBatches(ids, async (some) => {
      if (longer) {
        const free = { ...FREE, ...older, ...conditions, left: longer.capacity }
        await slots.updateMany(some, free, { ...change, endsAt: _.inc(longer.by) })
      }
      if (rest !== change) await slots.updateMany(some, { ...older, ...conditions }, change)
      await slots.updateMany(some, older, rest)
    })
  }
  for (const { ids, to } of resized) {
    const { capacity, from, free } = to
    const room = { capacity, left: _.inc(capacity - from) }
    await inBatches(ids, async (some) => {
      await slots.updateMany(
        some,
        free ? { ...FREE, capacity: from, left: from } : { capacity: from },
        room,
      )
      // Somebody waits for what there is more of now.
      if (!free) await slots.updateMany(some, { 'queue.0': _.exists(true) }, { queueAt: now })
    })
  }
}

interface Following {
  /** For `change`, besides being of an older version; `rest` is for those that do not meet them. */
  conditions?: Record<string, unknown>
  change: Record<string, unknown>
  rest?: Record<string, unknown>
}

/** What of a changed service its slots copy; of a paused one they are closed, of one that goes on they open again. */
function following(service: ServiceDoc, to: Replan['stale'][number]['to']): Following {
  const { subsidisedFen, ...copied } = copiedOf(service)
  const change = { ...copied, subsidisedFen: subsidisedFen ?? _.remove(), place: to.place }
  if (service.state === 'paused') return { change: { ...change, paused: true, state: 'closed' } }
  if (!to.paused) return { change }
  const rest = { ...change, paused: _.remove() }
  if (to.closed) return { change: rest }
  return { conditions: { closureId: _.exists(false) }, change: { ...rest, state: 'open' }, rest }
}

/** Slots that may begin in a stretch, of a service or of a whole community. */
export function listSlotsIn(
  { communityId, serviceId }: { communityId: string; serviceId?: string | undefined },
  from: number,
  to: number,
): Promise<SlotDoc[]> {
  return slots.list({
    where: {
      communityId,
      ...(serviceId === undefined ? {} : { serviceId }),
      // What began before may last into it.
      listKey: _.and(_.gt(listKeyFrom(from - DAY / 2)), _.lt(listKeyFrom(to))),
    },
    orderBy: [['listKey', 'asc']],
    limit: PAGE,
  })
}

/** Closes slots that no other closure has closed. */
export async function closeSlots(ids: readonly string[], closureId: string): Promise<void> {
  await inBatches(ids, (some) =>
    slots.updateMany(some, { closureId: _.exists(false) }, { closureId, state: 'closed' }),
  )
}

/** Opens what a closure has closed; what is paused stays closed. */
export async function openSlots(ids: readonly string[], closureId: string): Promise<void> {
  const gone = { closureId: _.remove() }
  const going = { closureId, paused: _.exists(false) }
  const paused = { closureId, paused: true }
  await inBatches(ids, (some) =>
    together([
      slots.updateMany(some, going, { ...gone, state: 'open' }),
      slots.updateMany(some, paused, gone),
    ]),
  )
}

/** Pauses the slots of a service that are there, as far as one request reaches; the ticker does the rest. */
export async function pauseSlots(ids: readonly string[], version: number): Promise<void> {
  const some = ids.slice(0, AT_ONCE)
  if (some.length === 0) return
  const older = { serviceVersion: _.lt(version) }
  await slots.updateMany(some, older, { paused: true, state: 'closed' })
}

/** The times of these services and patterns follow them, as they were read; one that changed since stays behind. */
export async function settleBehind(
  followed: readonly ServiceDoc[],
  planned: readonly PatternDoc[],
): Promise<void> {
  for (const [version, ids] of byVersion(followed)) {
    const gone = { behind: _.remove(), keeping: _.remove(), dropping: _.remove() }
    await inBatches(ids, (some) => services.updateMany(some, { version }, gone))
  }
  for (const [version, ids] of byVersion(planned)) {
    await inBatches(ids, (some) => patterns.updateMany(some, { version }, { behind: _.remove() }))
  }
}

function byVersion(docs: readonly { _id: string; version: number }[]): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const { _id, version } of docs) groups.set(version, [...(groups.get(version) ?? []), _id])
  return groups
}

/** Services of a community whose times are made, in their order, after one. */
export const listServicesAfter = (communityId: string, after: string): Promise<ServiceDoc[]> =>
  services.list({
    where: { communityId, listKey: _.gt(after) },
    orderBy: [['listKey', 'asc']],
    limit: ROUND,
  })

/** All services of a community are planned anew. */
export async function markAllBehind(communityId: string, now: number): Promise<void> {
  for (let after = ''; ;) {
    const page = await listServicesAfter(communityId, after)
    const last = page.at(-1)
    if (!last) return
    const ids = page.map(({ _id }) => _id)
    await services.updateMany(ids, { behind: _.exists(false) }, { behind: now })
    after = last.listKey
  }
}

export const beginRoll = (doc: RollDoc): Promise<'inserted' | 'exists'> => rolls.insert(doc)

export const listDueRolls = (now: number): Promise<RollDoc[]> =>
  rolls.list({ where: { dueAt: _.lte(now) }, orderBy: [['dueAt', 'asc']], limit: ROUND })

/** Notes how far a community's day has been made, unless another run got further. */
export const saveRoll = (
  { _id, day, done }: RollDoc,
  change: Partial<Pick<RollDoc, 'day' | 'done' | 'making' | 'dueAt' | 'calendar'>>,
): Promise<boolean> => rolls.updateOne(_id, { day, done }, change)

export const insertPattern = (doc: PatternDoc): Promise<'inserted' | 'exists'> =>
  patterns.insert(doc)
export const findPattern = (id: string): Promise<PatternDoc | null> => patterns.find(id)

/** Changes a pattern in one update if nobody has since it was read: as it is then, or null. */
export async function changePatternAsRead(
  doc: PatternDoc,
  change: Partial<Week>,
  { tap, now }: { tap: Tap; now: number },
): Promise<PatternDoc | null> {
  const { _id, version, untilDay: _until, ...rest } = doc
  const endless = 'spans' in change && change.untilDay === undefined
  const next = { ...change, version: version + 1, behind: now }
  const done = await patterns.updateOne(
    _id,
    { version, 'taps.tapId': _.neq(tap.tapId) },
    {
      ...next,
      ...(endless ? { untilDay: _.remove() } : {}),
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )
  return done ? { _id, ...rest, ...next } : null
}

/** Patterns that ended long ago, and closures of days long past, go. */
export async function forgetOld(communityId: string, before: number): Promise<void> {
  const day = dayOf(before)
  const [ended, past] = await together([
    patterns.list({ where: { communityId, untilDay: _.lt(day) }, limit: AT_ONCE, fields: ['_id'] }),
    closures.list({ where: { communityId, to: _.lt(before) }, limit: AT_ONCE, fields: ['_id'] }),
  ])
  const idsOf = (docs: readonly { _id: string }[]) => docs.map(({ _id }) => _id)
  if (ended.length > 0) await patterns.removeMany(idsOf(ended), { untilDay: _.lt(day) })
  if (past.length > 0) await closures.removeMany(idsOf(past), { to: _.lt(before) })
}
