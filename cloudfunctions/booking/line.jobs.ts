import { eachOf } from '../shared/together'
import { moveOn } from './line'
import { findLinesDue } from './line.store'

/** Lines looked at in one round, and at a time. */
const BATCH = 50
const WIDTH = 8

/** Moves the lines whose time has come: offers that ran out, places that came free, slots that closed. */
export async function moveLines(now: number): Promise<number> {
  let steps = 0
  for (;;) {
    const before = steps
    const slots = await findLinesDue(now, BATCH)
    await eachOf(slots, WIDTH, async (slot) => {
      steps += await moveOn(slot, now)
    })
    // A round in which nothing moves would read the same lines for ever.
    if (slots.length < BATCH || steps === before) return steps
  }
}
