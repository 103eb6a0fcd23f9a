import { describe, expect, test } from 'vitest'
import { ERROR_CODES, type ErrorCode } from '../../types/contract/errors'
import { makeTapId, tapAfter, tapFor, type Tap } from './tap'

const NEW = 'newtap00'
const held: Tap = { tapId: 'oldtap00', asked: '{"slotId":"a"}' }
const makeId = () => NEW

describe('a tap id', () => {
  test('is 8 to 64 letters and digits, whatever chance gives', () => {
    for (const chance of [0, 0.5, 0.999_999_999]) {
      expect(makeTapId(1_795_000_000_000, () => chance)).toMatch(/^[a-z0-9]{8,64}$/)
    }
  })

  test('two taps in one millisecond differ', () => {
    expect(makeTapId(1, Math.random)).not.toBe(makeTapId(1, Math.random))
  })
})

describe('which tap is sent', () => {
  test('the same one while nobody knows how it ended', () => {
    expect(tapFor(held, { slotId: 'a' }, makeId)).toBe(held)
  })

  test('a new one for another input, and when there is none', () => {
    expect(tapFor(held, { slotId: 'b' }, makeId).tapId).toBe(NEW)
    expect(tapFor(undefined, { slotId: 'a' }, makeId).tapId).toBe(NEW)
  })

  test('kept after OFFLINE, TIMEOUT, INTERNAL and BUSY only', () => {
    const kept = (Object.keys(ERROR_CODES) as ErrorCode[]).filter((code) => tapAfter(held, code))
    expect(kept.sort()).toEqual(['BUSY', 'INTERNAL', 'OFFLINE', 'TIMEOUT'])
    expect(tapAfter(held, undefined)).toBeUndefined()
  })
})
