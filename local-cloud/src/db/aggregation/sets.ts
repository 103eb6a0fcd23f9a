import { encodeKey } from '../key'
import type { Value } from '../values'
import { fixed, nullish, refuseExpression, truthy, typed, type Operator } from './scope'

/** One text for equal values, so that a Set can tell them apart. */
export const identity = (value: Value): string => encodeKey(value).toString('latin1')

/** The values without repeats, the first of each kept. */
export function distinct(values: Value[]): Value[] {
  const seen = new Map<string, Value>()
  for (const value of values) {
    const key = identity(value)
    if (!seen.has(key)) seen.set(key, value)
  }
  return [...seen.values()]
}

const list = (name: string, value: Value): Value[] =>
  Array.isArray(value)
    ? value
    : refuseExpression(
        `All operands of ${name} must be arrays. One argument is of type: ${typed(value)}`,
      )

const keys = (values: Value[]): Set<string> => new Set(values.map(identity))

const union = fixed('$setUnion', 0, Infinity, (values) =>
  values.some(nullish) ? null : distinct(values.flatMap((value) => list('$setUnion', value))),
)

const intersection = fixed('$setIntersection', 0, Infinity, (values) => {
  if (values.some(nullish)) return null
  const [first = [], ...others] = values.map((value) => list('$setIntersection', value))
  const sets = others.map(keys)
  return distinct(first).filter((value) => sets.every((set) => set.has(identity(value))))
})

const difference = fixed('$setDifference', 2, 2, ([a, b]) => {
  if (nullish(a) || nullish(b)) return null
  const taken = keys(list('$setDifference', b))
  return distinct(list('$setDifference', a)).filter((value) => !taken.has(identity(value)))
})

const subset = (a: Set<string>, b: Set<string>): boolean => [...a].every((key) => b.has(key))

const equals = fixed('$setEquals', 2, Infinity, (values) => {
  const [first, ...others] = values.map((value) => keys(list('$setEquals', value)))
  return others.every((other) => other.size === first!.size && subset(first!, other))
})

const isSubset = fixed('$setIsSubset', 2, 2, ([a, b]) =>
  subset(keys(list('$setIsSubset', a)), keys(list('$setIsSubset', b))),
)

const elements = (name: string, test: (values: Value[]) => boolean): Operator =>
  fixed(name, 1, 1, ([value]) =>
    Array.isArray(value)
      ? test(value)
      : refuseExpression(`${name}'s argument must be an array, but is ${typed(value)}`),
  )

export const sets: Record<string, Operator> = {
  $setUnion: union,
  $setIntersection: intersection,
  $setDifference: difference,
  $setEquals: equals,
  $setIsSubset: isSubset,
  $allElementsTrue: elements('$allElementsTrue', (values) => values.every(truthy)),
  $anyElementTrue: elements('$anyElementTrue', (values) => values.some(truthy)),
}
