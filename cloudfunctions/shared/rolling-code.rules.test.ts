import { createHmac } from 'node:crypto'
import { sha256 } from 'js-sha256'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeOfMac,
  messageOf,
  readRollingCode,
  STEP_MS,
  stepAt,
  truncated,
} from '../../types/contract/rolling-code'
import { isToken, TOKEN_LETTERS } from '../../types/contract/printed-code'
import { decideRolling, seedDays } from './rolling-code.rules'
import { codeAt } from './rolling-code'

/** RFC 6238, appendix B: the secret of its SHA-256 vectors, the moments and the codes of eight digits. */
const SECRET = Buffer.from('12345678901234567890123456789012')
const VECTORS: [seconds: number, counter: string, code: string][] = [
  [59, '0000000000000001', '46119246'],
  [1_111_111_109, '00000000023523EC', '68084774'],
  [1_111_111_111, '00000000023523ED', '67062674'],
  [1_234_567_890, '000000000273EF07', '91819424'],
  [2_000_000_000, '0000000003F940AA', '90698825'],
  [20_000_000_000, '0000000027BC86AA', '77737706'],
]

const macAt = (seed: Buffer, step: number) =>
  createHmac('sha256', seed)
    .update(Buffer.from(messageOf(step)))
    .digest()

describe('a code that changes', () => {
  test.each(VECTORS)('is that of RFC 6238 at second %i', (seconds, counter, code) => {
    const step = stepAt(seconds * 1_000)
    expect(Buffer.from(messageOf(step)).toString('hex').toUpperCase()).toBe(counter)
    expect(String(truncated(macAt(SECRET, step)) % 1e8).padStart(8, '0')).toBe(code)
  })

  test('is the same on the phone, whose HMAC is a library’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(1e9), (seed, step) => {
        const onPhone = codeOfMac(sha256.hmac.array([...seed], messageOf(step)))
        expect(onPhone).toBe(codeAt(Buffer.from(seed), step))
        expect(isToken(onPhone)).toBe(true)
      }),
    )
  })

  test('is read with its letter and without, in groups and in small letters, and nothing else is', () => {
    const code = codeAt(SECRET, 1)
    for (const text of [
      code,
      `y${code}`,
      `Y-${code.slice(0, 4)}-${code.slice(4)}`,
      code.toLowerCase(),
    ])
      expect(readRollingCode(text)).toBe(code)
    const other = TOKEN_LETTERS[(TOKEN_LETTERS.indexOf(code.charAt(2)) + 1) % TOKEN_LETTERS.length]
    for (const text of ['', code.slice(1), `d${code}`, code.slice(0, 2) + other + code.slice(3)])
      expect(readRollingCode(text)).toBeNull()
  })
})

describe('when a code is good', () => {
  const now = Date.UTC(2026, 10, 23, 1, 0, 10)
  const at = stepAt(now)
  const decide = (step: number) => decideRolling(`c${step}`, now, (code, one) => code === `c${one}`)

  test.each([
    ['now', 0, { step: at }],
    ['of a phone whose clock is behind', -1, { step: at - 1 }],
    ['of a phone whose clock is ahead', 1, { step: at + 1 }],
    ['a minute old, from a picture that was sent on', -2, 'CODE_EXPIRED'],
    ['ten minutes old', -21, 'CODE_EXPIRED'],
    ['older', -22, 'CODE_WRONG'],
    ['of later', 2, 'CODE_WRONG'],
  ])('%s', (_, drift, expected) => {
    expect(decide(at + drift)).toEqual(expected)
  })

  test('its step is 30 seconds long', () => {
    expect(STEP_MS).toBe(30_000)
    expect(stepAt(59_999)).toBe(1)
    expect(stepAt(60_000)).toBe(2)
  })

  test('a phone has the seed of the day, and from eight in the evening that of the next', () => {
    const evening = (hour: number) => Date.UTC(2026, 10, 23, hour - 8)
    expect(seedDays(evening(19))).toEqual(['2026-11-23'])
    expect(seedDays(evening(20))).toEqual(['2026-11-23', '2026-11-24'])
    expect(seedDays(evening(23))).toEqual(['2026-11-23', '2026-11-24'])
  })
})
