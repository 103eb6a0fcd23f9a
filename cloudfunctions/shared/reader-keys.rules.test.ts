import { expect, test } from 'vitest'
import { boundedKeys, listKeyOfAudience } from './reader-keys.rules'

const lists = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => listKeyOfAudience(`n${from + n}`))
const places = (count: number) => Array.from({ length: count }, (_, n) => `place-${n}`)

test.each([
  { what: 'few are all kept', keys: [...places(5), ...lists(0, 5)], kept: 10 },
  { what: 'no more than 60', keys: [...places(40), ...lists(0, 50)], kept: 60 },
  { what: 'places before lists', keys: [...lists(0, 50), ...places(60)], kept: 60 },
])('of somebody’s keys $what', ({ keys, kept }) => {
  expect(boundedKeys(keys)).toHaveLength(kept)
})

test('places and roles stay, wherever they stand, and of lists the newest', () => {
  const roles = ['staff@heping', 'staff@heping/nanhu']
  const keys = boundedKeys([...places(20), ...lists(0, 50), ...roles])
  expect(keys).toEqual([...places(20), ...roles, ...lists(12, 50)])
})
