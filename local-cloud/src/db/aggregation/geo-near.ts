import type { Index } from '../collection'
import { nearest, nearOf } from '../geo/geo-query'
import { EARTH_RADIUS } from '../geo/sphere'
import { isGeo } from '../index-keys'
import { makeNumber } from '../numbers'
import { own, splitPath } from '../paths'
import { isDoc, numberOf, type Doc, type Value } from '../values'
import { withPath } from './reshape-stages'
import { refuseExpression } from './scope'

/** A `$geoNear` as a query whose answer comes in order of distance, and what it adds to each document. */
export interface GeoNear {
  query: Doc
  limit: number
  measured: (doc: Doc) => Doc
}

/** The field to measure: the one named, or the one place the collection is indexed by. */
function keyOf(argument: Doc, indexes: readonly Index[]): string {
  if (typeof argument.key === 'string') return argument.key
  const paths = new Set(
    indexes.flatMap(({ spec }) =>
      spec.keys.filter(([, direction]) => isGeo(direction)).map(([path]) => path),
    ),
  )
  const [only] = paths
  if (only === undefined)
    return refuseExpression('$geoNear requires a 2d or 2dsphere index, but none were found')
  if (paths.size > 1)
    refuseExpression(
      "There is more than one 2dsphere index; unsure which to use for $geoNear. Specify 'key'",
    )
  return only
}

const valueAt = (doc: Doc, path: string): Value =>
  splitPath(path).reduce<Value>((value, part) => (isDoc(value) ? own(value, part) : undefined), doc)

/** Compiles `$geoNear`. Throws QueryRefused. */
export function geoNear(argument: Value, indexes: readonly Index[]): GeoNear {
  if (!isDoc(argument)) return refuseExpression('the $geoNear stage must be an object')
  const { near, distanceField, includeLocs, query, maxDistance, minDistance } = argument
  if (near === undefined) refuseExpression("$geoNear requires a 'near' option as an Array")
  if (typeof distanceField !== 'string')
    return refuseExpression("$geoNear requires a 'distanceField' option as a String")
  const key = keyOf(argument, indexes)
  // With a pair of coordinates, distances go in and out as radians.
  const metres = isDoc(near)
  const limits: Doc = {}
  if (maxDistance !== undefined && maxDistance !== null) limits.$maxDistance = maxDistance
  if (minDistance !== undefined && minDistance !== null) limits.$minDistance = minDistance
  const condition: Doc = metres
    ? { $nearSphere: { $geometry: near, ...limits } }
    : { $nearSphere: near, ...limits }
  const around = nearOf(condition.$nearSphere, condition)
  const parts = splitPath(key)
  const multiplier = numberOf(argument.distanceMultiplier) ?? 1
  const limit = numberOf(argument.limit) ?? numberOf(argument.num) ?? Infinity
  return {
    query: isDoc(query) ? { $and: [query, { [key]: condition }] } : { [key]: condition },
    limit,
    measured: (doc) => {
      const distance = (nearest(doc, parts, around) ?? 0) / (metres ? 1 : EARTH_RADIUS)
      const found = makeNumber('double', distance * multiplier)
      const answer = withPath(doc, splitPath(distanceField), found)
      return typeof includeLocs === 'string'
        ? withPath(answer, splitPath(includeLocs), valueAt(doc, key))
        : answer
    },
  }
}
