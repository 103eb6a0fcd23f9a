import { isOverload } from './overload'
import { SECOND } from './time'

/** How long one request waits for its turn; the phone tries again after that. */
const LONGEST = 3 * SECOND
const STEP = 100

/**
 * Asks the database again while it refuses for too many requests at once. Nothing of what was refused has happened. A
 * call that gave up at once would throw away what it has read and be sent again from the start, so that under load most
 * requests were spent on calls that come to nothing.
 */
export async function patiently<T>(request: () => T): Promise<Awaited<T>> {
  const began = performance.now()
  for (;;) {
    try {
      return await request()
    } catch (error) {
      if (!isOverload(error) || performance.now() - began > LONGEST) throw error
    }
    // Those who were refused together do not come back together.
    await new Promise((resolve) => setTimeout(resolve, STEP * (0.5 + Math.random())))
  }
}
