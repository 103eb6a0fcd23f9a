import { compareValues, equalValues, isDoc, numberOf, type Doc, type Value } from '../values'
import { compileAccumulator, type Accumulator } from './accumulators'
import { compileExpression } from './compile'
import { refuseExpression, typed, type Scope } from './scope'
import { identity } from './sets'
import { scopeOf, type StageCompiler } from './stage'

/** The fields of a group's document, after its `_id`. */
function outputs(fields: Doc): (scopes: Scope[]) => Doc {
  const compiled = Object.keys(fields).map((name): [string, Accumulator] => [
    name,
    compileAccumulator(name, fields[name]),
  ])
  return (scopes) =>
    Object.fromEntries(compiled.map(([name, accumulate]) => [name, accumulate(scopes)]))
}

export const group: StageCompiler = (argument, context) => {
  if (!isDoc(argument)) return refuseExpression("a group's fields must be specified in an object")
  if (!('_id' in argument)) refuseExpression('a group specification must include an _id')
  const { _id: by, ...fields } = argument
  const key = compileExpression(by)
  const output = outputs(fields)
  return (docs) => {
    const groups = new Map<string, { _id: Value; scopes: Scope[] }>()
    for (const doc of docs) {
      const scope = scopeOf(doc, context)
      const _id = key(scope) ?? null
      const found = groups.get(identity(_id))
      if (found) found.scopes.push(scope)
      else groups.set(identity(_id), { _id, scopes: [scope] })
    }
    return [...groups.values()].map(({ _id, scopes }) => ({ _id, ...output(scopes) }))
  }
}

export const sortByCount: StageCompiler = (argument, context) => {
  const isPath = typeof argument === 'string' && argument.startsWith('$')
  if (!isPath && !isDoc(argument))
    refuseExpression(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    )
  const run = group({ _id: argument, count: { $sum: 1 } }, context)
  return (docs) => run(docs).sort((a, b) => compareValues(b.count, a.count))
}

const DEFAULT_OUTPUT: Doc = { count: { $sum: 1 } }

export const bucket: StageCompiler = (argument, context) => {
  if (!isDoc(argument) || !('groupBy' in argument) || !Array.isArray(argument.boundaries))
    return refuseExpression("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  const { boundaries, default: other } = argument
  if (boundaries.length < 2)
    refuseExpression(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    )
  boundaries.slice(1).forEach((value, i) => {
    if (compareValues(boundaries[i], value) >= 0)
      refuseExpression(
        "The 'boundaries' option to $bucket must be sorted, but elements are not in ascending order",
      )
  })
  const by = compileExpression(argument.groupBy)
  const output = outputs(isDoc(argument.output) ? argument.output : DEFAULT_OUTPUT)
  const place = (value: Value): Value => {
    for (let i = 0; i + 1 < boundaries.length; i++)
      if (compareValues(value, boundaries[i]) >= 0 && compareValues(value, boundaries[i + 1]) < 0)
        return boundaries[i]
    if ('default' in argument) return other
    return refuseExpression(
      '$switch could not find a matching branch for an input, and no default was specified.',
    )
  }
  return (docs) => {
    const buckets = new Map<string, { _id: Value; scopes: Scope[] }>()
    for (const doc of docs) {
      const scope = scopeOf(doc, context)
      const _id = place(by(scope))
      const found = buckets.get(identity(_id))
      if (found) found.scopes.push(scope)
      else buckets.set(identity(_id), { _id, scopes: [scope] })
    }
    return [...buckets.values()]
      .sort((a, b) => compareValues(a._id, b._id))
      .map(({ _id, scopes }) => ({ _id, ...output(scopes) }))
  }
}

export const bucketAuto: StageCompiler = (argument, context) => {
  if (!isDoc(argument) || !('groupBy' in argument))
    return refuseExpression("$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  if (argument.granularity !== undefined)
    refuseExpression("the local cloud does not have $bucketAuto's 'granularity'")
  const wanted = numberOf(argument.buckets)
  if (wanted === undefined || !Number.isInteger(wanted) || wanted < 1)
    return refuseExpression(
      `The $bucketAuto 'buckets' field must be a positive integer, but found ${typed(argument.buckets)}`,
    )
  const by = compileExpression(argument.groupBy)
  const output = outputs(isDoc(argument.output) ? argument.output : DEFAULT_OUTPUT)
  return (docs) => {
    const sorted = docs
      .map((doc) => scopeOf(doc, context))
      .map((scope) => ({ scope, value: by(scope) ?? null }))
      .sort((a, b) => compareValues(a.value, b.value))
    const size = Math.max(1, Math.round(sorted.length / wanted))
    const results: Doc[] = []
    for (let from = 0; from < sorted.length;) {
      let to = results.length === wanted - 1 ? sorted.length : Math.min(from + size, sorted.length)
      // Equal values stay in one bucket.
      while (to < sorted.length && equalValues(sorted[to]!.value, sorted[to - 1]!.value)) to++
      const max = to < sorted.length ? sorted[to]!.value : sorted[to - 1]!.value
      const scopes = sorted.slice(from, to).map(({ scope }) => scope)
      results.push({ _id: { min: sorted[from]!.value, max }, ...output(scopes) })
      from = to
    }
    return results
  }
}
