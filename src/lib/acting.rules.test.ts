import { describe, expect, test } from 'vitest'
import { ACTING_MS, actingFrom } from './acting.rules'

const kept = { residentId: 'r1', name: '王秀兰', since: 1_000 }

describe('acting for another, as the phone kept it', () => {
  test('goes on for twelve hours', () => {
    expect(actingFrom(kept, 1_000)).toEqual(kept)
    expect(actingFrom(kept, 1_000 + ACTING_MS - 1)).toEqual(kept)
    expect(actingFrom(kept, 1_000 + ACTING_MS)).toBeUndefined()
  })

  test('ends when the clock was set back', () => {
    expect(actingFrom(kept, 999)).toBeUndefined()
  })

  test.each([undefined, '', 'r1', {}, { ...kept, residentId: '' }, { ...kept, since: '1000' }])(
    '%j is nobody',
    (other) => {
      expect(actingFrom(other, 2_000)).toBeUndefined()
    },
  )
})
