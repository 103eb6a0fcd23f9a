import { topPage } from '../state.ts'

interface Query {
  in: (owner: unknown) => Query
  select: (selector: string) => unknown
}

/** A query about the page in sight, or about the component that `in` names. */
export function createSelectorQuery(): unknown {
  const page = topPage()?.page
  if (!page) throw new Error('wx.createSelectorQuery: no page is open')
  return page.createSelectorQuery() as Query
}

/** Watches whether something comes into sight. */
export function createIntersectionObserver(owner: unknown, options: object = {}): unknown {
  const page = (owner ?? topPage()?.page) as
    | { createIntersectionObserver?: (options: object) => unknown }
    | undefined
  return page?.createIntersectionObserver?.(options)
}

type Step = Record<string, unknown>

/** wx.createAnimation: collects steps; the runner shows the end of the last one at once. */
export function createAnimation(): unknown {
  const actions: Step[] = []
  const animation: Record<string, unknown> = {
    step: () => animation,
    export: () => ({ actions: actions.splice(0) }),
  }
  return new Proxy(animation, {
    get: (known, name: string) =>
      known[name] ??
      ((...args: unknown[]) => {
        actions.push({ type: name, args })
        return animation
      }),
  })
}
