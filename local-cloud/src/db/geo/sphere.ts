/** [longitude, latitude] in degrees. */
export type Position = readonly [number, number]

type Vector = readonly [number, number, number]

/** The Earth's radius in metres, as MongoDB has it. */
export const EARTH_RADIUS = 6378100

const TINY = 1e-12

export const radians = (degrees: number): number => degrees * (Math.PI / 180)
const degrees = (angle: number): number => angle / (Math.PI / 180)

function vector([lng, lat]: Position): Vector {
  const [theta, phi] = [radians(lng), radians(lat)]
  return [Math.cos(phi) * Math.cos(theta), Math.cos(phi) * Math.sin(theta), Math.sin(phi)]
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

const length = (a: Vector): number => Math.sqrt(dot(a, a))
const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by]
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]

const angleOf = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b))

/** The angle between two positions, in radians. */
export const angleBetween = (a: Position, b: Position): number => angleOf(vector(a), vector(b))

/** Whether a point of the great circle through a and b lies on the shorter arc between them. */
function withinArc(point: Vector, a: Vector, b: Vector, normal: Vector): boolean {
  return dot(cross(a, point), normal) >= -TINY && dot(cross(point, b), normal) >= -TINY
}

/** The angle from a position to the nearest point of an edge, in radians. */
export function angleToEdge(position: Position, from: Position, to: Position): number {
  const [p, a, b] = [vector(position), vector(from), vector(to)]
  const normal = cross(a, b)
  const size = length(normal)
  if (size < TINY) return angleOf(p, a)
  const unit = scaled(normal, 1 / size)
  const foot = minus(p, scaled(unit, dot(p, unit)))
  if (length(foot) > TINY && withinArc(foot, a, b, normal)) return Math.abs(Math.asin(dot(p, unit)))
  return Math.min(angleOf(p, a), angleOf(p, b))
}

/** Whether two edges have a point in common. */
export function edgesMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const touches = [
    angleToEdge(a, c, d),
    angleToEdge(b, c, d),
    angleToEdge(c, a, b),
    angleToEdge(d, a, b),
  ]
  return touches.some((angle) => angle < TINY) || edgesCross(a, b, c, d)
}

/** Whether two edges cross at a point inside both. */
export function edgesCross(a: Position, b: Position, c: Position, d: Position): boolean {
  const [va, vb, vc, vd] = [vector(a), vector(b), vector(c), vector(d)]
  const first = cross(va, vb)
  const second = cross(vc, vd)
  // Each edge has the ends of the other on its two sides, and both on one half of the globe.
  const sides =
    dot(first, vc) * dot(first, vd) < -TINY * TINY &&
    dot(second, va) * dot(second, vb) < -TINY * TINY
  if (!sides) return false
  const meeting = cross(first, second)
  return [meeting, scaled(meeting, -1)].some(
    (point) => withinArc(point, va, vb, first) && withinArc(point, vc, vd, second),
  )
}

/** Whether a position lies in a closed ring (smaller than half the globe) or on its border. */
export function inRing(position: Position, ring: readonly Position[]): boolean {
  const p = vector(position)
  let middle: Vector = [0, 0, 0]
  let turned = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    if (angleToEdge(position, ring[i]!, ring[i + 1]!) < TINY) return true
    const [a, b] = [vector(ring[i]!), vector(ring[i + 1]!)]
    middle = [middle[0] + a[0], middle[1] + a[1], middle[2] + a[2]]
    const left = minus(a, scaled(p, dot(a, p)))
    const right = minus(b, scaled(p, dot(b, p)))
    turned += Math.atan2(dot(p, cross(left, right)), dot(left, right))
  }
  return dot(p, middle) > 0 && Math.abs(turned) > Math.PI
}

/** The northernmost and southernmost latitudes an edge reaches beyond its ends. */
export function edgeLatitudes(from: Position, to: Position): number[] {
  const [a, b] = [vector(from), vector(to)]
  const normal = cross(a, b)
  const size = length(normal)
  if (size < TINY) return []
  const unit = scaled(normal, 1 / size)
  const top = minus([0, 0, 1], scaled(unit, unit[2]))
  return [top, scaled(top, -1)]
    .filter((point) => length(point) > TINY && withinArc(point, a, b, normal))
    .map((point) => degrees(Math.asin(point[2] / length(point))))
}
