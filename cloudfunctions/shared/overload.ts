/** Codes of the database for more requests, or more at once, than the environment may have. */
const LIMIT_CODES: readonly unknown[] = [-501003, -501004]

/**
 * Did the database refuse because too much was asked of it? It changed nothing then, and the call as
 * a whole may have done half: the same tap sent again finishes it.
 */
export const isOverload = (error: unknown): boolean =>
  error instanceof Error && LIMIT_CODES.includes((error as { errCode?: unknown }).errCode)
