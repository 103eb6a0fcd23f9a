import { expect, test } from 'vitest'
import { Clock } from '../src/clock'
import { controlRoutes, type ControlOptions } from '../src/http/control'
import { Timers } from '../src/timers'

/** A machine so slow that each look at the clock finds a millisecond gone. */
class SlowClock extends Clock {
  private looks = 0
  override now(): number {
    return 1_000_000 + this.looks++
  }
}

function post(body: Record<string, unknown>) {
  const clock = new SlowClock()
  const timers = new Timers([], clock, () => Promise.resolve(true), false)
  const options = { clock, timers } as unknown as ControlOptions
  return controlRoutes(options)['POST /clock']?.(body, new URLSearchParams()) as Promise<unknown>
}

test('the clock moved by nothing has not been asked to go back, however slow the machine is', async () => {
  expect(await post({ advance: 0 })).toMatchObject({ fired: [] })
})

test('a moment that has gone by is refused', async () => {
  await expect(post({ now: 5 })).rejects.toThrow('never goes back')
})
