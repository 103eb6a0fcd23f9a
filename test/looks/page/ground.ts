import { CLEAR, colourOf, coloursIn, contrastOf, faded, over, type Colour } from './colour.ts'

/** A colour, and what it stands on, as they come to the eye. */
type Pair = readonly [ink: Colour, ground: Colour]

/**
 * The smallest contrast of a colour painted on an element, with that element and those around it as its
 * ground; of a gradient each colour counts. `undefined` where a picture lies between.
 */
export function contrastOn(ink: Colour, element: Element | null): number | undefined {
  const pairs = paint([[ink, CLEAR]], element)
  return pairs && Math.min(...pairs.map(([one, other]) => contrastOf(one, other)))
}

/** What an element's own ground differs from that around it by. */
export function contrastOfGround(element: Element): number | undefined {
  const grounds = groundsOf(getComputedStyle(element))
  const found = grounds?.map((ground) => contrastOn(ground, element.parentElement) ?? Infinity)
  return found && Math.min(...found)
}

function paint(pairs: Pair[], element: Element | null): Pair[] | undefined {
  if (!element) {
    const canvas = colourOf(getComputedStyle(document.documentElement).backgroundColor)
    const page = over(canvas, [255, 255, 255, 1])
    return pairs.map(([ink, ground]) => [over(ink, page), over(ground, page)])
  }
  const style = getComputedStyle(element)
  const opacity = Number(style.opacity)
  const grounds = groundsOf(style)
  if (!grounds) return pairs.every(([, ground]) => ground[3] === 1) ? pairs : undefined
  const painted = pairs.flatMap(([ink, under]): Pair[] =>
    grounds.map((own) => [faded(over(ink, own), opacity), faded(over(under, own), opacity)]),
  )
  const opaque = painted.every(([ink, ground]) => ink[3] === 1 && ground[3] === 1)
  return opaque && noneFades(element) ? painted : paint(painted, element.parentElement)
}

function noneFades(element: Element): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (getComputedStyle(at).opacity !== '1') return false
  }
  return true
}

/** An element's own background: its colour, or each colour of its gradients over it. */
function groundsOf(style: CSSStyleDeclaration): Colour[] | undefined {
  const base = colourOf(style.backgroundColor)
  if (style.backgroundImage === 'none') return [base]
  if (style.backgroundImage.includes('url(')) return undefined
  return coloursIn(style.backgroundImage).map((stop) => over(stop, base))
}
