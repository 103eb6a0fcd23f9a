import type { Fault, Limits } from '../../limits.ts'
import { colourOf } from '../colour.ts'
import { isOff } from '../controls.ts'
import { contrastOn } from '../ground.ts'
import { nameOf } from '../sight.ts'

/** Icons too pale: a mask that its background shows through, or an svg in the colour of its text. */
export const iconFaults = (elements: readonly Element[], limits: Limits): Fault[] =>
  elements.flatMap((element): Fault[] => {
    const ink = inkOf(element)
    if (ink === undefined || isOff(element)) return []
    const contrast = contrastOn(colourOf(ink), element.parentElement)
    if (contrast === undefined || contrast >= limits.edgeContrast - 0.005) return []
    return [{ rule: 'edge contrast', what: contrast.toFixed(2), where: nameOf(element) }]
  })

function inkOf(element: Element): string | undefined {
  const style = getComputedStyle(element)
  if (style.maskImage !== 'none') return style.backgroundColor
  return element.tagName.toLowerCase() === 'svg' ? style.color : undefined
}
