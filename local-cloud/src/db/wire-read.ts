import { geoNear, type GeoNear } from './aggregation/geo-near'
import { compilePipeline, splitPipeline } from './aggregation/pipeline'
import type { Collection } from './collection'
import type { ActionContext, ActionReply, ActionScope } from './action'
import { decodeText, encodeText } from './ejson'
import { invalidParam } from './errors'
import { find, type FindRequest } from './find'
import { refuseNear } from './geo/geo-query'
import { compileProjection } from './project'
import { countParam, docParam, orderParam } from './request'
import type { Row } from './row-cache'
import { isDoc, type Doc } from './values'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** Finds within the scope's transaction, if any, and books the cost. */
export function findInScope(scope: ActionScope, request: FindRequest): Row[] {
  const { transaction, transactions, collection, context } = scope
  const differing = transaction && transactions.differing(transaction, collection.name)
  return findAndBook(context, collection, {
    now: context.now,
    ...request,
    ...(differing && { differing }),
  })
}

/** Finds, books the cost, and warns where an index is missing. */
function findAndBook(context: ActionContext, collection: Collection, request: FindRequest): Row[] {
  const found = find(collection, request)
  context.cost.documentsExamined += found.examined
  if (found.advice !== undefined)
    context.warn(
      `a query on ${collection.name} examined ${found.examined} documents to return ${found.rows.length}; an index on (${found.advice}) would help`,
    )
  return found.rows
}

/** `database.getDocument` -> `data.list`: Extended JSON texts. */
export function getDocument(scope: ActionScope): ActionReply {
  const { params } = scope
  const limit = Math.min(countParam(params, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT)
  const query = docParam(params, 'query', { now: scope.context.now })
  const rows = findInScope(scope, {
    query,
    order: orderParam(params),
    skip: countParam(params, 'offset', 0),
    limit,
  })
  const projection = docParam(params, 'projection')
  if (Object.keys(projection).length === 0)
    return { data: { list: rows.map((row) => row.text || encodeText(row.doc)) } }
  const project = compileProjection(projection, query)
  return { data: { list: rows.map((row) => encodeText(project(row.doc))) } }
}

/** `database.calculateDocument` -> `data.total`. */
export function calculateDocument(scope: ActionScope): ActionReply {
  const query = docParam(scope.params, 'query', { now: scope.context.now })
  if (Object.keys(query).length === 0 && !scope.transaction)
    return { data: { total: scope.collection.count() } }
  const byIndex = scope.transaction ? undefined : countOfEqual(scope.collection, query)
  if (byIndex !== undefined) return { data: { total: byIndex } }
  refuseNear(query)
  return { data: { total: findInScope(scope, { query }).length } }
}

/** As MongoDB's COUNT_SCAN: one field equal to a text or a number, counted in an index, reading no document. */
function countOfEqual(collection: Collection, query: Doc): number | undefined {
  const [[path, condition] = ['', undefined], ...more] = Object.entries(query)
  if (more.length > 0 || path.startsWith('$')) return undefined
  const only = isDoc(condition) && Object.keys(condition).join() === '$eq'
  const value = only ? condition.$eq : condition
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return collection.countByIndex(path, value)
}

function stagesParam(scope: ActionScope): Doc[] {
  const { stages } = scope.params
  if (!Array.isArray(stages)) throw invalidParam('stages must be an array')
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown }
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw invalidParam('a stage needs stageKey and stageValue')
    try {
      return { [stageKey]: decodeText(stageValue, { now: scope.context.now }) }
    } catch (error) {
      throw invalidParam(`${stageKey} is not valid Extended JSON: ${(error as Error).message}`)
    }
  })
}

/** The documents a pipeline begins with, and its stages left. */
function firstDocs(scope: ActionScope, stages: Doc[]): { docs: Doc[]; rest: Doc[] } {
  const [first] = stages
  if (first !== undefined && '$geoNear' in first) {
    const near: GeoNear = geoNear(first.$geoNear, scope.collection.indexes)
    const rows = findInScope(scope, { query: near.query, limit: near.limit })
    return { docs: rows.map((row) => near.measured(row.doc)), rest: stages.slice(1) }
  }
  const { query, order, limit, rest } = splitPipeline(stages)
  refuseNear(query)
  return { docs: findInScope(scope, { query, order, limit }).map((row) => row.doc), rest }
}

/** `database.aggregateDocuments` -> `data.list`: Extended JSON texts. */
export function aggregateDocuments(scope: ActionScope): ActionReply {
  const { context, store } = scope
  const { docs, rest } = firstDocs(scope, stagesParam(scope))
  const findForeign = (name: string, query: Doc): Doc[] => {
    const collection = store.collections.get(name)
    if (collection === undefined) return []
    return findAndBook(context, collection, { query, now: context.now }).map((row) => row.doc)
  }
  const run = compilePipeline(rest, { find: findForeign, now: context.now, vars: {} })
  return { data: { list: run(docs).map(encodeText) } }
}
