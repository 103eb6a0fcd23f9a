import type { Fault, Limits } from '../../limits.ts'
import { colourOf } from '../colour.ts'
import { contrastOn } from '../ground.ts'
import { nameOf } from '../sight.ts'
import type { Words } from '../words.ts'

/** Text that is too small, too tight or too pale. */
export const textFaults = (words: readonly Words[], limits: Limits): Fault[] =>
  words.flatMap((one) => [
    ...sizeFaults(one, limits),
    ...leadingFaults(one, limits),
    ...contrastFaults(one, limits),
  ])

const sizeFaults = ({ element, size }: Words, limits: Limits): Fault[] =>
  size < limits.text ? [{ rule: 'text size', what: `${size} px`, where: nameOf(element) }] : []

/** What a browser takes for `normal` differs from font to font, and may be less than 1.2. */
const NORMAL_LEADING = 1.15

function leadingFaults({ element, size, style, lines }: Words, limits: Limits): Fault[] {
  // A field's one line is as high as the field.
  if (lines.length === 0 && element.tagName !== 'TEXTAREA') return []
  const leading =
    style.lineHeight === 'normal' ? NORMAL_LEADING : parseFloat(style.lineHeight) / size
  // A computed line height is rounded.
  if (leading >= limits.leading - 0.01) return []
  return [{ rule: 'line height', what: leading.toFixed(2), where: nameOf(element) }]
}

function contrastFaults({ element, style }: Words, limits: Limits): Fault[] {
  const inks = [style.color, ...hintInk(element)]
  return inks.flatMap((ink): Fault[] => {
    const contrast = contrastOn(colourOf(ink), element)
    if (contrast === undefined || contrast >= limits.contrast - 0.005) return []
    return [{ rule: 'contrast', what: contrast.toFixed(2), where: nameOf(element) }]
  })
}

const hintInk = (element: Element) =>
  element.hasAttribute('placeholder') ? [getComputedStyle(element, '::placeholder').color] : []
