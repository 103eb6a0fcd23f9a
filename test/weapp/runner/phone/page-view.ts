import { el } from './overlay/layer.ts'
import { phone, topPage, type OpenPage } from './state.ts'

/** How far a page has to be pulled down before it refreshes, px. */
const PULL = 60
const REACH = 50

const stage = () => document.getElementById('stage')!

/** The place of a new page: what stands still, what scrolls in it, and where the page will be put. */
export function makePlace(path: string): { place: HTMLElement; scroller: HTMLElement; hole: Node } {
  const hole = document.createComment('page')
  const scroller = el('div', 'scroller')
  scroller.append(el('div', 'pulling'), hole)
  const place = el('section', 'page-place', el('div', 'page-body', scroller))
  place.dataset.path = path
  stage().append(place)
  return { place, scroller, hole }
}

/** Lets a page hear of its scrolling, its end, and of being pulled down. */
export function watchPage(open: OpenPage): void {
  const { scroller, page, settings } = open
  let nearEnd = false
  scroller.addEventListener('scroll', () => {
    call(page, 'onPageScroll', { scrollTop: scroller.scrollTop })
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
    const reached = left <= (settings.onReachBottomDistance ?? REACH)
    if (reached && !nearEnd) call(page, 'onReachBottom')
    nearEnd = reached
  })
  let from: number | undefined
  const begin = (y: number) => {
    from = scroller.scrollTop <= 0 && settings.enablePullDownRefresh ? y : undefined
  }
  const end = (y: number) => {
    if (from !== undefined && y - from > PULL && scroller.scrollTop <= 0) pullDown(open)
    from = undefined
  }
  scroller.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY ?? 0))
  scroller.addEventListener('touchend', (event) => end(event.changedTouches[0]?.clientY ?? 0))
  scroller.addEventListener('mousedown', (event) => begin(event.clientY))
  scroller.addEventListener('mouseup', (event) => end(event.clientY))
}

/** As if the page had been pulled down by a finger. */
export function pullDown(open = topPage()): void {
  if (!open) return
  open.place.classList.add('is-pulled')
  call(open.page, 'onPullDownRefresh')
}

export const stopPull = (): void => topPage()?.place.classList.remove('is-pulled')

/** Calls what a page or the app may have under a name. */
export function call(owner: object | undefined, name: string, ...args: unknown[]): unknown {
  const method = (owner as Record<string, unknown> | undefined)?.[name]
  return typeof method === 'function' ? (method.apply(owner, args) as unknown) : undefined
}

/** The height of the pages in sight is known to their styles. */
export function measureStage(): void {
  const top = topPage()
  if (!top) return
  phone.stack.forEach((open) => open.place.classList.toggle('is-away', open !== top))
  const height = `${top.scroller.clientHeight}px`
  document.documentElement.style.setProperty('--page-height', height)
}
