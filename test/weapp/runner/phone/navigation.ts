import type { GeneralBackendElement as BackendElement } from 'glass-easel'
import { drawBars } from './bars.ts'
import { call, makePlace, measureStage, watchPage } from './page-view.ts'
import { pagesOf } from './program.ts'
import { createRoot, define } from './space.ts'
import { noteError, phone, topPage, type Instance, type OpenPage } from './state.ts'
import { useStyles } from './styles.ts'

/** WeChat's limit of pages on the stack. */
const DEEPEST = 10

let load: (path: string) => unknown

export const connectScripts = (given: typeof load): void => {
  load = given
}

/** The app's own object, as App() was given it. */
export let app: Record<string, unknown> = {}
export const setApp = (given: Record<string, unknown>): void => {
  app = given
}

const isTab = (path: string) =>
  phone.program.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false

/** `/pages/a/index?x=1`, also relative to the page in sight, as its path and its parameters. */
export function readUrl(url: string): { path: string; query: Record<string, string> } {
  const [file = '', search = ''] = url.split('?')
  const from = topPage()?.path ?? ''
  const path = file.startsWith('/')
    ? file.slice(1)
    : phone.program.app.pages.includes(file) || from === ''
      ? file
      : new URL(file, `http://x/${from}`).pathname.slice(1)
  // The program gets parameters as they stand in the address, and decodes them itself.
  const query = Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((part) => part.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>
  return { path: path.replace(/\.html$/, ''), query }
}

function mustExist(api: string, path: string): void {
  if (pagesOf(phone.program.app).includes(path)) return
  throw new Error(`${api}:fail page "${path}" is not found`)
}

function open(path: string, query: Record<string, string>): void {
  define(path, load)
  const { place, scroller, hole } = makePlace(path)
  const root = createRoot(path)
  const page = root.get() as unknown as Instance
  const opened: OpenPage = {
    path,
    query,
    settings: { ...phone.program.app.window, ...phone.program.settings[path] },
    root,
    page,
    place,
    scroller,
  }
  Object.assign(page, { route: path, __route__: path, options: query })
  phone.stack.push(opened)
  useStyles(['app', path])
  drawBars()
  measureStage()
  watchPage(opened)
  call(page, 'onLoad', query)
  call(page, 'onShow')
  root.attach(scroller as unknown as BackendElement, hole as unknown as BackendElement)
  // The first data of a page is on the screen before it is told that it is ready.
  requestAnimationFrame(() => {
    call(page, 'onReady')
    phone.ready = true
  })
}

function close(): void {
  const gone = phone.stack.pop()
  if (!gone) return
  call(gone.page, 'onUnload')
  gone.root.release()
  gone.place.remove()
}

const hide = (): unknown => call(topPage()?.page, 'onHide')

function showTop(): void {
  const top = topPage()
  if (!top) return
  useStyles(['app', top.path])
  drawBars()
  measureStage()
  call(top.page, 'onShow')
}

export async function navigateTo(url: string): Promise<void> {
  const { path, query } = readUrl(url)
  mustExist('navigateTo', path)
  if (isTab(path)) throw new Error('navigateTo:fail can not navigateTo a tabbar page')
  if (phone.stack.length >= DEEPEST) throw new Error(`navigateTo:fail webview count limit exceed`)
  hide()
  open(path, query)
}

export async function redirectTo(url: string): Promise<void> {
  const { path, query } = readUrl(url)
  mustExist('redirectTo', path)
  if (isTab(path)) throw new Error('redirectTo:fail can not redirectTo a tabbar page')
  close()
  open(path, query)
}

export async function reLaunch(url: string): Promise<void> {
  const { path, query } = readUrl(url)
  mustExist('reLaunch', path)
  leaveAll()
  open(path, query)
}

export async function navigateBack(delta = 1): Promise<void> {
  if (phone.stack.length < 2) return
  for (let n = Math.min(delta, phone.stack.length - 1); n > 0; n--) close()
  showTop()
}

/** Pages of tabs stay alive behind the others, as in WeChat. */
const tabs = new Map<string, OpenPage>()

export async function switchTab(url: string): Promise<void> {
  const { path } = readUrl(url)
  mustExist('switchTab', path)
  if (!isTab(path)) throw new Error('switchTab:fail can not switch to no-tabBar page')
  if (topPage()?.path === path) return
  while (phone.stack.length > 1) close()
  const root = phone.stack.pop()
  if (root && isTab(root.path)) {
    call(root.page, 'onHide')
    root.place.classList.add('is-away')
    tabs.set(root.path, root)
  } else if (root) {
    phone.stack.push(root)
    close()
  }
  const kept = tabs.get(path)
  if (kept) {
    phone.stack.push(kept)
    showTop()
  } else open(path, {})
}

function leaveAll(): void {
  while (phone.stack.length > 0) close()
  for (const kept of tabs.values()) {
    phone.stack.push(kept)
    close()
  }
  tabs.clear()
}

/** The first page, at the start of the program. */
export function start(route: string): void {
  const { path, query } = readUrl(route || (phone.program.app.pages[0] ?? ''))
  mustExist('launch', path)
  const launch = { path, query, scene: 1001, shadow: {}, referrerInfo: {} }
  try {
    call(app, 'onLaunch', launch)
    call(app, 'onShow', launch)
  } catch (thrown) {
    noteError(thrown)
  }
  open(path, query)
}
