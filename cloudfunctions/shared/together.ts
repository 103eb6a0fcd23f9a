/**
 * Waits for all of them, even when one fails, and then throws the first failure. `Promise.all` would
 * let the call answer while the others still run, and nothing may run after the reply: the instance
 * is frozen then.
 */
export async function together<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const outcomes = await Promise.allSettled<unknown>(work as readonly Promise<unknown>[])
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
  return outcomes.map(
    (outcome) => (outcome as PromiseFulfilledResult<unknown>).value,
  ) as unknown as T
}

/** Does `work` for every item, at most `width` at a time: an instance has 20 connections to the database. */
export async function eachOf<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += width) {
    await together(items.slice(from, from + width).map(work))
  }
}
