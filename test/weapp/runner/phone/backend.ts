import * as glassEasel from 'glass-easel'
import { makeElement } from './elements/make.ts'

type Context = glassEasel.CurrentWindowBackendContext
type BackendElement = ReturnType<Context['document']['createElement']>

/** Makes the program's nodes from the runner's elements; events come from gestures.ts and the elements. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) => makeElement(tag) as unknown as BackendElement,
    createTextNode: (text: string) => document.createTextNode(text) as unknown as BackendElement,
    createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
  }

  override onEvent(): void {
    // glass-easel would listen by itself; fire() tells it instead.
  }

  /** Marks what listens, so that what can be tapped is found, and stops scrolling where it is caught. */
  override setListenerStats(
    element: BackendElement,
    type: string,
    _capture: boolean,
    level: number,
  ): void {
    const host = element as unknown as HTMLElement | null
    if (!host) return
    if (type === 'tap' || type === 'longpress') host.dataset[type] = ''
    if (type === 'touchmove' && level > 1) {
      host.addEventListener('touchmove', (event) => event.preventDefault(), { passive: false })
    }
  }

  override setModelBindingStat(): void {
    // Taro binds no value in two directions.
  }
}
