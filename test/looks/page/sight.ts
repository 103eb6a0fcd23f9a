import { boxOf, heightOf, type Box, widthOf } from './box.ts'

/** Elements that a person could see, scrolled to or not. */
export function elementsInSight(): Element[] {
  return [...document.body.querySelectorAll('*')].filter(inSight)
}

export function inSight(element: Element): boolean {
  const box = boxOf(element)
  // What is one pixel large is there for screen readers only.
  if (widthOf(box) <= 1 || heightOf(box) <= 1) return false
  if (['SCRIPT', 'STYLE', 'OPTION', 'NOSCRIPT'].includes(element.tagName)) return false
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

export function* ancestorsOf(element: Element): Generator<Element> {
  for (let at = element.parentElement; at; at = at.parentElement) yield at
}

/** Its words, or else its class: how a fault names it. */
export function nameOf(element: Element): string {
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const label = element.getAttribute('aria-label') ?? element.getAttribute('placeholder')
  if (words || label) return (words === '' ? (label ?? '') : words).slice(0, 24)
  const name = element.getAttribute('class')?.trim().split(/\s+/).join('.')
  return `${element.tagName.toLowerCase()}${name ? `.${name}` : ''}`
}

/** The fixed or sticky thing that it is part of: it lies over the page. */
export function layerOf(element: Element): Element | undefined {
  for (const one of [element, ...ancestorsOf(element)]) {
    if (['fixed', 'sticky'].includes(getComputedStyle(one).position)) return one
  }
  return undefined
}

const CLIPS = ['hidden', 'clip']
const SCROLLS = ['auto', 'scroll']

/** What of its content an element shows, each way: all, what fits, or what it is scrolled to. */
export function overflowOf(element: Element): { x: string; y: string } {
  const { overflowX, overflowY } = getComputedStyle(element)
  const kind = (value: string) =>
    CLIPS.includes(value) ? 'clips' : SCROLLS.includes(value) ? 'scrolls' : 'shows'
  return { x: kind(overflowX), y: kind(overflowY) }
}

/** The inside of an element's border: what it clips its content to. */
export function insideOf(element: Element): Box {
  const { left, top } = boxOf(element)
  const { clientLeft, clientTop, clientWidth, clientHeight } = element
  return {
    left: left + clientLeft,
    top: top + clientTop,
    right: left + clientLeft + clientWidth,
    bottom: top + clientTop + clientHeight,
  }
}

/** What can be scrolled downwards, the whole page too, from the outside in. */
export const scrollers = (): Element[] =>
  [
    document.scrollingElement ?? document.documentElement,
    ...document.body.querySelectorAll('*'),
  ].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      (element === document.scrollingElement || overflowOf(element).y === 'scrolls'),
  )
