import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RingKey } from './key-ring.rules'
import { keyIdOf, ringOf, SealUnreadable } from './seal'

const keyOf = (id: string): RingKey => ({ id, bytes: randomBytes(32) })
const [k1, k2] = [keyOf('k1'), keyOf('k2')]
const before = ringOf([k1])
const during = ringOf([k2, k1])
const after = ringOf([k2])
const ABOUT = 'residents/r-1/phone'

const problemOf = (open: () => string): string => {
  try {
    return `opened: ${open()}`
  } catch (error) {
    if (!(error instanceof SealUnreadable)) throw error
    expect(error.message).not.toContain('13800')
    return error.problem
  }
}

const text = fc.string({ unit: 'grapheme' })

describe('a sealed value', () => {
  test('opens to what was sealed, where it was sealed, and is never written the same way twice', () => {
    fc.assert(
      fc.property(text, text, (told, about) => {
        const sealed = before.seal(told, about)
        expect(sealed).toMatch(/^k1\.[\w-]{16}\.[\w-]{22,}$/)
        expect(before.open(sealed, about)).toBe(told)
        expect(before.seal(told, about)).not.toBe(sealed)
      }),
    )
  })

  test('moved to another document or field does not open', () => {
    fc.assert(
      fc.property(text, text, text, (told, about, elsewhere) => {
        fc.pre(about !== elsewhere)
        expect(problemOf(() => before.open(before.seal(told, about), elsewhere))).toBe('broken')
      }),
    )
  })

  test('with any one character changed, left out or added does not open', () => {
    const sealed = before.seal('13800001234', ABOUT)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+ '
    for (let at = 0; at < sealed.length; at++) {
      const [head, tail] = [sealed.slice(0, at), sealed.slice(at + 1)]
      for (const other of alphabet) {
        if (other !== sealed[at]) {
          expect(problemOf(() => before.open(head + other + tail, ABOUT))).not.toMatch(/opened/)
        }
      }
      expect(problemOf(() => before.open(head + tail, ABOUT))).not.toMatch(/opened/)
      expect(problemOf(() => before.open(`${head}A${sealed.slice(at)}`, ABOUT))).not.toMatch(
        /opened/,
      )
    }
  })

  test('of another key under the same id does not open', () => {
    const impostor = ringOf([{ id: 'k1', bytes: randomBytes(32) }])
    expect(problemOf(() => impostor.open(before.seal('x', ABOUT), ABOUT))).toBe('broken')
  })

  test('of a key that the ring lacks says which', () => {
    expect(problemOf(() => after.open(before.seal('x', ABOUT), ABOUT))).toBe('unknownKey')
    expect(() => after.open(before.seal('x', ABOUT), ABOUT)).toThrow(/k1/)
  })

  test.each(['', 'x', '..', 'k1..', 'k1.AAAA.AAAA', '13800001234', 'k1.a.b.c', '../k1.a.b'])(
    '%j is none',
    (told) => {
      expect(problemOf(() => before.open(told, ABOUT))).toBe('malformed')
    },
  )

  test('is current when it has the newest key', () => {
    const old = before.seal('x', ABOUT)
    expect([before.isCurrent(old), during.isCurrent(old), during.isCurrent('x')]).toEqual([
      true,
      false,
      false,
    ])
    expect(during.open(old, ABOUT)).toBe('x')
    expect(keyIdOf(during.seal('x', ABOUT))).toBe('k2')
    expect(keyIdOf('x')).toBeNull()
  })
})

describe('finding', () => {
  test('is the same for the same, and for nothing else', () => {
    fc.assert(
      fc.property(text, text, text, text, (kind, value, otherKind, otherValue) => {
        const same = kind === otherKind && value === otherValue
        expect(before.find(kind, value) === before.find(otherKind, otherValue)).toBe(same)
      }),
    )
    expect(before.find('a', 'bc')).not.toBe(before.find('ab', 'c'))
  })

  test('goes by the newest key, and looks with every one', () => {
    const [new_, old] = [after.find('phone', '138'), before.find('phone', '138')]
    expect(during.find('phone', '138')).toBe(new_)
    expect(during.findAny('phone', '138')).toEqual([new_, old])
    expect(new_).toMatch(/^k2\.[\w-]{43}$/)
  })

  test('stays what it was written as: a change of the derivation would find nobody', () => {
    const ring = ringOf([{ id: 'k1', bytes: new Uint8Array(32) }])
    const key = Buffer.from(hkdfSync('sha256', new Uint8Array(32), '', 'linli/find/v1', 32))
    const expected = createHmac('sha256', key).update('["phone","13800001234"]').digest('base64url')
    expect(ring.find('phone', '13800001234')).toBe(`k1.${expected}`)
  })
})

test('what is sealed today opens tomorrow: a change of the form would lose it', () => {
  const ring = ringOf([{ id: 'k1', bytes: new Uint8Array(32) }])
  const sealed = 'k1.M8E6K7fAZyCY8cW6.9nzbA8KrTSrxnUi_Y-ZTWNchbjxLUzIvB3hPjVucjLrS0wj9Lg'
  expect(ring.open(sealed, ABOUT)).toBe('王秀兰 13800001234')
})

test('a ring shows no key', () => {
  for (const key of [k1, k2]) {
    for (const form of ['hex', 'base64', 'latin1'] as const) {
      const told = inspect(during, { depth: 9, showHidden: true }) + JSON.stringify(during)
      expect(told).not.toContain(Buffer.from(key.bytes).toString(form))
    }
  }
  expect(() => ringOf([])).toThrow(RangeError)
})
