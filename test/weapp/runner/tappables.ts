import type { Page } from 'playwright-core'
import { topPlace } from './open.ts'

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

/**
 * All that can be tapped on the page in sight. Hidden things and what screen readers skip
 * (`aria-hidden`) are left out, and boxes that only scroll, since Taro listens on each of them.
 */
export const tappablesOf = (page: Page): Promise<Tappable[]> =>
  topPlace(page).evaluate((place, controls) => {
    const nameOf = (element: Element): string => {
      const label = element.getAttribute('aria-label')
      if (label) return label.trim()
      if (element.matches('input,textarea')) {
        return element.closest('wx-label')?.textContent?.trim() ?? ''
      }
      return [...element.childNodes]
        .map((child) => {
          if (child.nodeType === Node.TEXT_NODE) return child.textContent ?? ''
          const inner = child as Element
          if (child.nodeType !== Node.ELEMENT_NODE) return ''
          return inner.getAttribute('aria-hidden') === 'true' ? '' : nameOf(inner)
        })
        .join('')
        .trim()
    }
    const listens = (element: Element) =>
      element.matches('[data-tap]') &&
      (element.hasAttribute('role') || !element.matches('wx-scroll-view,wx-swiper,wx-input,wx-textarea'))
    return [...place.querySelectorAll('*')]
      .filter((element) => listens(element) || element.matches(controls))
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
  }, CONTROLS)
