import { JSDOM } from 'jsdom'
import { createRequire } from 'node:module'
import { weappRoot } from './built-weapp.ts'

/** What a page of the mini-program shows, run by miniprogram-simulate. */
export interface ShownPage {
  text: () => string
  /** Taps the first element of a class whose text contains the words. */
  tap: (className: string, words?: string) => void
  /** Bytes of each setData, in the order in which they were made. */
  setData: readonly number[]
  /** What the page's templates are given: the tree that Taro makes of it. */
  data: () => PageData
  /** Comes back to it from another one. */
  show: () => void
  close: () => void
}

export interface PageData {
  root: DataNode
}

/** A node as Taro gives it to a template; other keys are attributes, under names that base.wxml maps. */
export interface DataNode {
  /** Which template draws it. */
  nn: string
  /** Its children. */
  cn?: DataNode[]
  /** The text of a text node. */
  v?: string
  sid: string
  uid?: string
  [attribute: string]: unknown
}

type Lifecycle = Record<string, ((this: unknown, ...args: unknown[]) => unknown) | undefined>

interface Simulate {
  load: (path: string, tag: string, options: object) => string
  render: (id: string) => SimulatedComponent
}
interface SimulatedComponent {
  attach: (parent: Element) => void
  detach: () => void
}

/** A page on the screen: Taro's, run as a component. */
interface Shown {
  data: PageData
  /** Taro's one handler of all events. */
  eh: (event: object) => void
  onShow?: () => void
  onUnload?: () => void
}

const require = createRequire(import.meta.url)
const globals = globalThis as unknown as Record<string, unknown>

interface Phone {
  cloudUrl: string
  /** Whose it is; another person's from the next call on, when it is changed. */
  openid: string
}

/**
 * A phone: jsdom for a screen, and a `wx` whose cloud is the local cloud at `cloudUrl`. One for each
 * process, since the mini-program keeps the `wx` that it began with.
 */
export function startPhone(phone: Phone) {
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
  const { document, Node, Element, HTMLElement, Event, CustomEvent } = window
  Object.assign(globals, { window, document, Node, Element, HTMLElement, Event, CustomEvent })
  const pages: Shown[] = []
  globals.wx = wxOver(phone)
  globals.App = (app: Lifecycle) => {
    globals.theApp = app
    app.onLaunch?.call(app, { path: 'pages/home/index', query: {} })
    app.onShow?.call(app, {})
  }
  globals.getApp = () => globals.theApp
  globals.getCurrentPages = () => pages

  const simulate = require('miniprogram-simulate') as Simulate
  // Of the page that is opened last.
  let sizes: number[] = []
  let query: Record<string, string> = {}
  const component = globals.Component as (definition: object) => void
  // miniprogram-simulate knows components only: a page becomes one, with its lifecycle called in order.
  globals.Page = (page: Lifecycle & { data?: object }) =>
    component({
      data: page.data ?? {},
      methods: page,
      lifetimes: {
        attached(this: Lifecycle & Shown & { setData: (data: object, done?: () => void) => void }) {
          const setData = this.setData.bind(this)
          const own = sizes
          this.setData = (data, done) => {
            own.push(Buffer.byteLength(JSON.stringify(data)))
            setData(data, done)
          }
          pages.push(this)
          this.onLoad?.(query)
          this.onShow?.()
        },
        ready(this: Lifecycle) {
          this.onReady?.()
        },
      },
    })
  return {
    /** Opens a page of the compiled mini-program, in place of nothing: close it before the next. */
    open: (page: string, params: Record<string, string> = {}) => {
      sizes = []
      query = params
      return open(simulate, { page, pages, setData: sizes })
    },
  }
}

interface Opening {
  page: string
  /** What stands on the screen; the page is its last. */
  pages: Shown[]
  setData: readonly number[]
}

function open(simulate: Simulate, { page, pages, setData }: Opening): ShownPage {
  require(`${weappRoot}/app.js`)
  const shown = simulate.render(idOf(simulate, page))
  shown.attach(document.body)
  const instance = pages[pages.length - 1]!
  return {
    text: () => document.body.textContent ?? '',
    tap: (className, words = '') => {
      const node = nodeWith(instance.data.root, className, words)
      if (!node) throw new Error(`Nothing of class ${className} says "${words}".`)
      const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } }
      // As WeChat calls the handler that the template binds.
      instance.eh({ type: 'tap', target, currentTarget: target, detail: {}, timeStamp: 1 })
    },
    setData,
    data: () => instance.data,
    show: () => instance.onShow?.(),
    close: () => {
      instance.onUnload?.()
      shown.detach()
      pages.pop()
    },
  }
}

/** The first node of a class, outermost first, in which the words stand. */
function nodeWith(node: DataNode, className: string, words: string): DataNode | undefined {
  const classes = typeof node.cl === 'string' ? node.cl.split(' ') : []
  if (classes.includes(className) && wordsIn(node).includes(words)) return node
  for (const child of node.cn ?? []) {
    const found = nodeWith(child, className, words)
    if (found) return found
  }
  return undefined
}

const wordsIn = ({ v = '', cn = [] }: DataNode): string => v + cn.map(wordsIn).join('')

/** Pages already loaded, by path: a script runs once, as on a phone. */
const loaded = new Map<string, string>()

function idOf(simulate: Simulate, page: string): string {
  const id =
    loaded.get(page) ??
    simulate.load(`${weappRoot}/${page}`, 'main', {
      rootPath: weappRoot,
      compiler: 'official',
      compilerOptions: { maxBuffer: 1 << 26 },
    })
  loaded.set(page, id)
  return id
}

const nothing = () => undefined

function wxOver(phone: Phone) {
  const store = new Map<string, unknown>()
  const system = {
    windowWidth: 375,
    windowHeight: 740,
    pixelRatio: 2,
    platform: 'android',
    SDKVersion: '3.0.0',
  }
  return {
    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getAppBaseInfo: () => system,
    getStorageSync: (key: string) => store.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => store.set(key, value),
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    onMemoryWarning: nothing,
    stopPullDownRefresh: nothing,
    navigateTo: nothing,
    cloud: {
      init: nothing,
      callFunction: async ({ name, data }: { name: string; data: unknown }) => {
        const response = await fetch(`${phone.cloudUrl}/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-openid': phone.openid },
          body: JSON.stringify(data),
        })
        const answer = (await response.json()) as { result?: unknown; errMsg?: string }
        if (answer.errMsg !== undefined) throw answer as unknown as Error
        return answer
      },
    },
  }
}
