import { component, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import type { ComponentOptions, template } from 'glass-easel'
import { PhoneBackend } from './backend.ts'
import { plainEvent } from './events.ts'
import { resolvePath } from './modules.ts'
import { noteError, phone, type Instance } from './state.ts'

const environment = new MiniProgramEnv()
const space = environment.createCodeSpace('main', true)
const backend = environment.associateBackend(new PhoneBackend())

/** What the adapter decides of a component; it offers no setting for the ids. */
interface Inner {
  prepareComponentOptions: (is: string, options?: object) => [ComponentOptions, unknown]
}

/** The file whose script runs: Page and Component belong to it, also when another file calls them. */
let running = ''

type Definition = Record<string, unknown>
type Method = (this: unknown, ...args: unknown[]) => unknown

/** Methods get plain events, as on a phone, and what they throw is kept instead of lost. */
function careful(definition: Definition): Definition {
  const result: Definition = {}
  for (const [name, value] of Object.entries(definition)) {
    result[name] = typeof value === 'function' ? carefulMethod(value as Method) : value
  }
  if (typeof definition.methods === 'object') {
    result.methods = careful(definition.methods as Definition)
  }
  return result
}

function carefulMethod(method: Method): Method {
  return function (this: unknown, ...args) {
    try {
      return method.apply(this, args.map(plainEvent))
    } catch (thrown) {
      noteError(thrown)
      return undefined
    }
  }
}

const within = (use: (given: Parameters<Parameters<typeof space.componentEnv>[1]>[0]) => unknown) =>
  space.componentEnv(running, use)

/** Page, Component and Behavior as a script sees them. */
export const registration = {
  Page: (definition: Definition) => {
    within(({ Page }) => Page(careful(definition)))
  },
  Component: (definition: Definition) => {
    within(({ Component }) => Component(careful(definition)))
  },
  Behavior: (definition: Definition) => within(({ Behavior }) => Behavior(careful(definition))),
}

/** Knows every template and setting of the program before its scripts run. */
export function prepareSpace(): void {
  const inner = space as unknown as Inner
  const original = inner.prepareComponentOptions.bind(space)
  // Ids stand in the document as the program wrote them: WeChat's selectors and its CSS rely on it.
  inner.prepareComponentOptions = (is, options) => {
    const [own, isolation] = original(is, options)
    return [{ ...own, idPrefixGenerator: () => '', writeIdToDOM: true }, isolation]
  }
  const templates = window.linliTemplates as template.ProcGenGroupList
  for (const [path, content] of Object.entries(templates)) {
    space.addCompiledTemplate(path, {
      groupList: templates,
      content,
      fallbackListenerOnNativeNode: true,
    })
  }
  const shared = phone.program.app.usingComponents ?? {}
  for (const [path, settings] of Object.entries(phone.program.settings)) {
    const absolute = Object.fromEntries(
      Object.entries(shared).map(([name, named]) => [name, `/${resolvePath('app', named)}`]),
    )
    space.addComponentStaticConfig(path, {
      ...settings,
      usingComponents: { ...absolute, ...settings.usingComponents },
    })
  }
  measureSetData()
}

/** What goes from the script to the screen: copied as JSON, counted, and with paths glass-easel reads. */
function measureSetData(): void {
  const caller = component.ComponentCaller.prototype
  const send: Method = Reflect.get(caller, 'setData') as Method
  caller.setData = function (this: Instance, data, done) {
    const text = JSON.stringify(data)
    const copy = JSON.parse(text) as Record<string, unknown>
    const readable = Object.fromEntries(
      Object.entries(copy).map(([path, value]) => [path.replaceAll('.[', '['), value]),
    )
    const began = performance.now()
    send.call(this, readable, done)
    const bytes = new TextEncoder().encode(text).length
    phone.setData.push({ path: this.is, bytes, ms: performance.now() - began })
  }
}

const defined = new Set<string>()

/** Runs the script of a page or component, and of all that its settings use, once. */
export function define(path: string, load: (path: string) => unknown): void {
  if (defined.has(path)) return
  defined.add(path)
  const { usingComponents = {} } = phone.program.settings[path] ?? {}
  const shared = Object.values(phone.program.app.usingComponents ?? {})
  for (const named of shared) defineNamed('app', named, load)
  for (const named of Object.values(usingComponents)) defineNamed(path, named, load)
  const before = running
  running = path
  try {
    load(path)
  } finally {
    running = before
  }
}

function defineNamed(from: string, named: string, load: (path: string) => unknown): void {
  if (!named.includes('://')) define(resolvePath(from, named), load)
}

export const createRoot = (path: string): Root => backend.createRoot('page', space, path)
