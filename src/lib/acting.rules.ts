/** The person whose affairs the program shows and does in place of one's own (代办). */
export interface Acting {
  residentId: string
  name: string
  /** When it was begun on this phone, epoch ms. */
  since: number
}

/** Whoever comes back the next day begins with their own affairs, and not unawares with another's. */
export const ACTING_MS = 12 * 3_600_000

/** Acting as the phone kept it, while it is not over. A clock set back ends it too. */
export function actingFrom(kept: unknown, now: number): Acting | undefined {
  const { residentId, name, since } = (kept ?? {}) as Partial<Record<keyof Acting, unknown>>
  if (typeof residentId !== 'string' || residentId === '' || typeof name !== 'string') {
    return undefined
  }
  if (typeof since !== 'number' || now < since || now >= since + ACTING_MS) return undefined
  return { residentId, name, since }
}
