import type { Fault, Limits } from '../../limits.ts'
import { heightOf, meet, overlap, widthOf, type Box } from '../box.ts'
import { ancestorsOf, insideOf, layerOf, nameOf, overflowOf } from '../sight.ts'
import type { Words } from '../words.ts'

/** How far ink may reach over an edge, CSS px. */
const SLACK = 1.5

/** Text that is cut off, that lies over other text, or that leaves the screen. */
export function placeFaults(words: readonly Words[]): Fault[] {
  const placed = words.map((one) => ({ ...one, layer: layerOf(one.element), ...clip(one) }))
  const faults: Fault[] = []
  for (const [index, one] of placed.entries()) {
    const where = nameOf(one.element)
    if (one.cut) faults.push({ rule: 'cut text', what: one.cut, where })
    const out = one.shown.find(({ left, right }) => left < -1 || right > innerWidth + 1)
    if (out) faults.push({ rule: 'beyond the edge', what: `to ${Math.round(out.right)} px`, where })
    for (const other of placed.slice(index + 1)) {
      if (one.layer !== other.layer) continue
      if (!one.shown.some((a) => other.shown.some((b) => overlap(a, b, SLACK)))) continue
      faults.push({ rule: 'overlapping text', what: nameOf(other.element), where })
    }
  }
  return faults
}

/** What of the lines can be seen or scrolled to, and whether something cuts them for good. */
function clip({ element, lines }: Words): { shown: Box[]; cut: string | undefined } {
  let shown = lines
  let cut: string | undefined
  // What lies in a part that scrolls down can be brought into sight, whatever cuts that part outside.
  let scrolled = false
  for (const one of [element, ...ancestorsOf(element)]) {
    if (one === document.body) break
    const { x, y } = overflowOf(one)
    if (x === 'shows' && y === 'shows') continue
    const inside = insideOf(one)
    if (x === 'clips') {
      const over = Math.max(
        ...shown.map((b) => Math.max(b.right - inside.right, inside.left - b.left)),
      )
      if (over > SLACK) cut ??= `${Math.round(over)} px of its width by ${nameOf(one)}`
    }
    if (y === 'clips' && !scrolled) {
      const over = Math.max(
        ...shown.map((b) => Math.max(b.bottom - inside.bottom, inside.top - b.top)),
      )
      if (over > SLACK) cut ??= `${Math.round(over)} px of its height by ${nameOf(one)}`
    }
    // What is scrolled to shows elsewhere than where it lies; a page that scrolls down hides nothing for good.
    const window = {
      ...inside,
      ...(x === 'shows' ? { left: -Infinity, right: Infinity } : {}),
      ...(y === 'clips' && !scrolled ? {} : { top: -Infinity, bottom: Infinity }),
    }
    scrolled ||= y === 'scrolls'
    shown = shown.map((box) => meet(box, window)).filter((b) => widthOf(b) > 0 && heightOf(b) > 0)
    if (shown.length === 0) break
  }
  return { shown, cut }
}

/** Taro's own view that is made to be swiped sideways. */
const SWIPED = '.taro-scroll-view__scroll-x'

/** The page, or a part of it, that can be pushed sideways. */
export function sidewaysFaults(elements: readonly Element[], limits: Limits): Fault[] {
  const root = document.scrollingElement ?? document.documentElement
  const wide = (element: Element) => element.scrollWidth > element.clientWidth + 1
  const found = elements.filter(
    (element) =>
      overflowOf(element).x === 'scrolls' &&
      wide(element) &&
      element.tagName !== 'TEXTAREA' &&
      !(limits.swipe && element.matches(SWIPED)),
  )
  return [...(wide(root) ? [root] : []), ...found].map((element) => ({
    rule: 'scrolls sideways',
    what: `${element.scrollWidth} px in ${element.clientWidth}`,
    where: nameOf(element),
  }))
}
