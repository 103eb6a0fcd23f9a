import type { Near, Region } from './geo-query'
import { allEdges, allPositions, type Shape } from './shape'
import { EARTH_RADIUS, edgeLatitudes, radians } from './sphere'

// A geo index keeps each geometry under the cells of a quadtree over longitude and latitude that
// cover its box. A cell is named by the quarters on the way to it, so what lies in a cell begins
// with the cell's name, and what is larger than it has a beginning of its name.

interface Box {
  west: number
  south: number
  east: number
  north: number
}

const DEEPEST = 20
const CELLS_STORED = 4
const CELLS_ASKED = 16

/** A little more than rounding can be wrong by. */
const MARGIN = 1e-9

function boxOf(shape: Shape): Box {
  const positions = allPositions(shape)
  const lngs = positions.map(([lng]) => lng)
  const lats = [
    ...positions.map(([, lat]) => lat),
    ...allEdges(shape).flatMap(([from, to]) => edgeLatitudes(from, to)),
  ]
  const box = {
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
  }
  // A geometry that spans so much may go the other way round, or around a pole.
  return box.east - box.west > 180 ? { west: -180, south: -90, east: 180, north: 90 } : box
}

function boxesAround([lng, lat]: readonly [number, number], angle: number): Box[] {
  const reach = angle / radians(1) + MARGIN
  const [south, north] = [lat - reach, lat + reach]
  const sine = Math.sin(Math.min(angle, Math.PI / 2)) / Math.cos(radians(lat))
  if (south <= -90 || north >= 90 || sine >= 1) return [{ west: -180, south, east: 180, north }]
  const side = Math.asin(sine) / radians(1) + MARGIN
  const [west, east] = [lng - side, lng + side]
  if (west < -180)
    return [
      { west: -180, south, east, north },
      { west: west + 360, south, east: 180, north },
    ]
  if (east > 180)
    return [
      { west, south, east: 180, north },
      { west: -180, south, east: east - 360, north },
    ]
  return [{ west, south, east, north }]
}

const clamp = (value: number, level: number): number =>
  Math.min(Math.max(Math.floor(value * 2 ** level), 0), 2 ** level - 1)

function nameOf(x: number, y: number, level: number): string {
  let name = ''
  for (let bit = level - 1; bit >= 0; bit--) name += String(((x >> bit) & 1) + 2 * ((y >> bit) & 1))
  return name
}

/** The smallest cells, at most `most` of them, that together cover a box. */
function cover({ west, south, east, north }: Box, most: number): string[] {
  for (let level = DEEPEST; ; level--) {
    const [x1, x2] = [west - MARGIN, east + MARGIN].map((lng) => clamp((lng + 180) / 360, level))
    const [y1, y2] = [south - MARGIN, north + MARGIN].map((lat) => clamp((lat + 90) / 180, level))
    if ((x2! - x1! + 1) * (y2! - y1! + 1) > most) continue
    const cells: string[] = []
    for (let x = x1!; x <= x2!; x++)
      for (let y = y1!; y <= y2!; y++) cells.push(nameOf(x, y, level))
    return cells
  }
}

/** The cells under which an index keeps geometries. */
export const storedCells = (shapes: Shape[]): string[] => [
  ...new Set(shapes.flatMap((shape) => cover(boxOf(shape), CELLS_STORED))),
]

/** The cells that can hold what a query asks for: all within `prefixes`, and exactly `exact`. */
export interface CellBounds {
  prefixes: string[]
  exact: string[]
}

function bounds(boxes: Box[]): CellBounds {
  const prefixes = [...new Set(boxes.flatMap((box) => cover(box, CELLS_ASKED)))]
  const exact = new Set<string>()
  for (const name of prefixes) for (let i = 0; i < name.length; i++) exact.add(name.slice(0, i))
  return { prefixes, exact: [...exact] }
}

/** The cells of a region; a circle's box may lie on both sides of the 180th meridian. */
export function cellsOfRegion(region: Region): CellBounds {
  return bounds(
    'cap' in region ? boxesAround(region.cap.center, region.cap.radius) : [boxOf(region.shape)],
  )
}

/** The cells around a place; undefined when the distance is not limited. */
export const cellsNear = ({ center, max }: Near): CellBounds | undefined =>
  Number.isFinite(max) ? bounds(boxesAround(center, max / EARTH_RADIUS)) : undefined
