/** Red, green and blue from 0 to 255, and how much it covers from 0 to 1. */
export type Colour = readonly [number, number, number, number]

export const CLEAR: Colour = [0, 0, 0, 0]

/** A computed colour: rgb(), rgba() or color(srgb ...). */
export function colourOf(css: string): Colour {
  const numbers = (css.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  const [r = 0, g = 0, b = 0, a = 1] = numbers
  return css.startsWith('color(') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
}

/** The colours named in a background's gradients. */
export const coloursIn = (css: string): Colour[] =>
  (css.match(/(?:rgba?|color)\([^)]*\)/g) ?? []).map(colourOf)

/** One colour painted over another. */
export function over(top: Colour, under: Colour): Colour {
  const alpha = top[3] + under[3] * (1 - top[3])
  if (alpha === 0) return CLEAR
  const part = (n: 0 | 1 | 2) => (top[n] * top[3] + under[n] * under[3] * (1 - top[3])) / alpha
  return [part(0), part(1), part(2), alpha]
}

export const faded = ([r, g, b, a]: Colour, opacity: number): Colour => [r, g, b, a * opacity]

/** WCAG's relative luminance of an opaque colour. */
function luminance([r, g, b]: Colour): number {
  const part = (value: number) => {
    const s = value / 255
    return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

/** WCAG's contrast of two opaque colours, from 1 to 21. */
export function contrastOf(a: Colour, b: Colour): number {
  const one = luminance(a)
  const other = luminance(b)
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
