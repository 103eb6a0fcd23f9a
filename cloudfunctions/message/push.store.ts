import { _, collection } from '../shared/db'
import { KEPT_FOR, type PushDoc } from '../shared/pushes'
import { eachOf } from '../shared/together'
import { findLeft, findOld } from './push.query'

const pushes = collection<PushDoc>('pushes')

const WIDTH = 8

/**
 * What a run took and never settled: it has died. Whether the message was sent is not known, so an urgent one waits
 * again, and any other is given up.
 */
export async function takeUpLeft(now: number, limit: number): Promise<void> {
  const rows = await findLeft(now, limit)
  for (const urgent of [true, false]) {
    const ids = rows.filter((row) => row.urgent === urgent).map(({ _id }) => _id)
    if (ids.length === 0) continue
    const next = urgent
      ? { state: 'waiting', dueAt: now }
      : { state: 'failed', dueAt: now + KEPT_FOR }
    await pushes.updateMany(ids, { state: 'sending', dueAt: _.lte(now) }, next)
  }
}

/** Removes what ended long enough ago. */
export async function removeOld(now: number, limit: number): Promise<void> {
  await eachOf(await findOld(now, limit), WIDTH, ({ _id }) => pushes.remove(_id))
}
