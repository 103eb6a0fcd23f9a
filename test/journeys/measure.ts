import type { Page } from 'playwright-core'

/** What a screen may not have. */
export interface Limits {
  /** Smallest text, CSS px. */
  text: number
  /** Smallest side of whatever can be tapped, CSS px. */
  target: number
  /** Smallest height of the main button, CSS px. */
  mainTarget: number
  /** Smallest contrast of text with its ground. */
  contrast: number
}

/** Looks at all that is in sight and gives a line for each thing that breaks a limit. */
export const faultsOf = (page: Page, limits: Limits): Promise<string[]> =>
  page.evaluate((limit) => {
    const faults: string[] = []
    type Colour = [number, number, number, number]
    const colour = (css: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
      return [r, g, b, a]
    }
    const over = (top: Colour, under: Colour): Colour => [
      top[0] * top[3] + under[0] * (1 - top[3]),
      top[1] * top[3] + under[1] * (1 - top[3]),
      top[2] * top[3] + under[2] * (1 - top[3]),
      1,
    ]
    const groundOf = (element: Element | null): Colour => {
      if (!element) return [255, 255, 255, 1]
      const own = colour(getComputedStyle(element).backgroundColor)
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement))
    }
    const light = ([r, g, b]: Colour) => {
      const part = (value: number) => {
        const s = value / 255
        return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
      }
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }
    const contrastOf = (a: Colour, b: Colour) => {
      const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number]
      return (high + 0.05) / (low + 0.05)
    }
    const inSight = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
    }
    const say = (element: Element) =>
      (element.textContent ?? '').trim().slice(0, 24) || element.className.toString()

    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways')
    const elements = [...document.body.querySelectorAll('*')].filter(inSight)
    for (const element of elements) {
      const style = getComputedStyle(element)
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      if (hasWords && element.tagName !== 'OPTION') {
        const size = parseFloat(style.fontSize)
        if (size < limit.text) faults.push(`text of ${size} px: ${say(element)}`)
        const leading = parseFloat(style.lineHeight) / size
        if (leading < 1.29) faults.push(`line height ${leading.toFixed(2)}: ${say(element)}`)
        const ground = groundOf(element)
        const contrast = contrastOf(over(colour(style.color), ground), ground)
        if (contrast < limit.contrast)
          faults.push(`contrast ${contrast.toFixed(2)}: ${say(element)}`)
        const { right, left } = element.getBoundingClientRect()
        if ((right > innerWidth + 1 || left < -1) && !element.closest('.day-strip')) {
          faults.push(`beyond the edge: ${say(element)}`)
        }
      }
      const role = element.getAttribute('role') ?? ''
      const tappable =
        ['button', 'link', 'radio', 'checkbox'].includes(role) ||
        ['SELECT', 'INPUT', 'TEXTAREA', 'BUTTON', 'A'].includes(element.tagName)
      if (!tappable) continue
      const { width, height } = element.getBoundingClientRect()
      const least = element.classList.contains('button') ? limit.mainTarget : limit.target
      if (height < least - 0.5 || width < limit.target - 0.5) {
        faults.push(`target of ${Math.round(width)} x ${Math.round(height)}: ${say(element)}`)
      }
      const named =
        element.getAttribute('aria-label') ??
        element.textContent?.trim() ??
        element.closest('label')?.textContent
      if (!named && !element.closest('[aria-label]')) faults.push(`no name: ${say(element)}`)
    }
    return faults
  }, limits)
