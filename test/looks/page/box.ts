/** A rectangle in CSS px of the viewport. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export const boxOf = (element: Element): Box => {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left, top, right, bottom }
}

export const widthOf = ({ left, right }: Box) => right - left
export const heightOf = ({ top, bottom }: Box) => bottom - top

/** What both cover; a width or height of 0 or less when they do not meet. */
export const meet = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
})

/** Do they meet by more than `slack` both ways? */
export const overlap = (a: Box, b: Box, slack: number): boolean => {
  const common = meet(a, b)
  return widthOf(common) > slack && heightOf(common) > slack
}
