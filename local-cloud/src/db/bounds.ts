import { BSONRegExp } from 'bson'
import { equalities } from './aggregation/equalities'
import { cellsNear, cellsOfRegion, type CellBounds } from './geo/cells'
import { nearOf, regionOf } from './geo/geo-query'
import { encodeKey, type Cut } from './key'
import { isOperators } from './match'
import { literalPrefix, regexParts } from './regex'
import { isDoc, numberOf, Rank, rankOf, type Doc, type Value } from './values'

/** One element of the array at `path`, which an `$elemMatch` speaks of. */
export interface ArrayElement {
  path: string
}

/**
 * What a query says of one path that an index can use. `element` names the `$elemMatch` it stands
 * in: two bounds on the same array may be combined only when one element must satisfy both.
 */
export interface Bound {
  path: string
  element: ArrayElement | undefined
  /** Equal to one of these values. */
  points?: Value[]
  /** Between these cuts of the ascending key, within one type. */
  low?: Cut
  high?: Cut
  /** Between any of these pairs of cuts: a regular expression's prefix, or the expression itself. */
  cuts?: { low: Cut; high: Cut }[]
  /** Held by one of these cells of a geo index. */
  cells?: CellBounds
}

const usable = (value: Value): boolean =>
  value !== undefined && !Array.isArray(value) && regexParts(value) === undefined

function range(operator: string, value: Value): Pick<Bound, 'points' | 'low' | 'high'> | undefined {
  if (!usable(value) || Number.isNaN(numberOf(value))) return undefined
  const rank = rankOf(value)
  if (rank === Rank.null)
    return operator === '$gte' || operator === '$lte' ? { points: [null] } : undefined
  const bytes = encodeKey(value)
  const type = Buffer.from([rank])
  switch (operator) {
    case '$gt':
      return { low: { bytes, above: true }, high: { bytes: type, above: true } }
    case '$gte':
      return { low: { bytes, above: false }, high: { bytes: type, above: true } }
    case '$lt':
      return { low: { bytes: type, above: false }, high: { bytes, above: false } }
    default:
      return { low: { bytes: type, above: false }, high: { bytes, above: true } }
  }
}

/** `$regex` and `$options` as one regular expression; one given whole keeps its own options. */
const asRegex = (pattern: Value, options: Value): Value =>
  typeof pattern === 'string'
    ? new BSONRegExp(pattern, typeof options === 'string' && /[imx]/.test(options) ? 'i' : '')
    : pattern

const around = (bytes: Buffer): { low: Cut; high: Cut } => ({
  low: { bytes, above: false },
  high: { bytes, above: true },
})

const STRING_END = 2

/** What begins with the literal start of a regular expression, or is a stored regex equal to it. */
function regexBounds(path: string, element: ArrayElement | undefined, value: Value): Bound[] {
  const parts = regexParts(value)
  const prefix = parts ? literalPrefix(parts.pattern, parts.options) : ''
  if (prefix === '') return []
  const begun = encodeKey(prefix)
  const type = Buffer.from([Rank.regex])
  return [{ path, element, cuts: [around(begun.subarray(0, -STRING_END)), around(type)] }]
}

function operatorBounds(path: string, operators: Doc, element: ArrayElement | undefined): Bound[] {
  const bounds: Bound[] = []
  for (const name of Object.keys(operators)) {
    const value = operators[name]
    switch (name) {
      case '$eq':
        if (usable(value)) bounds.push({ path, element, points: [value] })
        else bounds.push(...regexBounds(path, element, value))
        break
      case '$regex':
        bounds.push(...regexBounds(path, element, asRegex(value, operators.$options)))
        break
      case '$in':
        if (Array.isArray(value) && value.every(usable))
          bounds.push({ path, element, points: value })
        break
      case '$exists':
        if (value === false || numberOf(value) === 0) bounds.push({ path, element, points: [null] })
        break
      case '$gt':
      case '$gte':
      case '$lt':
      case '$lte': {
        const found = range(name, value)
        if (found) bounds.push({ path, element, ...found })
        break
      }
      case '$elemMatch':
        if (isDoc(value)) {
          const inner = { path }
          if (isOperators(value)) bounds.push(...operatorBounds(path, value, inner))
          else bounds.push(...queryBounds(value, inner, `${path}.`))
        }
        break
      case '$geoWithin':
      case '$geoIntersects':
        bounds.push({ path, element, cells: cellsOfRegion(regionOf(name, value)) })
        break
      case '$near':
      case '$nearSphere': {
        const cells = cellsNear(nearOf(value, operators))
        if (cells) bounds.push({ path, element, cells })
        break
      }
      case '$all':
        if (Array.isArray(value))
          for (const item of value)
            if (usable(item) && !isOperators(item)) bounds.push({ path, element, points: [item] })
        break
    }
  }
  return bounds
}

/** Everything that must hold of a matching document and that an index can look up. */
export function queryBounds(query: Doc, element?: ArrayElement, prefix = ''): Bound[] {
  const bounds: Bound[] = []
  for (const key of Object.keys(query)) {
    const condition = query[key]
    if (key === '$and' && Array.isArray(condition))
      for (const part of condition)
        bounds.push(...(isDoc(part) ? queryBounds(part, element, prefix) : []))
    else if (key === '$expr' && element === undefined)
      bounds.push(...queryBounds(equalities({ $expr: condition })))
    else if (key.startsWith('$')) continue
    else if (isOperators(condition))
      bounds.push(...operatorBounds(`${prefix}${key}`, condition, element))
    else if (usable(condition))
      bounds.push({ path: `${prefix}${key}`, element, points: [condition] })
    else bounds.push(...regexBounds(`${prefix}${key}`, element, condition))
  }
  return bounds
}
