import * as v from 'valibot'
import { expect, test } from 'vitest'
import { describeError } from './log'

test('what is said of an error names its kind and its place, never its data', () => {
  const leaking = [
    v.safeParse(v.literal('a'), '王秀兰').issues?.[0]?.message ?? '',
    'E11000 duplicate key error collection: accounts index: _id_ dup key: { _id: "o-openid" }',
    'first line\nsecond line with 13800000000',
  ]
  for (const message of leaking) {
    const said = JSON.stringify(describeError(Object.assign(new Error(message), { errCode: -1 })))
    expect(said).not.toMatch(/王秀兰|o-openid|13800000000/)
    expect(said).toMatch(/"error":"Error","errCode":-1/)
    expect(said).toMatch(/log\.test\.ts/)
  }
})
