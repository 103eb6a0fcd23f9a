import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { COMMON_ERRORS, ERROR_CODES, type ErrorCode } from './errors'
import { ERROR_TEXT } from './errors.text'
import { contract } from './index'
import { LIMITS } from './limits'
import type { Operation } from './operation'

const operations = Object.entries(contract).flatMap(([feature, ofFeature]) =>
  Object.entries(ofFeature as Record<string, Operation>).map(
    ([name, declared]) => [`${feature}.${name}`, declared] as const,
  ),
)

describe('errors', () => {
  test.each(Object.keys(ERROR_CODES) as ErrorCode[])(
    '%s tells the resident what to do next',
    (code) => {
      const text = ERROR_TEXT[code]
      expect(text).toMatch(/请|不用再/)
      expect(text).toMatch(/。$/)
      expect(text.length).toBeLessThanOrEqual(40)
      expect(text).not.toMatch(/[A-Za-z]/)
    },
  )

  test('every code is one that some operation, the kernel or the phone gives', () => {
    const own = new Set<string>(operations.flatMap(([, { errors }]) => errors))
    expect([...own, ...COMMON_ERRORS].sort()).toEqual(Object.keys(ERROR_CODES).sort())
  })
})

describe('names', () => {
  test.each(operations)('%s is a feature and a verb', (name) => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/)
  })
})

const accepts = (schema: v.GenericSchema, input: unknown) => v.safeParse(schema, input).success

describe('booking inputs', () => {
  const { listSlots, reserve } = contract.booking

  test.each([
    [{ serviceId: 's', fromDay: '2026-11-22', toDay: '2026-11-22' }, true],
    [{ serviceId: 's', fromDay: '2026-11-23', toDay: '2026-11-22' }, false],
    [{ serviceId: 's', fromDay: '2026-02-30', toDay: '2026-03-01' }, false],
    [{ serviceId: 's', fromDay: '2026-1-1', toDay: '2026-01-02' }, false],
    [{ serviceId: 's', fromDay: '2026-01-01', toDay: '2026-12-31' }, false],
    [{ serviceId: { $ne: 'x' }, fromDay: '2026-01-01', toDay: '2026-01-02' }, false],
  ])('listSlots %j: %s', (input, ok) => {
    expect(accepts(listSlots.input, input)).toBe(ok)
  })

  test.each([
    [{ slotId: 's' }, true],
    [{ slotId: 's', note: '要轮椅' }, true],
    [{ slotId: 's', note: '长'.repeat(LIMITS.bookingNoteChars) }, true],
    [{ slotId: 's', note: '长'.repeat(LIMITS.bookingNoteChars + 1) }, false],
    [{ slotId: 's', note: 5 }, false],
    [{ slotId: '' }, false],
    [{ slotId: '$where' }, false],
    [{ slotId: 'a b' }, false],
    [{ slotId: ['a'] }, false],
    [{}, false],
    [null, false],
  ])('reserve %j: %s', (input, ok) => {
    expect(accepts(reserve.input, input)).toBe(ok)
  })
})
