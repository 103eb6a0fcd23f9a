/**
 * Makes `Date` of this process run on the cloud's clock: offset from real time, not frozen. Returns how
 * to set another offset, in milliseconds.
 */
export function installClock(first: number): (offset: number) => void {
  let offset = first
  const RealDate = Date
  const now = (): number => Math.floor(RealDate.now() + offset)
  const cloudDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, parts: unknown[], self) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, self) as object,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  })
  RealDate.prototype.constructor = cloudDate
  globalThis.Date = cloudDate
  return (moved) => (offset = moved)
}
