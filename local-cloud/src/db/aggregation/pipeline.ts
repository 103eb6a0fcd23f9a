import type { Order } from '../sort'
import { isDoc, numberOf, type Doc } from '../values'
import { refuseExpression } from './scope'
import type { Stage, StageContext } from './stage'
import { orderOf, STAGES } from './stages'

/** Compiles a pipeline. Throws QueryRefused where MongoDB refuses a stage. */
export function compilePipeline(stages: Doc[], context: Omit<StageContext, 'compile'>): Stage {
  const compiled = stages.map((stage) => {
    const names = Object.keys(stage)
    const [name] = names
    if (name === undefined || names.length !== 1)
      return refuseExpression(
        'A pipeline stage specification object must contain exactly one field.',
      )
    const compiler = STAGES[name]
    if (compiler === undefined)
      return refuseExpression(`Unrecognized pipeline stage name: '${name}'`)
    return compiler(stage[name], { ...context, compile: compilePipeline })
  })
  return (docs) => compiled.reduce((left, stage) => stage(left), docs)
}

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
  let order: Order = []
  if (rest[0] !== undefined && '$sort' in rest[0]) {
    order = orderOf(rest[0].$sort)
    rest.shift()
  }
  const limit = numberOf(rest[0]?.$limit)
  const limited = limit !== undefined && Number.isInteger(limit) && limit > 0
  if (limited) rest.shift()
  const query = queries.length === 1 ? queries[0]! : queries.length > 1 ? { $and: queries } : {}
  return { query, order, limit: limited ? limit : Infinity, rest }
}
