import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../../types/contract/errors'
import type { CallError } from '../../../types/contract/wire'
import { WAY_OUT_TEXT, wayOutOf } from './booking.refusal.text'

type Refusal = Parameters<typeof wayOutOf>[0]

const refused = (code: string, fields?: CallError['fields']) =>
  wayOutOf({ code, message: '', requestId: '', ...(fields ? { fields } : {}) } as Refusal)

describe('the way out of a refused booking', () => {
  test.each([...Object.keys(ERROR_CODES), 'A_CODE_OF_NEXT_YEAR'])('%s has a button', (code) => {
    expect(WAY_OUT_TEXT[refused(code)]).toMatch(/./)
  })

  test('a booking that is being confirmed is looked at among my bookings', () => {
    expect(refused('BOOKING_PENDING')).toBe('mine')
  })

  test('a note without consent leads to the policy', () => {
    expect(refused('CONSENT_NEEDED')).toBe('consent')
  })

  test.each(['BAD_INPUT', 'TOO_LARGE'])(
    '%s: the note is mended, the slot is chosen again',
    (code) => {
      expect(refused(code, { note: '太长' })).toBe('mendNote')
      expect(refused(code, { slotId: '请重新选择' })).toBe('otherTime')
      expect(refused(code, { slotId: '请重新选择', note: '太长' })).toBe('otherTime')
      expect(refused(code)).toBe('otherTime')
    },
  )

  test('only what may succeed unchanged is tried again unchanged', () => {
    const again = Object.keys(ERROR_CODES).filter((code) => refused(code) === 'again')
    expect(again.sort()).toEqual(['BUSY', 'INTERNAL', 'OFFLINE', 'TIMEOUT'])
  })
})
