import { Aggregator } from 'mingo/aggregator'
import { mingoOptions } from './mingo-context'
import { withLookup, type Resolver } from './mingo-lookup'
import type { Order } from './sort'
import { isDoc, numberOf, type Doc } from './values'

/** The part of a pipeline that a collection answers by itself, and the stages left. */
export interface SplitPipeline {
  query: Doc
  order: Order
  limit: number
  rest: Doc[]
}

/** Takes `$match`, then `$sort`, then `$limit` from the front of a pipeline. */
export function splitPipeline(stages: Doc[]): SplitPipeline {
  const rest = [...stages]
  const queries: Doc[] = []
  for (let query = rest[0]?.$match; isDoc(query); query = rest[0]?.$match) {
    queries.push(query)
    rest.shift()
  }
  const order: [string, 1 | -1][] = []
  const sort = rest[0]?.$sort
  if (isDoc(sort)) {
    for (const field of Object.keys(sort))
      order.push([field, (numberOf(sort[field]) ?? 1) < 0 ? -1 : 1])
    rest.shift()
  }
  const limit = numberOf(rest[0]?.$limit)
  if (limit !== undefined && limit > 0) rest.shift()
  const query = queries.length === 1 ? queries[0]! : queries.length > 1 ? { $and: queries } : {}
  return { query, order, limit: limit !== undefined && limit > 0 ? limit : Infinity, rest }
}

/** Runs the stages left on plain documents. `find` answers `$lookup`. */
export function runStages(docs: Doc[], stages: Doc[], find: Resolver): Doc[] {
  if (stages.length === 0) return docs
  return withLookup(find, () => new Aggregator(stages, mingoOptions()).run<Doc>(docs as never))
}
