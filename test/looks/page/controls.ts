import { ancestorsOf, inSight } from './sight.ts'

const ROLES = [
  ...['button', 'link', 'radio', 'checkbox', 'switch', 'tab', 'option', 'menuitem', 'slider'],
  ...['textbox', 'searchbox', 'combobox', 'spinbutton'],
]
const TAGS = ['A', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'SUMMARY']

const hasRole = (element: Element) =>
  ROLES.includes(element.getAttribute('role') ?? '') || TAGS.includes(element.tagName)

const isHidden = (element: Element) =>
  [element, ...ancestorsOf(element)].some(
    (one) => one.getAttribute('aria-hidden') === 'true' || one.hasAttribute('inert'),
  )

/** What a person can tap and a screen reader knows, each once: a field within a control is that control. */
export const controlsOf = (elements: readonly Element[]): Element[] =>
  elements.filter(
    (element) => hasRole(element) && !isHidden(element) && ![...ancestorsOf(element)].some(hasRole),
  )

/** What answers a tap, while nothing says that it can be tapped. React keeps an element's props on it. */
export const roleless = (elements: readonly Element[]): Element[] =>
  elements.filter(
    (element) =>
      answersTaps(element) &&
      !hasRole(element) &&
      !isHidden(element) &&
      // A wrapper of one control passes its taps on, as Taro's fields do.
      element.querySelector('input, textarea, select') === null,
  )

function answersTaps(element: Element): boolean {
  const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'))
  const props = key && (element as unknown as Record<string, Record<string, unknown>>)[key]
  return !!props && typeof props.onClick === 'function'
}

/** Where a finger may come down for it: its label is part of it. */
export const placeOf = (control: Element): Element => control.closest('label') ?? control

/** The main target of a screen: what src/ui/button.tsx draws. */
export const isMain = (control: Element) => control.classList.contains('button')

/** A choice or a field: its edge alone says where it is. */
export const needsEdge = (control: Element) =>
  ['radio', 'checkbox', 'switch', 'textbox', 'searchbox'].includes(
    control.getAttribute('role') ?? '',
  ) || ['INPUT', 'SELECT', 'TEXTAREA'].includes(control.tagName)

export const isOff = (element: Element) =>
  element.closest('[aria-disabled="true"], :disabled') !== null

/** Its name for a screen reader. */
export function spokenNameOf(control: Element): string {
  const byId = (control.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id && document.getElementById(id)?.textContent) ?? '')
    .join('')
  // Taro's fields keep their label on a wrapper, and give the words of their hint to the browser's own field.
  const wrapper = control.parentElement?.childElementCount === 1 ? [control.parentElement] : []
  const label = [control, ...wrapper, ...control.querySelectorAll('[aria-label]')]
    .map((one) => one.getAttribute('aria-label') ?? '')
    .join('')
  const field = control as HTMLInputElement
  const words = control.tagName === 'SELECT' ? '' : [...shownWords(control)].join('')
  const around = control.closest('label')
  const beside = around && [...around.childNodes].filter((node) => !node.contains(control))
  const button = ['submit', 'button'].includes(field.type) ? field.value : ''
  return [byId, label, words, button, beside?.map((node) => node.textContent).join('')]
    .map((part) => part?.trim() ?? '')
    .join('')
}

function* shownWords(element: Element): Generator<string> {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) yield node.textContent ?? ''
    if (node instanceof HTMLImageElement) yield node.alt
    if (node instanceof Element && node.getAttribute('aria-hidden') !== 'true' && inSight(node)) {
      yield* shownWords(node)
    }
  }
}
