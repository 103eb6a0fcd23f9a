/**
 * Puts a plain object in the place of process.env. The SDK reads some thirty variables for each
 * request, and each read of the real process.env leaves JavaScript and takes a lock: about a tenth
 * of the time of an instance. The token of the SDK is asked of `token` at each read; without one,
 * the value assigned last counts. Values become strings, as in the real one.
 */
export function installEnv(token: () => string | undefined): void {
  const variables: Record<string, string | undefined> = { ...process.env }
  let assigned = variables.WX_API_TOKEN
  Object.defineProperty(variables, 'WX_API_TOKEN', {
    enumerable: true,
    configurable: true,
    get: () => token() ?? assigned,
    set: (value: string) => (assigned = value),
  })
  process.env = new Proxy(variables, {
    set: (target, name, value) => Reflect.set(target, name, String(value)),
  })
}
