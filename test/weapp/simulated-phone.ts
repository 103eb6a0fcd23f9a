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
}

type Lifecycle = Record<string, ((this: unknown, ...args: unknown[]) => unknown) | undefined>

interface Simulate {
  load: (path: string, tag: string, options: object) => string
  render: (id: string) => SimulatedComponent
}
interface SimulatedComponent {
  attach: (parent: Element) => void
  dom: HTMLElement
  instance: { setData: (data: object, done?: () => void) => void }
}

const require = createRequire(import.meta.url)
const globals = globalThis as unknown as Record<string, unknown>

/** A phone: jsdom for a screen, and a `wx` whose cloud is the local cloud at `cloudUrl`. */
export function startPhone({ cloudUrl, openid }: { cloudUrl: string; openid: string }) {
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
  const { document, Node, Element, HTMLElement, Event, CustomEvent } = window
  Object.assign(globals, { window, document, Node, Element, HTMLElement, Event, CustomEvent })
  const pages: object[] = []
  globals.wx = wxOver(cloudUrl, openid)
  globals.App = (app: Lifecycle) => {
    globals.theApp = app
    app.onLaunch?.call(app, { path: 'pages/home/index', query: {} })
    app.onShow?.call(app, {})
  }
  globals.getApp = () => globals.theApp
  globals.getCurrentPages = () => pages

  const simulate = require('miniprogram-simulate') as Simulate
  const sizes: number[] = []
  const component = globals.Component as (definition: object) => void
  // miniprogram-simulate knows components only: a page becomes one, with its lifecycle called in order.
  globals.Page = (page: Lifecycle & { data?: object }) =>
    component({
      data: page.data ?? {},
      methods: page,
      lifetimes: {
        attached(this: Lifecycle & { setData: (data: object, done?: () => void) => void }) {
          const setData = this.setData.bind(this)
          this.setData = (data, done) => {
            sizes.push(Buffer.byteLength(JSON.stringify(data)))
            setData(data, done)
          }
          pages.push(this)
          this.onLoad?.({})
          this.onShow?.()
        },
        ready(this: Lifecycle) {
          this.onReady?.()
        },
      },
    })
  return { open: (page: string) => open(simulate, page, sizes) }
}

function open(simulate: Simulate, page: string, setData: readonly number[]): ShownPage {
  require(`${weappRoot}/app.js`)
  const id = simulate.load(`${weappRoot}/${page}`, 'main', {
    rootPath: weappRoot,
    compiler: 'official',
    compilerOptions: { maxBuffer: 1 << 26 },
  })
  const shown = simulate.render(id)
  shown.attach(document.body)
  const found = (className: string, words: string) =>
    [...document.querySelectorAll(`.main--${className}, .${className}`)].find((element) =>
      element.textContent?.includes(words),
    )
  return {
    text: () => document.body.textContent ?? '',
    tap: (className, words = '') => {
      const element = found(className, words)
      if (!element) throw new Error(`Nothing of class ${className} says "${words}".`)
      element.dispatchEvent(new CustomEvent('tap', { bubbles: true }))
    },
    setData,
  }
}

const nothing = () => undefined

function wxOver(cloudUrl: string, openid: string) {
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
        const response = await fetch(`${cloudUrl}/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-openid': openid },
          body: JSON.stringify(data),
        })
        const answer = (await response.json()) as { result?: unknown; errMsg?: string }
        if (answer.errMsg !== undefined) throw answer as unknown as Error
        return answer
      },
    },
  }
}
