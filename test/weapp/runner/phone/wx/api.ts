import { phone } from '../state.ts'

export type Options = Record<string, unknown>
type Callback = ((result: unknown) => void) | undefined

/** How an API refuses: WeChat's sentence after `name:fail`, and its number where it has one. */
export class ApiFailed extends Error {
  constructor(
    readonly sentence: string,
    readonly more: Options = {},
  ) {
    super(sentence)
  }
}

/** Keeps what was asked, without callbacks, for tests to look at. */
export function noteCall(api: string, options: unknown): void {
  const copy = JSON.parse(JSON.stringify(options ?? {})) as unknown
  phone.calls.push({ api, options: copy })
}

/**
 * An API as WeChat offers it: with callbacks, or a promise when it was given none. What `run` gives
 * joins `errMsg`; what it throws is the refusal.
 */
export function api(name: string, run: (options: Options) => unknown) {
  return (given?: Options) => {
    const options = given ?? {}
    noteCall(name, options)
    const { success, fail, complete } = options as Record<string, Callback>
    const answer = settle(name, run, options)
    if (!success && !fail && !complete) return answer
    answer.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (refusal: unknown) => {
        fail?.(refusal)
        complete?.(refusal)
      },
    )
    return undefined
  }
}

async function settle(
  name: string,
  run: (options: Options) => unknown,
  options: Options,
): Promise<unknown> {
  try {
    const result = (await run(options)) as Options | undefined
    return { errMsg: `${name}:ok`, ...(result ?? {}) }
  } catch (thrown) {
    const { message, more } = thrown as Partial<ApiFailed>
    const words = message ?? String(thrown)
    const errMsg = words.startsWith(`${name}:`) ? words : `${name}:fail ${words}`
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat refuses with a plain object.
    throw { errMsg, ...(more ?? {}) }
  }
}

/** A pair of `onX` and `offX`, and what calls those who listen. */
export function listeners<Message>() {
  const all = new Set<(message: Message) => void>()
  return {
    on: (listener: (message: Message) => void) => void all.add(listener),
    off: (listener?: (message: Message) => void) => {
      if (listener) all.delete(listener)
      else all.clear()
    },
    tell: (message: Message) => [...all].forEach((listener) => listener(message)),
  }
}

export const asText = (value: unknown, otherwise = ''): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : otherwise
