import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { anyone, holders } from '../../types/contract/access'
import { operation } from '../../types/contract/operation'
import { holdToContract } from './served.rules'

const read = (access = anyone({ dependents: true })) =>
  operation({ kind: 'query', access, input: v.object({}), output: v.object({}), errors: [] })

// @ts-expect-error An operation that does not say who may call it does not compile.
const open = operation({ kind: 'query', input: v.object({}), output: v.object({}), errors: [] })

describe('a function starts', () => {
  const [one, two] = [read(), read()]

  test('when it serves what its contract has', () => {
    expect(() =>
      holdToContract('f', { one, two }, { one: { declared: one }, two: { declared: two } }),
    ).not.toThrow()
  })

  test.each([
    ['lacks one', { one, two }, { one: { declared: one } }, 'f.two has no handler'],
    ['has one more', { one }, { one: { declared: one }, two: { declared: two } }, 'f.two is not'],
    ['serves one as another', { one }, { one: { declared: two } }, 'f.one is served by'],
    ['lets anybody in', { open }, { open: { declared: open } }, 'f.open does not say who'],
  ])('not when it %s', (_what, operations, handlers, said) => {
    expect(() =>
      holdToContract('f', operations as Record<string, typeof one>, handlers as never),
    ).toThrow(said)
  })

  test('not when a role is asked for and none named', () => {
    const nobody = operation({
      kind: 'query',
      access: holders([], { over: 'community' }),
      input: v.object({}),
      output: v.object({}),
      errors: [],
    })
    expect(() => holdToContract('f', { nobody }, { nobody: { declared: nobody } })).toThrow('none')
  })
})
