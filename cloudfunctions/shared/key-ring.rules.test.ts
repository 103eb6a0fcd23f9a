import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEMO_KEYS } from '../../config/linli-keys.mts'
import {
  decideRing,
  KEY_ID,
  leadsLast,
  nextOfOldKey,
  parseRing,
  RETIRE_AFTER,
} from './key-ring.rules'

const base64 = (size = 32) => randomBytes(size).toString('base64')
const A = base64()
const B = base64()
const there = { here: false }

describe('LINLI_KEYS', () => {
  test('is read newest first', () => {
    const parsed = parseRing(` k2:${B}, k1:${A}\n`, there)
    expect('keys' in parsed && parsed.keys.map(({ id }) => id)).toEqual(['k2', 'k1'])
    expect('keys' in parsed && Buffer.from(parsed.keys[1]?.bytes ?? []).toString('base64')).toBe(A)
  })

  test.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['blanks', '  '],
  ])('%s is missing', (_case, text) => {
    expect(parseRing(text, there)).toEqual({ problem: 'missing' })
  })

  test.each([
    ['no id', A, 1, 'id'],
    ['an empty id', `:${A}`, 1, 'id'],
    ['an id with a dot', `k.1:${A}`, 1, 'id'],
    ['an id in capitals', `K1:${A}`, 1, 'id'],
    ['an id that is too long', `k${'1'.repeat(20)}:${A}`, 1, 'id'],
    ['a comma at the end', `k1:${A},`, 2, 'id'],
    ['no key', 'k1:', 1, 'key'],
    ['31 bytes', `k1:${base64(31)}`, 1, 'key'],
    ['33 bytes', `k2:${A},k1:${base64(33)}`, 2, 'key'],
    ['what is not base64', `k1:${'*'.repeat(44)}`, 1, 'key'],
    ['base64 with something in between', `k1:${A.slice(0, 20)} ${A.slice(20)}`, 1, 'key'],
    ['base64 without its end', `k1:${A.replace('=', '')}`, 1, 'key'],
    ['the same id twice', `k1:${A},k1:${B}`, 2, 'sameId'],
    ['the same key twice', `k2:${A},k1:${A}`, 2, 'sameKey'],
  ])('%s is malformed', (_case, text, entry, fault) => {
    expect(parseRing(text, there)).toEqual({ problem: 'malformed', entry, fault })
  })

  test('the demo key is for this machine only, under whatever id', () => {
    const renamed = DEMO_KEYS.replace('demo:', 'k1:')
    expect(parseRing(DEMO_KEYS, { here: true })).toHaveProperty('keys')
    expect(parseRing(DEMO_KEYS, there)).toEqual({ problem: 'demo', keyId: 'demo' })
    expect(parseRing(`k2:${A},${renamed}`, there)).toEqual({ problem: 'demo', keyId: 'k1' })
    expect(parseRing(`demo:${A}`, there)).toEqual({ problem: 'demo', keyId: 'demo' })
  })

  test('whatever is wrong with it, nothing of a key is told', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('k1:', 'k2', ':', ',', A, B, A.slice(1), '=', ' '))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parseRing(written, there)
        if ('keys' in parsed) return
        const { keyId } = { keyId: 'k1', ...parsed }
        expect(keyId).toMatch(KEY_ID)
        expect(JSON.stringify(parsed).length).toBeLessThan(80)
        expect(JSON.stringify(parsed)).not.toContain(A.slice(1, 20))
      }),
    )
  })
})

const right = { used: true, retired: false, opens: true }
const gone = { used: true, retired: false }

describe('the ring against its canaries', () => {
  test.each([
    ['a first key', ['k1'], [], { insert: ['k1'], lead: false }],
    ['a known key', ['k1'], [{ id: 'k1', ...right }], { insert: [], lead: false }],
    [
      'a wrong key',
      ['k1'],
      [{ id: 'k1', ...right, opens: false }],
      { problem: 'wrong', keyId: 'k1' },
    ],
    [
      'a wrong old key',
      ['k2', 'k1'],
      [
        { id: 'k2', ...right },
        { id: 'k1', ...right, opens: false },
      ],
      { problem: 'wrong', keyId: 'k1' },
    ],
    ['a lost key', ['k2'], [{ id: 'k1', ...gone }], { problem: 'lost', keyId: 'k1' }],
    [
      'a lost key given up',
      ['k2'],
      [{ id: 'k1', ...gone, retired: true }],
      { insert: ['k2'], lead: false },
    ],
    [
      'a key brought and taken away before it led',
      ['k1'],
      [
        { id: 'k1', ...right },
        { id: 'k2', ...gone, used: false },
      ],
      { insert: [], lead: false },
    ],
    [
      'a key brought behind',
      ['k1', 'k2'],
      [{ id: 'k1', ...right }],
      { insert: ['k2'], lead: false },
    ],
    [
      'a key that comes to lead',
      ['k2', 'k1'],
      [
        { id: 'k1', ...right },
        { id: 'k2', ...right, used: false },
      ],
      { insert: [], lead: true },
    ],
    [
      'a retired key that leads again',
      ['k1'],
      [{ id: 'k1', ...right, retired: true }],
      { problem: 'retired', keyId: 'k1' },
    ],
    [
      'a retired key that is still there',
      ['k2', 'k1'],
      [
        { id: 'k2', ...right },
        { id: 'k1', ...right, retired: true },
      ],
      { insert: [], lead: false },
    ],
  ])('%s', (_case, ids, canaries, decision) => {
    expect(decideRing(ids, canaries)).toEqual(decision)
  })
})

describe('an old key', () => {
  const NOW = 1_800_000_000_000
  test.each([
    ['never used', {}, true, 'nothing'],
    ['in use', { usedAt: 1 }, false, 'nothing'],
    ['found nowhere for the first time', { usedAt: 1 }, true, 'empty'],
    [
      'found nowhere for a while',
      { usedAt: 1, emptySince: NOW - RETIRE_AFTER + 1 },
      true,
      'nothing',
    ],
    ['found nowhere for a day', { usedAt: 1, emptySince: NOW - RETIRE_AFTER }, true, 'retire'],
    ['found after all', { usedAt: 1, emptySince: NOW - RETIRE_AFTER }, false, 'notEmpty'],
    ['retired', { usedAt: 1, emptySince: 2, retiredAt: 3 }, true, 'nothing'],
    ['retired and found', { usedAt: 1, emptySince: 2, retiredAt: 3 }, false, 'nothing'],
  ])('%s', (_case, life, empty, next) => {
    expect(nextOfOldKey(life, empty, NOW)).toBe(next)
  })

  test('leads where a function has not heard of the newest', () => {
    expect(leadsLast({ usedAt: 5 }, [{ usedAt: 4 }, {}])).toBe(true)
    expect(leadsLast({ usedAt: 4 }, [{ usedAt: 5 }])).toBe(false)
    expect(leadsLast({ usedAt: 4 }, [{ usedAt: 5, retiredAt: 6 }])).toBe(true)
    expect(leadsLast({}, [])).toBe(false)
  })
})
