import { describe, expect, test } from 'vitest'
import { ERROR_CODES, type ErrorCode } from '../../types/contract/errors'
import { RETRY_PATIENCE_MS, waitBeforeRetry } from './retry.policy'

const first = { tries: 1, spentMs: 0, chance: 0.5 }

describe('trying again by itself', () => {
  test('only when the cloud is busy or was too slow', () => {
    const tried = (Object.keys(ERROR_CODES) as ErrorCode[]).filter(
      (code) => waitBeforeRetry(code, first) !== undefined,
    )
    expect(tried.sort()).toEqual(['BUSY', 'TIMEOUT'])
  })

  test.each([
    [0, [250, 500, 1000, 2000, 4000]],
    [1, [500, 1000, 2000, 4000]],
  ])('waits longer each time, and ends (chance %d)', (chance, waits) => {
    const waited: number[] = []
    let spentMs = 0
    for (let tries = 1; tries < 100; tries++) {
      const wait = waitBeforeRetry('BUSY', { tries, spentMs, chance })
      if (wait === undefined) break
      waited.push(wait)
      spentMs += wait
    }
    expect(waited).toEqual(waits)
    expect(spentMs).toBeLessThan(RETRY_PATIENCE_MS)
  })

  test('a slow answer uses the same patience up', () => {
    expect(waitBeforeRetry('TIMEOUT', { ...first, spentMs: RETRY_PATIENCE_MS })).toBeUndefined()
  })

  test('two who were refused together come back apart', () => {
    const waits = [0, 0.3, 0.9].map((chance) => waitBeforeRetry('BUSY', { ...first, chance }))
    expect(new Set(waits).size).toBe(3)
  })
})
