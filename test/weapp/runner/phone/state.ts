import type { Root } from 'glass-easel-miniprogram-adapter'
import type { PageSettings, Program, Theme } from './program.ts'
import { readSettings, type PhoneSettings } from './settings.ts'

/** One call of `wx`, with what was asked but without its callbacks. */
export interface WxCall {
  api: string
  options: unknown
}

/** One setData: which page or component, how many bytes of JSON, and the milliseconds it took. */
export interface SetData {
  path: string
  bytes: number
  ms: number
}

/** A page or component as its methods see it. */
export interface Instance {
  is: string
  setData: (data: Record<string, unknown>, done?: () => void) => void
  createSelectorQuery: () => unknown
}

/** A page on the stack. */
export interface OpenPage {
  path: string
  query: Record<string, string>
  settings: PageSettings
  root: Root
  page: Instance
  /** The place of the page on the stage, and what scrolls in it. */
  place: HTMLElement
  scroller: HTMLElement
}

/** All that the phone knows; tests and the frame around it read it as `window.phone`. */
export interface Phone {
  settings: PhoneSettings
  program: Program
  stack: OpenPage[]
  calls: WxCall[]
  setData: SetData[]
  /** What the program threw, or what it asked of `wx` that is not there. */
  errors: string[]
  theme: () => Theme
  /** Set once the first page is ready. */
  ready: boolean
}

export const phone: Phone = {
  settings: readSettings(location.search),
  program: { app: { pages: [] }, theme: {}, settings: {}, scripts: {}, styles: {} },
  stack: [],
  calls: [],
  setData: [],
  errors: [],
  theme: () => {
    const dark = phone.settings.theme
      ? phone.settings.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    // Without darkmode in app.json WeChat keeps a program light.
    return dark && phone.program.app.darkmode ? 'dark' : 'light'
  },
  ready: false,
}

/** The page in sight. */
export const topPage = (): OpenPage | undefined => phone.stack[phone.stack.length - 1]

const noted = new WeakSet<object>()

/** Keeps what the program did wrong, and says it where a person looks for it. */
export function noteError(thrown: unknown): void {
  // What is thrown on is the same fault, not another.
  if (typeof thrown === 'object' && thrown !== null) {
    if (noted.has(thrown)) return
    noted.add(thrown)
  }
  const error = thrown as { stack?: string; errMsg?: string; message?: string } | undefined
  const words = error?.message ?? error?.errMsg ?? String(thrown)
  phone.errors.push(words)
  console.error(error?.stack ?? words)
}
