/** Something in sight that a finger can tap: it has a listener for it, or is a control by itself. */
export interface Tappable {
  tag: string
  className: string
  role: string
  /** As a screen reader says it; empty when it says nothing. */
  name: string
  width: number
  height: number
  disabled: boolean
}

const CONTROLS = 'wx-button,wx-switch,wx-checkbox,wx-radio,wx-picker,wx-navigator,input,textarea'

/** Taro listens for taps on each of these, whether the program does or not. */
const ONLY_BOXES = 'wx-scroll-view,wx-swiper,wx-input,wx-textarea'

/**
 * All that can be tapped on the page in sight. Hidden things and what screen readers skip
 * (`aria-hidden`) are left out.
 */
export function findTappables(place: Element): Tappable[] {
  return [...place.querySelectorAll('*')]
    .filter((element) => listens(element) || element.matches(CONTROLS))
    .filter((element) => !element.closest('[aria-hidden="true"]') && element.checkVisibility())
    .map((element) => {
      const { width, height } = element.getBoundingClientRect()
      return {
        tag: element.localName.replace(/^wx-/, ''),
        className: element.className,
        role: element.getAttribute('role') ?? '',
        name: nameOf(element),
        width,
        height,
        disabled: element.getAttribute('aria-disabled') === 'true',
      }
    })
}

const listens = (element: Element): boolean =>
  element.matches('[data-tap]') && (element.hasAttribute('role') || !element.matches(ONLY_BOXES))

/** Its label, or else the words in it that are not hidden from a screen reader. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label')
  if (label) return label.trim()
  if (element.matches('input,textarea')) {
    return element.closest('wx-label')?.textContent?.trim() ?? ''
  }
  return [...element.childNodes]
    .map((child) => {
      if (!(child instanceof Element)) return child.textContent ?? ''
      return child.getAttribute('aria-hidden') === 'true' ? '' : nameOf(child)
    })
    .join('')
    .trim()
}
