import { _, collection } from '../db'
import { KEPT_FOR, type PushDoc, type PushState } from '../pushes'
import { MINUTE } from '../time'

const pushes = collection<PushDoc>('pushes')

/** A run that has not said within this time what became of a message has died. */
const LEASE = 3 * MINUTE

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
