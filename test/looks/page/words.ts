import { heightOf, type Box } from './box.ts'
import { inSight } from './sight.ts'

/** A run of text that an element draws itself. */
export interface Words {
  element: Element
  style: CSSStyleDeclaration
  /** CSS px. */
  size: number
  /** One for each line: the ink's place. A font's own box is higher, and may leave its line unseen. */
  lines: Box[]
}

/** A Chinese character fills its square; a little more for letters that hang below the line. */
const INK = 1.05

/** All text in sight. What is typed or hinted at in a field counts, without lines. */
export function wordsOf(elements: readonly Element[]): Words[] {
  return elements.flatMap((element) => {
    const style = getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    if (isField(element)) return [{ element, style, size, lines: [] }]
    const lines = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      .flatMap((node) => linesOf(node, size))
    return lines.length > 0 && inSight(element) ? [{ element, style, size, lines }] : []
  })
}

const isField = (element: Element) => ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName)

function linesOf(node: Node, size: number): Box[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()]
    .filter(({ width }) => width > 0)
    .map(({ left, right, top, bottom }) => {
      const middle = (top + bottom) / 2
      const half = Math.min(heightOf({ left, right, top, bottom }), size * INK) / 2
      return { left, right, top: middle - half, bottom: middle + half }
    })
}
