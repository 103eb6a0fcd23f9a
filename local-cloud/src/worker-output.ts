import { format } from 'node:util'
import type { LogLine } from './logs'

const LEVELS = ['debug', 'info', 'log', 'warn', 'error'] as const

/** Everything that the function prints goes to `log`, with the invocation that printed it still known. */
export function installOutput(log: (level: LogLine['level'], text: string) => void): void {
  for (const level of LEVELS)
    console[level] = (...parts: unknown[]): void => log(level, format(...parts))
  process.stdout.write = writer((text) => log('log', text))
  process.stderr.write = writer((text) => log('error', text))
}

type Done = (error?: Error | null) => void

function writer(print: (text: string) => void): typeof process.stdout.write {
  return (chunk: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    print(text.trimEnd())
    const written = typeof encoding === 'function' ? encoding : done
    if (written) process.nextTick(written)
    return true
  }
}
