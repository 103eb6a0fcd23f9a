import { listKeyFrom } from '../../shared/list-key.rules'
import { addDays, momentOf } from '../../shared/time'
import { eachOf } from '../../shared/together'
import type { BookingDoc } from '../booking.docs'
import type { UseCounts } from './figures.docs'
import { countUse, totalUse } from './figures.rules'
import { type ServiceDay, serviceDayOf, writeDayCounts } from './figures.store'
import { rowsDue, rowsOfDay, settleRows } from './rows.store'

/** Changed rows looked at in one round, rounds in one run, and days counted at a time. */
const BATCH = 200
const ROUNDS = 10
const WIDTH = 6
/** Rows read at a time. */
const PAGE = 1_000

/**
 * Counts anew the days of which a row changed, each from its rows, and takes the mark off the rows as they were read.
 * A crash between the two counts the day again.
 */
export async function countFigures(now: number): Promise<number> {
  let counted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await rowsDue('figuresAt', now, BATCH)
    const days = new Map<string, { of: ServiceDay; rows: BookingDoc[] }>()
    for (const row of rows) {
      const of = serviceDayOf(row)
      const key = `${of.serviceId} ${of.day}`
      days.set(key, { of, rows: [...(days.get(key)?.rows ?? []), row] })
    }
    await eachOf([...days.values()], WIDTH, async (one) => {
      const readAt = Date.now()
      if (await writeDayCounts(one.of, await useOf(one.of), readAt)) await settle(one.rows)
    })
    counted += days.size
    if (rows.length < BATCH) break
  }
  return counted
}

async function useOf(of: ServiceDay): Promise<UseCounts> {
  const to = listKeyFrom(momentOf(addDays(of.day, 1)))
  let from = listKeyFrom(momentOf(of.day))
  let use = countUse([])
  for (;;) {
    const rows = await rowsOfDay(of, { from, to }, PAGE)
    use = totalUse([use, countUse(rows)])
    const last = rows.at(-1)
    if (rows.length < PAGE || !last) return use
    // The least key after it.
    from = `${last.listKey}\u0000`
  }
}

/** Rows that changed at one moment in one request; those that changed since keep their mark. */
async function settle(rows: readonly BookingDoc[]): Promise<void> {
  const byMoment = new Map<number, string[]>()
  for (const { _id, figuresAt = 0 } of rows)
    byMoment.set(figuresAt, [...(byMoment.get(figuresAt) ?? []), _id])
  for (const [figuresAt, ids] of byMoment) await settleRows(ids, { figuresAt }, { figuresAt: null })
}
