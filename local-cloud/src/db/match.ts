import { QueryRefused } from './errors'
import { compileExpression } from './aggregation/compile'
import { truthy } from './aggregation/scope'
import { compileGeo } from './geo/geo-query'
import { someAt, someValueAt, splitPath } from './paths'
import { compileRegex, regexParts } from './regex'
import { typeMatcher } from './types'
import { compareValues, equalValues, isDoc, numberOf, rankOf, type Doc, type Value } from './values'

/** True when the document matches the query it was compiled from. */
export type Matcher = (doc: Value) => boolean

/** Compiles an aggregation expression to its truth, for `$expr`. */
export type ExpressionTest = (expression: Value) => Matcher

/** `$expr` on a document by itself; `now` is the cloud's time. */
export const expressionTest =
  (now: number): ExpressionTest =>
  (expression) => {
    const test = compileExpression(expression)
    return (root) => truthy(test({ root, vars: {}, now }))
  }

type Parts = readonly string[]
type FieldTest = (doc: Value, parts: Parts) => boolean

/** What stands at the top of a query without being a field. */
export const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$comment'])

export const isOperators = (value: Value): value is Doc =>
  isDoc(value) && (Object.keys(value)[0] ?? '').startsWith('$')

function list(value: Value, operator: string): Value[] {
  if (!Array.isArray(value)) throw new QueryRefused(`${operator} needs an array`)
  return value
}

function equalTo(wanted: Value): (leaf: Value) => boolean {
  const regex = regexParts(wanted)
  if (regex === undefined) return (leaf) => equalValues(leaf, wanted)
  const compiled = compileRegex(regex.pattern, regex.options)
  return (leaf) =>
    typeof leaf === 'string' ? compiled.test(leaf) : leaf !== undefined && equalValues(leaf, wanted)
}

const equality = (wanted: Value): FieldTest => {
  const test = equalTo(wanted)
  return (doc, parts) => someValueAt(doc, parts, test)
}

/** $gt, $gte, $lt, $lte: only values of the bound's own type are compared; null equals missing. */
function comparison(bound: Value, accept: (order: number) => boolean): FieldTest {
  const rank = rankOf(bound)
  if (Number.isNaN(numberOf(bound)))
    return (doc, parts) =>
      accept(0) && someValueAt(doc, parts, (leaf) => Number.isNaN(numberOf(leaf)))
  const test = (leaf: Value): boolean =>
    rankOf(leaf) === rank && !Number.isNaN(numberOf(leaf)) && accept(compareValues(leaf, bound))
  return (doc, parts) => someValueAt(doc, parts, test)
}

function inList(value: Value): FieldTest {
  const tests = list(value, '$in').map((item) => {
    if (isOperators(item)) throw new QueryRefused('cannot nest $ under $in')
    return equalTo(item)
  })
  return (doc, parts) => someValueAt(doc, parts, (leaf) => tests.some((test) => test(leaf)))
}

const not =
  (test: FieldTest): FieldTest =>
  (doc, parts) =>
    !test(doc, parts)

function all(value: Value): FieldTest {
  const tests = list(value, '$all').map((item) =>
    isOperators(item) ? compileCondition(item) : equality(item),
  )
  return (doc, parts) => tests.length > 0 && tests.every((test) => test(doc, parts))
}

function elemMatch(value: Value): FieldTest {
  if (!isDoc(value)) throw new QueryRefused('$elemMatch needs an Object')
  const first = Object.keys(value)[0] ?? ''
  let test: (item: Value) => boolean
  if (first.startsWith('$') && !LOGICAL.has(first)) {
    const onValue = compileCondition(value)
    test = (item) => onValue({ item }, ['item'])
  } else {
    const onDoc = compileQuery(value)
    test = (item) => isDoc(item) && onDoc(item)
  }
  return (doc, parts) => someAt(doc, parts, (leaf) => Array.isArray(leaf) && leaf.some(test))
}

function size(value: Value): FieldTest {
  const wanted = numberOf(value)
  if (wanted === undefined || !Number.isInteger(wanted))
    throw new QueryRefused('Failed to parse $size. Expected an integer')
  if (wanted < 0)
    throw new QueryRefused(
      `Failed to parse $size. Expected a non-negative number in: $size: ${wanted}`,
    )
  return (doc, parts) => someAt(doc, parts, (leaf) => Array.isArray(leaf) && leaf.length === wanted)
}

function mod(value: Value): FieldTest {
  const [divisor, remainder] = list(value, '$mod').map(numberOf)
  if (divisor === undefined) throw new QueryRefused('malformed mod, divisor not a number')
  const by = Math.trunc(divisor)
  if (by === 0) throw new QueryRefused('divisor cannot be 0')
  const rest = Math.trunc(remainder ?? 0)
  return (doc, parts) =>
    someValueAt(doc, parts, (leaf) => {
      const number = numberOf(leaf)
      return number !== undefined && Math.trunc(number) % by === rest
    })
}

function regex(value: Value, options: Value): FieldTest {
  const parts = regexParts(value) ?? { pattern: value, options: '' }
  if (typeof parts.pattern !== 'string') throw new QueryRefused('$regex has to be a string')
  const flags = typeof options === 'string' ? options : parts.options
  const compiled = compileRegex(parts.pattern, flags)
  return (doc, path) =>
    someValueAt(doc, path, (leaf) => typeof leaf === 'string' && compiled.test(leaf))
}

function exists(value: Value): FieldTest {
  const wanted = numberOf(value) !== undefined ? numberOf(value) !== 0 : Boolean(value)
  return (doc, parts) => someAt(doc, parts, (leaf) => leaf !== undefined) === wanted
}

function negated(value: Value): FieldTest {
  if (regexParts(value)) return not(equality(value))
  if (!isOperators(value)) throw new QueryRefused('$not needs a regex or a document')
  return not(compileCondition(value))
}

function compileOperator(name: string, value: Value, siblings: Doc): FieldTest | undefined {
  switch (name) {
    case '$eq':
      return equality(value)
    case '$ne':
      if (regexParts(value)) throw new QueryRefused("Can't have regex as arg to $ne.")
      return not(equality(value))
    case '$gt':
      return comparison(value, (order) => order > 0)
    case '$gte':
      return comparison(value, (order) => order >= 0)
    case '$lt':
      return comparison(value, (order) => order < 0)
    case '$lte':
      return comparison(value, (order) => order <= 0)
    case '$in':
      return inList(value)
    case '$nin':
      return not(inList(list(value, '$nin')))
    case '$not':
      return negated(value)
    case '$all':
      return all(value)
    case '$elemMatch':
      return elemMatch(value)
    case '$size':
      return size(value)
    case '$mod':
      return mod(value)
    case '$regex':
      return regex(value, siblings.$options)
    case '$options':
      if (siblings.$regex === undefined) throw new QueryRefused('$options needs a $regex')
      return undefined
    case '$exists':
      return exists(value)
    case '$type': {
      const test = typeMatcher(value)
      return (doc, parts) => someValueAt(doc, parts, test)
    }
    case '$comment':
      return undefined
    case '$geoWithin':
    case '$geoIntersects':
    case '$near':
    case '$nearSphere':
      return compileGeo(name, value, siblings)
    case '$maxDistance':
    case '$minDistance':
      if (siblings.$near === undefined && siblings.$nearSphere === undefined)
        throw new QueryRefused(`${name} needs a $near`)
      return undefined
    default:
      throw new QueryRefused(`unknown operator: ${name}`)
  }
}

/** The test of one field's condition: operators, or a value to equal. */
export function compileCondition(condition: Value): FieldTest {
  if (!isOperators(condition)) return equality(condition)
  const tests: FieldTest[] = []
  for (const name of Object.keys(condition)) {
    const test = compileOperator(name, condition[name], condition)
    if (test) tests.push(test)
  }
  const [only] = tests
  if (tests.length === 1 && only) return only
  return (doc, parts) => tests.every((test) => test(doc, parts))
}

function compileLogical(name: string, value: Value, expression: ExpressionTest): Matcher {
  if (name === '$comment') return () => true
  if (name === '$expr') return expression(value)
  const queries = list(value, name).map((item) => {
    if (!isDoc(item)) throw new QueryRefused('$or/$and/$nor entries need to be full objects')
    return compileQuery(item, expression)
  })
  if (queries.length === 0) throw new QueryRefused('$and/$or/$nor must be a nonempty array')
  if (name === '$and') return (doc) => queries.every((query) => query(doc))
  if (name === '$or') return (doc) => queries.some((query) => query(doc))
  return (doc) => !queries.some((query) => query(doc))
}

/** Compiles a MongoDB query. Throws QueryRefused where MongoDB refuses the query. */
export function compileQuery(
  query: Doc,
  expression: ExpressionTest = expressionTest(Date.now()),
): Matcher {
  const matchers = Object.keys(query).map((key): Matcher => {
    if (key.startsWith('$')) {
      if (!LOGICAL.has(key)) throw new QueryRefused(`unknown top level operator: ${key}`)
      return compileLogical(key, query[key], expression)
    }
    const parts = splitPath(key)
    const test = compileCondition(query[key])
    return (doc) => test(doc, parts)
  })
  const [only] = matchers
  if (matchers.length === 1 && only) return only
  return (doc) => matchers.every((matcher) => matcher(doc))
}

/** Whether a condition holds for one element of an array, as `$pull` asks. */
export function compileElement(condition: Value): (item: Value) => boolean {
  if (isOperators(condition) && !LOGICAL.has(Object.keys(condition)[0]!)) {
    const test = compileCondition(condition)
    return (item) => test({ item }, ['item'])
  }
  if (isDoc(condition)) {
    const test = compileQuery(condition)
    return (item) => isDoc(item) && test(item)
  }
  return equalTo(condition)
}
