import type { Collection } from './collection'
import { findNear, nearest } from './geo/geo-query'
import { compileQuery, expressionTest } from './match'
import { splitPath } from './paths'
import { choosePlan } from './plan'
import { readRows } from './read'
import type { Row } from './row-cache'
import { sortDocs, type Order } from './sort'
import { isDoc, type Doc } from './values'

export interface FindRequest {
  query: Doc
  order?: Order
  skip?: number
  /** Infinity when absent. */
  limit?: number
  /** The cloud's time, for `$expr`. */
  now?: number
  /** Rows seen otherwise than they stand, by hex of `_id`; null is a row not seen at all. */
  differing?: Map<string, Row | null>
}

export interface Found {
  rows: Row[]
  examined: number
  /** The index fields that would have spared a long scan. */
  advice: string | undefined
}

const WASTE = 1000

function adviseIndex(query: Doc, order: Order): string {
  const equal: string[] = []
  const ranges: string[] = []
  for (const path of Object.keys(query)) {
    if (path.startsWith('$')) continue
    const condition = query[path]
    const operators = isDoc(condition) ? Object.keys(condition) : []
    const isRange = operators.some(
      (name) => name.startsWith('$') && name !== '$eq' && name !== '$in',
    )
    ;(isRange ? ranges : equal).push(path)
  }
  const fields = [
    ...equal,
    ...order.map(([path, direction]) => (direction < 0 ? `${path} desc` : path)),
    ...ranges,
  ]
  return [...new Set(fields)].join(', ') || '(no field)'
}

const hexOf = (row: Row): string => row.id.toString('hex')

/** The documents that match, in order. Throws QueryRefused. */
export function find(collection: Collection, request: FindRequest): Found {
  const { query, order = [], skip = 0, limit = Infinity, differing } = request
  const matches = compileQuery(query, expressionTest(request.now ?? Date.now()))
  const near = order.length === 0 ? findNear(query) : undefined
  const overlaid = differing !== undefined && differing.size > 0
  const wanted = skip + limit
  const plan = choosePlan(collection, query, order, wanted)
  const examined = { documents: 0 }
  const stopEarly = plan.ordered && !overlaid && !near
  let rows: Row[] = []
  for (const row of readRows(collection, plan, matches, stopEarly ? wanted : Infinity, examined)) {
    if (overlaid && differing.has(hexOf(row))) continue
    rows.push(row)
    if (stopEarly && rows.length >= wanted) break
  }
  if (overlaid)
    for (const row of differing.values()) {
      if (row === null) continue
      examined.documents++
      if (matches(row.doc)) rows.push(row)
    }
  if (overlaid) rows.sort((a, b) => a.seq - b.seq)
  if (near) {
    const parts = splitPath(near.path)
    const measured = rows.map((row) => ({
      row,
      at: nearest(row.doc, parts, near.near) ?? Infinity,
    }))
    rows = measured.sort((a, b) => a.at - b.at).map(({ row }) => row)
  }
  if (order.length > 0 && !stopEarly) rows = sortDocs(rows, order, (row) => row.doc)
  const page = skip === 0 && rows.length <= wanted ? rows : rows.slice(skip, wanted)
  const wasteful = examined.documents > WASTE && page.length < examined.documents / 10
  return {
    rows: page,
    examined: examined.documents,
    advice: wasteful ? adviseIndex(query, order) : undefined,
  }
}
