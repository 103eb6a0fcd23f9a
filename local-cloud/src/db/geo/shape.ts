import { QueryRefused } from '../errors'
import { isDoc, numberOf, type Value } from '../values'
import type { Position } from './sphere'

/** Points, lines and polygons (rings, the first the outer one) of a geometry. */
export interface Shape {
  points: Position[]
  lines: Position[][]
  polygons: Position[][][]
}

/** A text for a person where a value is no geometry. */
class BadShape extends Error {}

function position(value: Value): Position {
  const [lng, lat] = Array.isArray(value) ? value.map(numberOf) : []
  if (lng === undefined || lat === undefined)
    throw new BadShape('Point must be an array of two numbers, longitude and latitude')
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
    throw new BadShape(`longitude/latitude is out of bounds, lng: ${lng} lat: ${lat}`)
  return [lng, lat]
}

function list(value: Value): Value[] {
  if (!Array.isArray(value))
    throw new BadShape('GeoJSON coordinates must be an array of coordinates')
  return value
}

function line(value: Value): Position[] {
  const positions = list(value).map(position)
  if (positions.length < 2) throw new BadShape('GeoJSON LineString must have at least 2 vertices')
  return positions
}

function ring(value: Value): Position[] {
  const positions = list(value).map(position)
  const [first] = positions
  const last = positions.at(-1)
  if (positions.length < 4) throw new BadShape('Loop must have at least 3 different vertices')
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    throw new BadShape('Loop is not closed: first and last points differ')
  return positions
}

const shape = (parts: Partial<Shape>): Shape => ({ points: [], lines: [], polygons: [], ...parts })

const READERS: Record<string, (coordinates: Value) => Shape> = {
  Point: (value) => shape({ points: [position(value)] }),
  MultiPoint: (value) => shape({ points: list(value).map(position) }),
  LineString: (value) => shape({ lines: [line(value)] }),
  MultiLineString: (value) => shape({ lines: list(value).map(line) }),
  Polygon: (value) => shape({ polygons: [list(value).map(ring)] }),
  MultiPolygon: (value) =>
    shape({ polygons: list(value).map((polygon) => list(polygon).map(ring)) }),
}

function read(value: Value): Shape {
  if (Array.isArray(value)) return shape({ points: [position(value)] })
  if (!isDoc(value)) throw new BadShape('geometry must be an object or an array')
  const reader = typeof value.type === 'string' ? READERS[value.type] : undefined
  if (reader === undefined)
    throw new BadShape(`unknown GeoJSON type: ${JSON.stringify(value.type)}`)
  return reader(value.coordinates)
}

/** The geometry a document holds: GeoJSON or a pair [longitude, latitude]; undefined for anything else. */
export function storedShape(value: Value): Shape | undefined {
  if (!isDoc(value) && !Array.isArray(value)) return undefined
  try {
    return read(value)
  } catch (error) {
    if (error instanceof BadShape) return undefined
    throw error
  }
}

/** Why a value looks like a geometry but is none, for a geo index to refuse it. */
export function badGeometry(value: Value): string | undefined {
  if (value === undefined || value === null) return undefined
  try {
    read(value)
    return undefined
  } catch (error) {
    if (error instanceof BadShape) return error.message
    throw error
  }
}

/** The geometry a query speaks of. Throws QueryRefused. */
export function queriedShape(value: Value): Shape {
  try {
    return read(value)
  } catch (error) {
    if (error instanceof BadShape) throw new QueryRefused(error.message)
    throw error
  }
}

type Edge = readonly [Position, Position]

export const edgesOf = (positions: readonly Position[]): Edge[] =>
  positions.slice(1).map((to, i) => [positions[i]!, to])

/** Every edge of the lines and rings. */
export const allEdges = ({ lines, polygons }: Shape): Edge[] => [
  ...lines.flatMap(edgesOf),
  ...polygons.flatMap((rings) => rings.flatMap(edgesOf)),
]

/** Every position of a geometry. */
export const allPositions = ({ points, lines, polygons }: Shape): Position[] => [
  ...points,
  ...lines.flat(),
  ...polygons.flat(2),
]
