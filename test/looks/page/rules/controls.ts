import type { Fault, Limits } from '../../limits.ts'
import { boxOf, heightOf, overlap, widthOf, type Box } from '../box.ts'
import { colourOf } from '../colour.ts'
import { isMain, isOff, needsEdge, placeOf, roleless, spokenNameOf } from '../controls.ts'
import { contrastOfGround, contrastOn } from '../ground.ts'
import { ancestorsOf, layerOf, nameOf } from '../sight.ts'

/** Controls too small to hit, one over the other, without a name, or that nothing tells from the page. */
export const controlFaults = (
  elements: readonly Element[],
  controls: readonly Element[],
  limits: Limits,
): Fault[] => [
  ...controls.flatMap((control) => [
    ...targetFaults(control, limits),
    ...nameFaults(control),
    ...(needsEdge(control) && !isOff(control) ? edgeFaults(control, limits) : []),
  ]),
  ...overlapFaults(controls),
  ...roleless(elements).map((element): Fault => ({
    rule: 'no role',
    what: 'it answers a tap',
    where: nameOf(element),
  })),
]

function targetFaults(control: Element, limits: Limits): Fault[] {
  const box = boxOf(placeOf(control))
  const least = isMain(control) ? limits.mainTarget : limits.target
  if (heightOf(box) >= least - 0.5 && widthOf(box) >= least - 0.5) return []
  const what = `${Math.round(widthOf(box))} x ${Math.round(heightOf(box))}, not ${least}`
  return [{ rule: 'target', what, where: nameOf(control) }]
}

const nameFaults = (control: Element): Fault[] =>
  spokenNameOf(control) === ''
    ? [
        {
          rule: 'no name',
          what: control.getAttribute('role') ?? control.tagName,
          where: nameOf(control),
        },
      ]
    : []

function overlapFaults(controls: readonly Element[]): Fault[] {
  const placed = controls.map((control) => ({
    control,
    box: boxOf(placeOf(control)),
    layer: layerOf(control),
  }))
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter((other) => one.layer === other.layer && overlap(one.box, other.box, 1))
      .map(({ control }): Fault => ({
        rule: 'targets overlap',
        what: nameOf(control),
        where: nameOf(one.control),
      })),
  )
}

/** The edge of a field or a choice, or the ground that it has of its own, must stand out. */
function edgeFaults(control: Element, limits: Limits): Fault[] {
  // The frame may be drawn by something close around it.
  const frames = [...ancestorsOf(control)].filter((one) => isAround(boxOf(one), boxOf(control)))
  const contrasts = [control, ...frames]
    .map(edgeContrastOf)
    .filter((contrast) => contrast !== undefined)
  const best = Math.max(...contrasts)
  if (contrasts.length === 0 || best >= limits.edgeContrast - 0.005) return []
  return [{ rule: 'edge contrast', what: best.toFixed(2), where: nameOf(control) }]
}

/** The widest padding of a field's frame, CSS px. */
const FRAME = 24

const isAround = (frame: Box, control: Box) =>
  control.left - frame.left <= FRAME &&
  frame.right - control.right <= FRAME &&
  control.top - frame.top <= FRAME &&
  frame.bottom - control.bottom <= FRAME

function edgeContrastOf(element: Element): number | undefined {
  const style = getComputedStyle(element)
  const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
  const drawn = sides
    .filter(
      (side) =>
        parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none',
    )
    .map((side) => contrastOn(colourOf(style[`border${side}Color`]), element.parentElement))
  const all = [...drawn, contrastOfGround(element)].filter((contrast) => contrast !== undefined)
  return all.length === 0 ? undefined : Math.max(...all)
}
