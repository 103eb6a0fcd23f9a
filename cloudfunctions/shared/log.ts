import { invocation } from './invocation'

type Fields = Record<string, string | number | boolean | undefined>

/**
 * Writes one structured log line. Ids, codes and figures only: never a name, a phone number, a text
 * somebody typed, or an openid.
 */
export function log(level: 'info' | 'warn' | 'error', fact: string, fields: Fields = {}): void {
  const current = invocation()
  const line = JSON.stringify({
    level,
    fact,
    ...(current ? { requestId: current.requestId, op: current.op } : {}),
    ...fields,
  })
  console[level](line)
}

/** What may be said of an unknown error: its kind, its code, and where it was thrown; never its data. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error }
  const { errCode } = error as { errCode?: unknown }
  return {
    error: error.name,
    ...(typeof errCode === 'number' || typeof errCode === 'string' ? { errCode } : {}),
    // A stack begins with the message, which may hold data; its other lines name files and lines only.
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .join(' | '),
  }
}
