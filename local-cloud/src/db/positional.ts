import { compileCondition, compileQuery, isOperators, LOGICAL } from './match'
import { isIndex, own, splitPath } from './paths'
import { regexParts } from './regex'
import { equalValues, isDoc, type Doc, type Value } from './values'

// What stands for `$` in 'list.$.n': MongoDB's matcher records, at each condition that holds, the
// position in the outermost array it went through, and the last record counts. It sorts the conditions
// first, by operator in the order below and then by path, so that it is not the order of writing.

const OPERATOR_ORDER = [
  '$elemMatch',
  '$size',
  '$eq',
  '$lte',
  '$lt',
  '$gt',
  '$gte',
  '$regex',
  '$mod',
  '$exists',
  '$in',
  '$type',
  '$geoWithin',
  '$geoIntersects',
]

/** One condition on one path; only these record a position: negations and `$or` never do. */
interface Condition {
  path: string
  operator: string
  /** As a query has it: `{ $gt: 5 }`. */
  test: Doc
}

/** Sees a leaf with the position, in the outermost array on the way, that led to it. */
type Visit = (leaf: Value, position: number | undefined, nested: boolean) => boolean

function fieldConditions(path: string, condition: Value): Condition[] {
  if (!isOperators(condition)) {
    const operator = regexParts(condition) ? '$regex' : '$eq'
    return [{ path, operator, test: { $eq: condition } }]
  }
  return Object.keys(condition).flatMap((operator): Condition[] => {
    const value = condition[operator]
    if (operator === '$all' && Array.isArray(value))
      return value.flatMap((item) => fieldConditions(path, item))
    if (!OPERATOR_ORDER.includes(operator)) return []
    const test: Doc = { [operator]: value }
    if (operator === '$regex' && condition.$options !== undefined)
      test.$options = condition.$options
    return [{ path, operator, test }]
  })
}

function conditionsOf(query: Doc): Condition[] {
  return Object.keys(query).flatMap((key): Condition[] => {
    const value = query[key]
    if (!key.startsWith('$')) return fieldConditions(key, value)
    const branches = Array.isArray(value) ? value.filter(isDoc) : []
    if (key === '$and' || (key === '$or' && branches.length === 1))
      return branches.flatMap(conditionsOf)
    return []
  })
}

const rank = ({ operator }: Condition): number => OPERATOR_ORDER.indexOf(operator)

function visitAt(
  value: Value,
  parts: readonly string[],
  from: number,
  position: number | undefined,
  visit: Visit,
): boolean {
  if (from === parts.length) return visit(value, position, false)
  const part = parts[from]!
  if (Array.isArray(value))
    return value.some(
      (item, i) =>
        (isDoc(item) && visitAt(item, parts, from, position ?? i, visit)) ||
        (isIndex(part) &&
          Number(part) === i &&
          visitAt(item, parts, from + 1, position ?? i, visit)),
    )
  return visitAt(isDoc(value) ? own(value, part) : undefined, parts, from + 1, position, visit)
}

/** Visits the elements of a leaf that is an array, and then the array as a whole. */
const elements =
  (visit: Visit): Visit =>
  (leaf, position) => {
    if (!Array.isArray(leaf)) return visit(leaf, position, false)
    return (
      leaf.some((item, i) => visit(item, position ?? i, Array.isArray(item))) ||
      visit(leaf, position, false)
    )
  }

function elemMatchTest(argument: Value): (item: Value) => boolean {
  if (!isDoc(argument)) return () => false
  if (isOperators(argument) && !LOGICAL.has(Object.keys(argument)[0]!)) {
    const test = compileCondition(argument)
    return (item) => test({ item }, ['item'])
  }
  const test = compileQuery(argument)
  return (item) => isDoc(item) && test(item)
}

function leafTest({ operator, test }: Condition): (leaf: Value, nested: boolean) => boolean {
  const holds = compileCondition(test)
  const argument = test[operator]
  return (leaf, nested) => {
    if (!nested) return holds({ leaf }, ['leaf'])
    // The matcher does not look into an array inside an array.
    const wanted = operator === '$in' && Array.isArray(argument) ? argument : [argument]
    return wanted.some((value) => equalValues(value, leaf))
  }
}

/** The position that one condition records on a document it holds for. */
function recorded(doc: Doc, condition: Condition): number | undefined {
  const parts = splitPath(condition.path)
  let found: number | undefined
  if (condition.operator === '$elemMatch') {
    const test = elemMatchTest(condition.test.$elemMatch)
    visitAt(doc, parts, 0, undefined, (leaf, position) => {
      const at = Array.isArray(leaf) ? leaf.findIndex(test) : -1
      if (at < 0) return false
      found = position ?? at
      return true
    })
    return found
  }
  const test = leafTest(condition)
  const visit: Visit = (leaf, position, nested) => {
    if (!test(leaf, nested)) return false
    found = position
    return true
  }
  visitAt(doc, parts, 0, undefined, condition.operator === '$size' ? visit : elements(visit))
  return found
}

/** The position that `$` stands for in a document the query holds for; undefined when none does. */
export function matchedPosition(doc: Doc, query: Doc): number | undefined {
  const conditions = conditionsOf(query).sort(
    (a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : Number(a.path > b.path)),
  )
  let last: number | undefined
  for (const condition of conditions) last = recorded(doc, condition) ?? last
  return last
}
