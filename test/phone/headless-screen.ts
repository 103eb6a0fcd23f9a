import { createElement } from 'react'
import createReconciler from 'react-reconciler'

const nothing = () => undefined
const no = () => false

/** React with nothing to draw on: hooks run as on a phone, where there is no document either. */
const reconciler = createReconciler({
  supportsMutation: true,
  supportsPersistence: false,
  supportsHydration: false,
  isPrimaryRenderer: true,
  noTimeout: -1,
  scheduleTimeout: setTimeout,
  cancelTimeout: clearTimeout,
  getRootHostContext: () => null,
  getChildHostContext: () => null,
  prepareForCommit: () => null,
  resetAfterCommit: nothing,
  clearContainer: nothing,
  getCurrentEventPriority: () => 16,
  getInstanceFromNode: () => null,
  shouldSetTextContent: no,
  detachDeletedInstance: nothing,
  beforeActiveInstanceBlur: nothing,
  afterActiveInstanceBlur: nothing,
})

/** A screen that does nothing but use a hook. */
export interface HeadlessScreen<Value> {
  /** What the hook gave last. */
  readonly now: Value
  leave: () => void
}

/** Opens a screen on which `useIt` runs. */
export function openScreen<Value>(useIt: () => Value): HeadlessScreen<Value> {
  let last: { value: Value } | undefined
  const Screen = () => {
    last = { value: useIt() }
    return null
  }
  const root = reconciler.createContainer(
    ...[{}, 0, null, false, null, '', (error: unknown) => void console.error(error), null],
  )
  const show = (element: unknown) => {
    reconciler.flushSync(() => reconciler.updateContainer(element, root, null))
    reconciler.flushPassiveEffects()
  }
  show(createElement(Screen))
  return {
    get now() {
      if (!last) throw new Error('The screen has not rendered.')
      return last.value
    },
    leave: () => show(null),
  }
}
