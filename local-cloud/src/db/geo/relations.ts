import { allEdges, allPositions, type Shape } from './shape'
import {
  angleBetween,
  angleToEdge,
  EARTH_RADIUS,
  edgesCross,
  edgesMeet,
  inRing,
  type Position,
} from './sphere'

const SAME_PLACE = 1e-12

/** A circle on the globe, its radius in radians. */
export interface Cap {
  center: Position
  radius: number
}

function inPolygon(position: Position, [outer, ...holes]: readonly Position[][]): boolean {
  const onBorder = (ring: readonly Position[]): boolean =>
    ring.some(
      (from, i) => i + 1 < ring.length && angleToEdge(position, from, ring[i + 1]!) < SAME_PLACE,
    )
  return (
    outer !== undefined &&
    inRing(position, outer) &&
    !holes.some((hole) => inRing(position, hole) && !onBorder(hole))
  )
}

const inAnyPolygon = (position: Position, shape: Shape): boolean =>
  shape.polygons.some((polygon) => inPolygon(position, polygon))

/** The distance in metres from a position to the nearest point of a geometry. */
export function distanceTo(position: Position, shape: Shape): number {
  if (inAnyPolygon(position, shape)) return 0
  const angles = [
    ...shape.points.map((point) => angleBetween(position, point)),
    ...allEdges(shape).map(([from, to]) => angleToEdge(position, from, to)),
  ]
  return Math.min(...angles) * EARTH_RADIUS
}

/** Whether a whole geometry lies in a circle. */
export const withinCap = (shape: Shape, { center, radius }: Cap): boolean =>
  allPositions(shape).every((position) => angleBetween(center, position) <= radius)

/** Whether a whole geometry lies in the polygons of another; a border belongs to its polygon. */
export function withinPolygons(inner: Shape, region: Shape): boolean {
  const borders = allEdges(region)
  const edges = allEdges(inner)
  const middles = edges.map(([from, to]): Position => middleOf(from, to))
  return (
    [...allPositions(inner), ...middles].every((position) => inAnyPolygon(position, region)) &&
    !edges.some(([a, b]) => borders.some(([c, d]) => edgesCross(a, b, c, d))) &&
    // A hole that a polygon goes around is not within.
    !region.polygons.some(([, ...holes]) =>
      holes.some(
        (hole) => inner.polygons.length > 0 && hole.every((at) => inAnyPolygon(at, inner)),
      ),
    )
  )
}

/** The middle of a short edge; across the 180th meridian the shorter way. */
function middleOf([x1, y1]: Position, [x2, y2]: Position): Position {
  if (Math.abs(x1 - x2) <= 180) return [(x1 + x2) / 2, (y1 + y2) / 2]
  const x = (x1 + x2) / 2
  return [x > 0 ? x - 180 : x + 180, (y1 + y2) / 2]
}

/** Whether two geometries have a point in common. */
export function intersects(a: Shape, b: Shape): boolean {
  const touches = (points: Position[], other: Shape): boolean =>
    points.some((point) => distanceTo(point, other) / EARTH_RADIUS < SAME_PLACE)
  if (touches(a.points, b) || touches(b.points, a)) return true
  const [edges, others] = [allEdges(a), allEdges(b)]
  if (edges.some(([p, q]) => others.some(([r, s]) => edgesMeet(p, q, r, s)))) return true
  return (
    edges.some(([from]) => inAnyPolygon(from, b)) || others.some(([from]) => inAnyPolygon(from, a))
  )
}
