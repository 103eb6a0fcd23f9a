import { QueryRefused } from '../errors'
import { someAt } from '../paths'
import { isDoc, numberOf, type Doc, type Value } from '../values'
import { distanceTo, intersects, withinCap, withinPolygons, type Cap } from './relations'
import { queriedShape, storedShape, type Shape } from './shape'
import { EARTH_RADIUS, type Position } from './sphere'

/** Where a geo condition holds: a geometry or a circle. */
export type Region = { shape: Shape } | { cap: Cap }

/** `$near`, `$nearSphere`: around a place, distances in metres. */
export interface Near {
  center: Position
  min: number
  max: number
}

function pointOf(value: Value): Position {
  const { points } = queriedShape(value)
  const [point] = points
  if (point === undefined || points.length !== 1) throw new QueryRefused('$near requires a point')
  return point
}

function only(operator: string, value: Value): [string, Value] {
  const names = isDoc(value) ? Object.keys(value).filter((name) => name !== '$crs') : []
  const [name] = names
  if (!isDoc(value) || name === undefined || names.length !== 1)
    throw new QueryRefused(`${operator} needs exactly one geometry`)
  return [name, value[name]]
}

function capOf(value: Value): Cap {
  const [center, radius] = Array.isArray(value) ? value : []
  const angle = numberOf(radius)
  if (angle === undefined || angle < 0)
    throw new QueryRefused('$centerSphere needs a center and a radius that is not negative')
  return { center: pointOf(center), radius: angle }
}

/** The region of `$geoWithin` or `$geoIntersects`. Throws QueryRefused. */
export function regionOf(operator: '$geoWithin' | '$geoIntersects', value: Value): Region {
  const [name, geometry] = only(operator, value)
  if (name === '$centerSphere' && operator === '$geoWithin') return { cap: capOf(geometry) }
  if (name !== '$geometry') throw new QueryRefused(`unknown geo specifier: ${name}`)
  const shape = queriedShape(geometry)
  if (operator === '$geoWithin' && shape.polygons.length === 0)
    throw new QueryRefused('$geoWithin not supported with provided geometry: it needs a polygon')
  return { shape }
}

/** What `$nearSphere: { $geometry, $maxDistance, $minDistance }` says. Throws QueryRefused. */
export function nearOf(value: Value, siblings: Doc): Near {
  const distance = (from: Doc, name: string, unit: number, fallback: number): number => {
    const given = from[name]
    if (given === undefined || given === null) return fallback
    const number = numberOf(given)
    if (number === undefined || number < 0)
      throw new QueryRefused(`${name.slice(1)} must be a number that is not negative`)
    return number * unit
  }
  // A pair of coordinates is the old form: its distances are radians, beside the operator.
  const old = !isDoc(value)
  const [from, unit] = old ? [siblings, EARTH_RADIUS] : [value, 1]
  return {
    center: pointOf(old ? value : value.$geometry),
    min: distance(from, '$minDistance', unit, 0),
    max: distance(from, '$maxDistance', unit, Infinity),
  }
}

/** The geometries at a path: one, or one for each element of an array. */
export function shapesAt(doc: Value, parts: readonly string[]): Shape[] {
  const shapes: Shape[] = []
  someAt(doc, parts, (leaf) => {
    const whole = storedShape(leaf)
    if (whole) shapes.push(whole)
    else if (Array.isArray(leaf))
      for (const item of leaf) {
        const one = storedShape(item)
        if (one) shapes.push(one)
      }
    return false
  })
  return shapes
}

/** The distance in metres to the nearest geometry at a path; undefined where there is none. */
export function nearest(
  doc: Value,
  parts: readonly string[],
  { center }: Near,
): number | undefined {
  const distances = shapesAt(doc, parts).map((shape) => distanceTo(center, shape))
  return distances.length === 0 ? undefined : Math.min(...distances)
}

type FieldTest = (doc: Value, parts: readonly string[]) => boolean

/** Compiles a geo operator. Throws QueryRefused. */
export function compileGeo(operator: string, value: Value, siblings: Doc): FieldTest {
  if (operator === '$near' || operator === '$nearSphere') {
    const near = nearOf(value, siblings)
    return (doc, parts) => {
      const distance = nearest(doc, parts, near)
      return distance !== undefined && distance >= near.min && distance <= near.max
    }
  }
  const within = operator === '$geoWithin'
  const region = regionOf(within ? '$geoWithin' : '$geoIntersects', value)
  const test = (shape: Shape): boolean => {
    if ('cap' in region) return withinCap(shape, region.cap)
    return within ? withinPolygons(shape, region.shape) : intersects(shape, region.shape)
  }
  return (doc, parts) => shapesAt(doc, parts).some(test)
}

/** The `$near` or `$nearSphere` of a query, which gives the results their order. */
export function findNear(query: Doc): { path: string; near: Near } | undefined {
  for (const key of Object.keys(query)) {
    const condition = query[key]
    if (key === '$and' && Array.isArray(condition))
      for (const part of condition) {
        const found = isDoc(part) ? findNear(part) : undefined
        if (found) return found
      }
    if (key.startsWith('$') || !isDoc(condition)) continue
    const value = condition.$nearSphere ?? condition.$near
    if (value !== undefined) return { path: key, near: nearOf(value, condition) }
  }
  return undefined
}

/** Counting and `$match` have no order, so MongoDB refuses what would give one. */
export function refuseNear(query: Doc): void {
  if (findNear(query))
    throw new QueryRefused('$geoNear, $near, and $nearSphere are not allowed in this context')
}
