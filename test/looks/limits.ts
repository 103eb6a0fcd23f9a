/** What a screen may not fall below. Sizes are CSS px. */
export interface Limits {
  /** Smallest text. */
  text: number
  /** Smallest side of whatever can be tapped. */
  target: number
  /** Smallest side of the main target of a screen. */
  mainTarget: number
  /** Smallest contrast of text with its ground. */
  contrast: number
  /** Smallest contrast of an icon, and of the edge of a field or a choice, with its ground. */
  edgeContrast: number
  /** Smallest line height, as a multiple of the text's size. */
  leading: number
  /** May a part of the screen be swiped sideways? */
  swipe: boolean
}

export const NORMAL: Limits = {
  text: 14,
  target: 44,
  mainTarget: 44,
  contrast: 4.5,
  edgeContrast: 3,
  leading: 1.3,
  swipe: true,
}

/** Elder mode (长辈模式): DESIGN.md section 8, after MIIT's specification. */
export const ELDER: Limits = {
  text: 18,
  target: 48,
  mainTarget: 60,
  contrast: 7,
  edgeContrast: 3,
  leading: 1.3,
  swipe: false,
}

/** The words of the rules, as they stand in a fault. */
export type Rule =
  | 'contrast'
  | 'edge contrast'
  | 'text size'
  | 'line height'
  | 'target'
  | 'targets overlap'
  | 'no name'
  | 'no role'
  | 'cut text'
  | 'overlapping text'
  | 'beyond the edge'
  | 'scrolls sideways'
  | 'covered'
  | 'nothing to see'
  | 'focus order'
  | 'focus unseen'
  | `axe: ${string}`

/** One thing that breaks a rule. */
export interface Fault {
  rule: Rule
  /** What was measured. */
  what: string
  /** The words of the thing, or its class. */
  where: string
}
