import { closedNames, openGlobals } from './globals.ts'

type Factory = (given: Record<string, unknown>) => void

interface Module {
  exports: unknown
}

declare global {
  interface Window {
    /** Where a script of the program hands over its code. */
    linliDefine: (path: string, factory: Factory) => void
  }
}

/** Every script of the program, by path, ready to be run as CommonJS. */
export async function loadScripts(
  scripts: Record<string, string>,
  given: Record<string, unknown>,
): Promise<(path: string) => unknown> {
  const factories = new Map<string, Factory>()
  window.linliDefine = (path, factory) => factories.set(path, factory)
  const open = openGlobals()
  const offered = { ...given, Function: open.Function, global: open }
  const names = ['module', 'exports', 'require', ...Object.keys(offered)]
  const closed = closedNames().filter((name) => !names.includes(name))
  for (const [path, code] of Object.entries(scripts)) {
    await run(path, wrapped(path, code, names, closed))
  }
  const modules = new Map<string, Module>()
  const load = (path: string): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const factory = factories.get(path)
    if (!factory) throw new Error(`module '${path}.js' is not defined`)
    const module: Module = { exports: {} }
    modules.set(path, module)
    const require = (named: string) => load(resolvePath(path, named))
    factory({ ...offered, module, exports: module.exports, require })
    return module.exports
  }
  return load
}

/** As WeChat wraps a script: what it may use are parameters, what a phone lacks is undefined. */
const wrapped = (path: string, code: string, names: readonly string[], closed: readonly string[]) =>
  `linliDefine(${JSON.stringify(path)}, function ({ ${names.join(', ')} }) {
(function (${closed.join(', ')}) {
'use strict';
${code}
})()
})
//# sourceURL=weapp/${path}.js`

function run(path: string, code: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement('script')
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    script.onload = () => {
      URL.revokeObjectURL(url)
      done()
    }
    script.onerror = () => fail(new Error(`${path}.js does not parse`))
    script.src = url
    document.head.append(script)
  })
}

/** The path that `named` means in a file: `../../common` from `pages/a/index` is `common`. */
export function resolvePath(from: string, named: string): string {
  const parts = named.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of named.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/').replace(/\.js$/, '')
}
