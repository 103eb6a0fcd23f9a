import { _, collection } from '../shared/db'
import type { PushDoc, PushState } from '../shared/pushes'
import { DAY, MINUTE } from '../shared/time'
import { eachOf } from '../shared/together'

const pushes = collection<PushDoc>('pushes')

/** A run that has not said within this time what became of a message has died. */
const LEASE = 3 * MINUTE
/** How long it is known what became of one. */
const KEPT_FOR = 30 * DAY
const WIDTH = 8
/** Both kinds, named so that the index goes on to the time. */
const EITHER = _.in([true, false])

/** What is due: the urgent first, of each the longest due first. `night`: the urgent alone. */
export const findDue = (now: number, limit: number, night: boolean): Promise<PushDoc[]> =>
  pushes.list({
    where: { state: 'waiting', urgent: night ? true : EITHER, dueAt: _.lte(now) },
    orderBy: [
      ['urgent', 'desc'],
      ['dueAt', 'asc'],
    ],
    limit,
  })

/**
 * Takes messages that go out as one, before WeChat is asked. Only one run gets the first of them, and who does not
 * takes none; answers those taken.
 */
export async function takeGroup(
  [first, ...rest]: readonly PushDoc[],
  run: string,
  now: number,
): Promise<PushDoc[]> {
  if (!first) return []
  const taken = { state: 'sending', run, dueAt: now + LEASE } as const
  const free = { state: 'waiting', dueAt: _.lte(now) }
  if (!(await pushes.updateOne(first._id, { ...free, tries: first.tries }, taken))) return []
  if (rest.length === 0) return [first]
  const ids = rest.map(({ _id }) => _id)
  if ((await pushes.updateMany(ids, free, taken)) === ids.length) return [first, ...rest]
  // Another run, or an erasure, has come between.
  const ours = await pushes.list({
    where: { _id: _.in(ids), state: 'sending', run },
    limit: ids.length,
  })
  return [first, ...ours]
}

/** Says what became of what a run has taken. */
export const settleGroup = async (
  group: readonly PushDoc[],
  run: string,
  change: { now: number } & (
    { state: Exclude<PushState, 'waiting' | 'sending'> } | { again: number }
  ),
): Promise<void> => {
  const ids = group.map(({ _id }) => _id)
  const next =
    'again' in change
      ? { state: 'waiting', dueAt: change.again, askedAt: change.now, tries: _.inc(1) }
      : { state: change.state, dueAt: change.now + KEPT_FOR }
  await pushes.updateMany(ids, { state: 'sending', run }, next)
}

/**
 * What a run took and never settled: it has died. Whether the message was sent is not known, so an urgent one waits
 * again, and any other is given up.
 */
export async function takeUpLeft(now: number, limit: number): Promise<void> {
  const left = { state: 'sending', dueAt: _.lte(now) }
  const rows = await pushes.list({
    where: { ...left, urgent: EITHER },
    limit,
    fields: ['urgent'],
  })
  for (const urgent of [true, false]) {
    const ids = rows.filter((row) => row.urgent === urgent).map(({ _id }) => _id)
    if (ids.length === 0) continue
    const next = urgent
      ? { state: 'waiting', dueAt: now }
      : { state: 'failed', dueAt: now + KEPT_FOR }
    await pushes.updateMany(ids, left, next)
  }
}

const ENDS = ['sent', 'nocredit', 'failed', 'dropped', 'groupSaid'] as const

/** Removes what ended long enough ago; what was said in the staff's group too (shared/wecom-queue.ts). */
export async function removeOld(now: number, limit: number): Promise<void> {
  const where = { state: _.in([...ENDS]), urgent: EITHER, dueAt: _.lte(now) }
  const old = await pushes.list({ where, limit, fields: ['_id'] })
  await eachOf(old, WIDTH, ({ _id }) => pushes.remove(_id))
}
