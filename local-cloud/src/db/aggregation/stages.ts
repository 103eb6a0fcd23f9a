import { compileQuery } from '../match'
import { sortDocs, type Direction } from '../sort'
import { isDoc, numberOf, type Doc, type Value } from '../values'
import { compileExpression } from './compile'
import { bucket, bucketAuto, group, sortByCount } from './group-stages'
import { graphLookup, lookup } from './join-stages'
import { addFields, project, unset } from './project-stage'
import { redact, replaceRoot, replaceWith, unwind } from './reshape-stages'
import { refuseExpression, truthy, typed } from './scope'
import { scopeOf, type StageCompiler } from './stage'

const match: StageCompiler = (argument, context) => {
  if (!isDoc(argument))
    return refuseExpression('the match filter must be an expression in an object')
  const matches = compileQuery(argument, (expression) => {
    const test = compileExpression(expression)
    return (doc) => truthy(test(scopeOf(doc as Doc, context)))
  })
  return (docs) => docs.filter(matches)
}

/** `{ at: -1 }` as [['at', -1]]. */
export function orderOf(argument: Value): [string, Direction][] {
  if (!isDoc(argument)) return refuseExpression('the $sort key specification must be an object')
  const fields = Object.keys(argument)
  if (fields.length === 0) refuseExpression('$sort stage must have at least one sort key')
  return fields.map((field) => {
    const direction = numberOf(argument[field])
    if (direction !== 1 && direction !== -1)
      return refuseExpression('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return [field, direction]
  })
}

const sort: StageCompiler = (argument) => {
  const order = orderOf(argument)
  return (docs) => sortDocs(docs, order, (doc) => doc)
}

function wholeNumber(name: string, argument: Value, least: number): number {
  const number = numberOf(argument)
  if (number === undefined || !Number.isInteger(number))
    return refuseExpression(
      `the argument to ${name} must be a whole number, but was ${typed(argument)}`,
    )
  if (number < least)
    refuseExpression(
      least > 0 ? 'the limit must be positive' : `Argument to ${name} cannot be negative`,
    )
  return number
}

const limit: StageCompiler = (argument) => {
  const most = wholeNumber('$limit', argument, 1)
  return (docs) => docs.slice(0, most)
}

const skip: StageCompiler = (argument) => {
  const first = wholeNumber('$skip', argument, 0)
  return (docs) => docs.slice(first)
}

const count: StageCompiler = (name) => {
  if (typeof name !== 'string' || name === '')
    return refuseExpression('the count field must be a non-empty string')
  if (name.startsWith('$')) refuseExpression('the count field cannot be a $-prefixed path')
  if (name.includes('.')) refuseExpression("the count field cannot contain '.'")
  return ({ length }) => (length === 0 ? [] : [{ [name]: length }])
}

const sample: StageCompiler = (argument) => {
  if (!isDoc(argument)) return refuseExpression('the $sample stage specification must be an object')
  const size = wholeNumber('$sample', argument.size, 0)
  return (docs) => {
    const pool = [...docs]
    const wanted = Math.min(size, pool.length)
    for (let i = 0; i < wanted; i++) {
      const other = i + Math.floor(Math.random() * (pool.length - i))
      ;[pool[i], pool[other]] = [pool[other]!, pool[i]!]
    }
    return pool.slice(0, wanted)
  }
}

const facet: StageCompiler = (argument, context) => {
  if (!isDoc(argument) || Object.keys(argument).length === 0)
    return refuseExpression('the $facet specification must be a non-empty object')
  const pipelines = Object.keys(argument).map((name) => {
    const stages = argument[name]
    if (!Array.isArray(stages))
      return refuseExpression(
        `arguments to $facet must be arrays, ${name} is type ${typed(stages)}`,
      )
    return [name, context.compile(stages.filter(isDoc), context)] as const
  })
  return (docs) => [Object.fromEntries(pipelines.map(([name, run]) => [name, run(docs)]))]
}

const only =
  (reason: string): StageCompiler =>
  () =>
    refuseExpression(reason)

export const STAGES: Record<string, StageCompiler> = {
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $project: project,
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: count,
  $sample: sample,
  $facet: facet,
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $unwind: unwind,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $redact: redact,
  $lookup: lookup,
  $graphLookup: graphLookup,
  $geoNear: only('$geoNear is only valid as the first stage in a pipeline.'),
  $out: only('the local cloud does not have $out: an aggregate only reads'),
  $indexStats: only('the local cloud does not have $indexStats'),
}
