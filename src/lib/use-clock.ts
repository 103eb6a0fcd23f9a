import { useEffect, useState } from 'react'

const STEP = 15_000

/**
 * The cloud's time as it goes on since it answered: for what runs out while somebody looks at it. Counted in steps, not
 * read from the phone, whose clock may be wrong; a screen that comes back into sight asks the cloud anew.
 */
export function useClock(now: number): number {
  const [since, setSince] = useState({ now, steps: 0 })
  useEffect(() => {
    const timer = setInterval(
      () => setSince((one) => ({ now, steps: one.now === now ? one.steps + 1 : 1 })),
      STEP,
    )
    return () => clearInterval(timer)
  }, [now])
  return since.now === now ? now + since.steps * STEP : now
}
