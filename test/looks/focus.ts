import type { Page } from 'playwright-core'
import type { Fault } from './limits.ts'

interface Stop {
  where: string
  /** Of the page, not of the window; CSS px. */
  left: number
  top: number
  right: number
  bottom: number
  /** Lies over the page: its place says nothing. */
  floats: boolean
  seen: boolean
}

/** More stops than any screen has. */
const MOST = 120

/** Walks the page with Tab as a person would, and compares the order with what the eye sees. */
export async function focusFaultsOf(page: Page): Promise<Fault[]> {
  const stops = await stopsOf(page)
  const unseen = stops
    .filter(({ seen }) => !seen)
    .map(({ where }): Fault => ({ rule: 'focus unseen', what: 'no outline', where }))
  const lying = stops.filter(({ floats }) => !floats)
  const back = lying.flatMap((stop, index): Fault[] => {
    const before = lying[index - 1]
    if (!before || !comesBefore(stop, before)) return []
    return [{ rule: 'focus order', what: `comes after "${before.where}"`, where: stop.where }]
  })
  return [...unseen, ...back]
}

/** Would somebody who reads line by line, or column by column, come to `a` before `b`? */
function comesBefore(a: Stop, b: Stop): boolean {
  const above = a.bottom <= b.top + 1 && a.left < b.right
  const sameLine = a.top < b.bottom - 1 && b.top < a.bottom - 1
  return above || (sameLine && a.right <= b.left + 1)
}

async function stopsOf(page: Page): Promise<Stop[]> {
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    getSelection()?.removeAllRanges()
    for (const element of document.querySelectorAll('*')) element.scrollTop = 0
  })
  const stops: Stop[] = []
  for (let n = 0; n < MOST; n++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(describeFocus)
    if (!stop) break
    stops.push(stop)
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-walked]')) {
      element.removeAttribute('data-walked')
    }
  })
  return stops
}

/** Runs in the page. `undefined` once the focus has left it, or begins again. */
function describeFocus(): Stop | undefined {
  const element = document.activeElement
  if (!element || element === document.body || element.hasAttribute('data-walked')) return undefined
  element.setAttribute('data-walked', '')
  let x = 0
  let y = 0
  let floats = false
  for (let at: Element | null = element; at; at = at.parentElement) {
    floats ||= ['fixed', 'sticky'].includes(getComputedStyle(at).position)
    if (at === element) continue
    x += at.scrollLeft
    y += at.scrollTop
  }
  const { left, top, right, bottom } = element.getBoundingClientRect()
  // A field's outline may be drawn by what frames it.
  const seen = [element, element.parentElement, element.parentElement?.parentElement].some(
    (one) => {
      const style = one && getComputedStyle(one)
      if (!style) return false
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
      return outlined || (one === element && style.boxShadow !== 'none')
    },
  )
  return {
    where: (
      element.getAttribute('aria-label') ??
      element.getAttribute('placeholder') ??
      element.textContent ??
      ''
    ).slice(0, 24),
    left: left + x,
    top: top + y,
    right: right + x,
    bottom: bottom + y,
    floats,
    seen,
  }
}
