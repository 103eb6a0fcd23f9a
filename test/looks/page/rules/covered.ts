import type { Fault } from '../../limits.ts'
import { boxOf, overlap, type Box } from '../box.ts'
import { layerOf, nameOf, scrollers } from '../sight.ts'
import { wordsOf } from '../words.ts'

/** Where the page is scrolled to, and whether a bar lies at that end of the window. */
const ENDS = [
  {
    name: 'end',
    scroll: (element: Element) => element.scrollHeight,
    has: (bar: Box) => bar.top + bar.bottom > innerHeight,
  },
  {
    name: 'beginning',
    scroll: () => 0,
    has: (bar: Box) => bar.top + bar.bottom <= innerHeight,
  },
] as const

/**
 * What a fixed bar hides although the page is scrolled to that end: nobody can ever see it. Leaves the
 * page at its beginning.
 */
export function coveredFaults(elements: readonly Element[], controls: readonly Element[]): Fault[] {
  // Under an open sheet all is covered, and meant to be.
  if (document.querySelector('[aria-modal="true"]')) return []
  const bars = elements.filter((element) => layerOf(element) === element)
  const lying = controls.filter((control) => !layerOf(control))
  return ENDS.flatMap(({ name, scroll, has }) => {
    for (const element of scrollers()) element.scrollTop = scroll(element)
    const words = wordsOf(elements).filter(({ element }) => !layerOf(element))
    const boxes = [
      ...words.flatMap(({ element, lines }) => lines.map((box) => ({ element, box }))),
      ...lying.map((element) => ({ element, box: boxOf(element) })),
    ]
    return bars
      .filter((bar) => has(boxOf(bar)))
      .flatMap((bar) =>
        boxes
          .filter(({ box }) => overlap(box, boxOf(bar), 1))
          .map(({ element }): Fault => ({
            rule: 'covered',
            what: `by ${nameOf(bar)}, at the page's ${name}`,
            where: nameOf(element),
          })),
      )
  })
}
