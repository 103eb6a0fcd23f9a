import { topPage } from '../state.ts'

/** A query about the page in sight, or about the component that `in` names. */
export function createSelectorQuery(): unknown {
  const page = topPage()?.page
  if (!page) throw new Error('wx.createSelectorQuery: no page is open')
  return page.createSelectorQuery()
}

/** Watches whether something comes into sight. */
export function createIntersectionObserver(
  owner: object | undefined,
  options: object = {},
): unknown {
  interface Watching {
    createIntersectionObserver?: (options: object) => unknown
  }
  const page: Watching | undefined = owner ?? topPage()?.page
  return page?.createIntersectionObserver?.(options)
}

type Step = Record<string, unknown>

/** wx.createAnimation: takes every step and moves nothing. */
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
