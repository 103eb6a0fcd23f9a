import { _, collection } from '../../shared/db'
import { type Tap, TAPS_KEPT } from '../../shared/taps'
import type { ClosureDoc } from '../booking.docs'

const closures = collection<ClosureDoc>('closures')

/** What one page reads, and closures that are looked at in one round. */
const PAGE = 1_000
const ROUND = 100

/** Closures of a community that are not over. */
export const listClosuresAhead = (communityId: string, now: number): Promise<ClosureDoc[]> =>
  closures.list({
    where: { communityId, to: _.gt(now) },
    orderBy: [['to', 'asc']],
    limit: PAGE,
  })

export const insertClosure = (doc: ClosureDoc): Promise<'inserted' | 'exists'> =>
  closures.insert(doc)
export const findClosure = (id: string): Promise<ClosureDoc | null> => closures.find(id)
export const changeClosure = (
  id: string,
  conditions: Record<string, unknown>,
  change: Record<string, unknown>,
): Promise<boolean> => closures.updateOne(id, conditions, change)

/** A closure is taken back. */
export const reopenClosure = (
  id: string,
  { tap, now }: { tap: Tap; now: number },
): Promise<boolean> =>
  closures.updateOne(
    id,
    { state: _.neq('reopened'), 'taps.tapId': _.neq(tap.tapId) },
    {
      state: 'reopened',
      behind: now,
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )

/** Closures that are still to be carried out, the longest waiting first. */
export const listBehindClosures = (now: number): Promise<ClosureDoc[]> =>
  closures.list({ where: { behind: _.lte(now) }, orderBy: [['behind', 'asc']], limit: ROUND })

/** Somebody neither whose account nor whose helper is there to be told: staff call. */
export const addUntold = async (closureId: string, residentId: string): Promise<void> => {
  await closures.updateOne(closureId, {}, { untold: _.addToSet(residentId) })
}
