import { addressOf } from './elements/shown.ts'
import { el } from './overlay/layer.ts'
import type { TabBarSettings, WindowSettings } from './program.ts'
import { phone, topPage } from './state.ts'

/** What setNavigationBarTitle and the like have changed, by page. */
const changes = new WeakMap<object, WindowSettings>()
const badges = new Map<number, string>()

/** `@bar` is the value that theme.json has for the theme. */
export function themed(value: string | undefined, otherwise: string): string {
  if (value === undefined || value === '') return otherwise
  if (!value.startsWith('@')) return value
  return phone.program.theme[phone.theme()]?.[value.slice(1)] ?? otherwise
}

/** What holds for the page in sight: the app's window, the page's own, and what was changed since. */
export function windowOf(open = topPage()): WindowSettings {
  const own = open ? { ...open.settings, ...changes.get(open.page) } : {}
  return { ...phone.program.app.window, ...own }
}

export function changeBar(change: WindowSettings): void {
  const page = topPage()?.page
  if (!page) return
  changes.set(page, { ...changes.get(page), ...change })
  drawBars()
}

export const setBadge = (index: number, text: string | undefined): void => {
  if (text === undefined) badges.delete(index)
  else badges.set(index, text)
  drawBars()
}

let actions: { back: () => void; home: () => void; tab: (path: string) => void }

/** What the bars do when they are tapped. */
export const connectBars = (given: typeof actions): void => {
  actions = given
}

/** Draws the bars that WeChat draws, for the page in sight. */
export function drawBars(): void {
  const open = topPage()
  if (!open) return
  open.place.querySelector(':scope > .nav-bar')?.remove()
  open.place.querySelector(':scope > .tab-bar')?.remove()
  open.place.prepend(navigationBar())
  const tabs = phone.program.app.tabBar
  if (tabs && !tabs.custom && tabs.list.some(({ pagePath }) => pagePath === open.path)) {
    open.place.append(tabBar(tabs, open.path))
  }
  const settings = windowOf(open)
  open.scroller.style.background = themed(settings.backgroundColor, 'transparent')
  document.documentElement.dataset.theme = phone.theme()
}

function navigationBar(): HTMLElement {
  const open = topPage()
  const settings = windowOf(open)
  const custom = settings.navigationStyle === 'custom'
  const bar = el('header', `nav-bar${custom ? ' nav-bar--custom' : ''}`)
  const dark = themed(settings.navigationBarTextStyle, 'white') === 'white'
  bar.style.color = dark ? '#fff' : '#000'
  if (!custom) {
    bar.style.background = themed(settings.navigationBarBackgroundColor, '#000')
    bar.append(way(), el('h1', 'nav-bar__title', settings.navigationBarTitleText ?? ''))
  }
  const capsule = el('div', 'nav-bar__capsule', '•••', el('i'), '◎')
  capsule.setAttribute('aria-hidden', 'true')
  bar.append(capsule)
  return bar
}

/** Back, or home for a page that was opened directly. */
function way(): HTMLElement {
  const first = phone.program.app.pages[0]
  const tabs = phone.program.app.tabBar?.list ?? []
  const path = topPage()?.path
  const deep = phone.stack.length > 1
  if (!deep && (path === first || tabs.some(({ pagePath }) => pagePath === path))) return el('span')
  const button = el('button', 'nav-bar__back', deep ? '‹' : '⌂')
  button.type = 'button'
  button.setAttribute('aria-label', deep ? '返回' : '首页')
  button.addEventListener('click', () => (deep ? actions.back() : actions.home()))
  return button
}

function tabBar(tabs: TabBarSettings, path: string): HTMLElement {
  const bar = el('nav', 'tab-bar')
  bar.setAttribute('role', 'tablist')
  bar.style.background = themed(tabs.backgroundColor, '#fff')
  bar.dataset.border = themed(tabs.borderStyle, 'black')
  tabs.list.forEach((tab, index) => {
    const here = tab.pagePath === path
    const button = el('button', 'tab-bar__tab')
    button.type = 'button'
    button.setAttribute('role', 'tab')
    button.setAttribute('aria-selected', String(here))
    button.style.color = here ? themed(tabs.selectedColor, '#09bb07') : themed(tabs.color, '#666')
    const icon = themed(here ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath, '')
    if (icon) {
      const picture = el('img', 'tab-bar__icon')
      picture.src = addressOf(icon)
      picture.alt = ''
      button.append(picture)
    }
    button.append(el('span', 'tab-bar__words', tab.text))
    const badge = badges.get(index)
    if (badge !== undefined) button.append(el('span', 'tab-bar__badge', badge))
    button.addEventListener('click', () => actions.tab(tab.pagePath))
    bar.append(button)
  })
  return bar
}
