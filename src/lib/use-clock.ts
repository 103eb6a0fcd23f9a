import { useEffect, useState } from 'react'

const STEP = 15_000

/** The cloud's time, from when it answered, as it goes on: for what runs out while somebody looks at it. */
export function useClock(now: number): number {
  const [since, setSince] = useState({ now, passed: 0 })
  useEffect(() => {
    const began = Date.now()
    const timer = setInterval(() => setSince({ now, passed: Date.now() - began }), STEP)
    return () => clearInterval(timer)
  }, [now])
  // A newer answer counts from itself, and not with what passed since the last one.
  return since.now === now ? now + since.passed : now
}
