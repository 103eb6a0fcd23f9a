import { openSync, readSync } from 'node:fs'

const PEAK = /VmHWM:\s+(\d+) kB/

/**
 * The most memory that this process has held, in bytes: what the kernel has counted, so that also
 * a Buffer that came and went between two looks of the cloud is seen. Where the kernel does not tell, what it holds
 * now. (The peak in `process.resourceUsage()` begins with that of the process that forked this one.)
 */
export function peakMemory(): () => number {
  const now = process.memoryUsage.rss.bind(process.memoryUsage)
  if (process.platform !== 'linux') return now
  const file = openSync('/proc/self/status', 'r')
  const bytes = Buffer.alloc(4096)
  return () => {
    const found = PEAK.exec(bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0)))
    return found ? Number(found[1]) * 1024 : now()
  }
}
