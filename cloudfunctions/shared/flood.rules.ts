import { MINUTE } from './time'

/** How many commands each caller sent in the minute that runs, in this instance. */
export interface Bucket {
  from: number
  count: number
}

/** Callers an instance remembers: the rest is forgotten with the oldest minute. */
const MOST_CALLERS = 2_000

/**
 * Counts one more command of a caller. True when that is more in a minute than `most`. Buckets whose
 * minute is over are dropped when there are too many, so that an instance never grows by strangers.
 */
export function overflows(
  buckets: Map<string, Bucket>,
  caller: string,
  now: number,
  most: number,
): boolean {
  const bucket = buckets.get(caller)
  if (bucket && now - bucket.from < MINUTE) return ++bucket.count > most
  if (buckets.size >= MOST_CALLERS) {
    for (const [name, { from }] of buckets) if (now - from >= MINUTE) buckets.delete(name)
    if (buckets.size >= MOST_CALLERS) buckets.clear()
  }
  buckets.set(caller, { from: now, count: 1 })
  return false
}
