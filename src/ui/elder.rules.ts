/** Sizes of elder mode's running text, CSS px; each is a class of tokens.css. */
export const TEXT_SIZES = [21, 24, 27, 30] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** From here on the text that a person has set for WeChat is "large": two steps above standard. */
const LARGE = 1.2

/** What was chosen here; what was never chosen follows the phone. */
export interface ElderChoice {
  on?: boolean | undefined
  size?: TextSize | undefined
}

export interface Elder {
  on: boolean
  size: TextSize
}

/** Elder mode is on by itself where WeChat's own text is large, until the person says otherwise. */
export function decideElder({ on, size }: ElderChoice, phoneScale: number): Elder {
  return { on: on ?? phoneScale >= LARGE, size: size ?? nearestSize(17 * phoneScale) }
}

/** The smallest step that is not smaller than the phone's own text. */
const nearestSize = (px: number): TextSize => TEXT_SIZES.find((step) => step >= px - 0.5) ?? 30
