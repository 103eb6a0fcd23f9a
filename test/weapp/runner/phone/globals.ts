/**
 * What the JavaScript of a phone has. Every other name that this browser knows is undefined inside the
 * program: by name, since Chromium brings new ones with every release.
 */
const ON_A_PHONE = new Set([
  ...['Object', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'Date', 'Promise', 'RegExp'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['JSON', 'Math', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect', 'ArrayBuffer'],
  ...['DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'],
  ...['NaN', 'Infinity', 'undefined', 'isNaN', 'isFinite', 'parseInt', 'parseFloat'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'escape', 'unescape'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console'],
])

/** Names that strict mode does not let a parameter have; the page's policy closes eval. */
const NOT_NAMES = new Set(['eval', 'arguments'])

/** Names newer than this browser's list of them, or kept out of it: they are closed all the same. */
const ALWAYS_CLOSED = ['globalThis', 'global', 'self', 'window', 'process', 'Buffer']

/** Every global of this browser that a phone lacks. */
export function closedNames(): string[] {
  const names = new Set(ALWAYS_CLOSED)
  for (
    let owner: object | null = window;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name)
  }
  return [...names].filter(
    (name) => !ON_A_PHONE.has(name) && !NOT_NAMES.has(name) && /^[A-Za-z_$][\w$]*$/.test(name),
  )
}

/** The global object as a program sees it, through `global` or `Function('return this')()`. */
export function openGlobals(): Record<string, unknown> {
  const all = window as unknown as Record<string, unknown>
  const open: Record<string, unknown> = {}
  for (const name of ON_A_PHONE) open[name] = all[name]
  open.Function = closedFunction(open)
  open.global = open
  return open
}

/** WeChat's `Function` runs no text, but answers the old question for the global object. */
function closedFunction(open: object): unknown {
  const answer = (...parts: unknown[]) => {
    if (parts[parts.length - 1] === 'return this') return () => open
    throw new EvalError('new Function() runs no code on a phone')
  }
  const closed = function (...parts: unknown[]) {
    return answer(...parts)
  }
  closed.prototype = Function.prototype
  return closed
}
