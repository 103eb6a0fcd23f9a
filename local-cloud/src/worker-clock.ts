/** Makes `Date` of this thread run on the cloud's clock: offset from real time, not frozen. */
export function installClock(shared: SharedArrayBuffer): void {
  const offset = new Float64Array(shared)
  const RealDate = Date
  const now = (): number => Math.floor(RealDate.now() + offset[0]!)
  const cloudDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, parts: unknown[], self) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, self) as object,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  })
  RealDate.prototype.constructor = cloudDate
  globalThis.Date = cloudDate
}
