import { WxElement } from './element.ts'

/** Something of a form that has a value under its `name`. */
export interface Field extends HTMLElement {
  fieldName: () => string
  fieldValue: () => unknown
  resetField: () => void
}

const isField = (element: Element): element is Field & HTMLElement => 'fieldValue' in element

export class WxForm extends WxElement {
  submit(): void {
    const named = this.fields().filter((field) => field.fieldName() !== '')
    const value = Object.fromEntries(named.map((field) => [field.fieldName(), field.fieldValue()]))
    this.tell('submit', { value, target: {} })
  }

  reset(): void {
    for (const field of this.fields()) field.resetField()
    this.tell('reset')
  }

  private fields(): Field[] {
    return [...this.querySelectorAll('*')].filter(isField)
  }
}

/** A tap on a label is a tap on what it names: the one in it, or the one with the id in `for`. */
export class WxLabel extends WxElement {
  protected override setUp(): void {
    this.addEventListener('click', (event) => {
      const named = this.text('for')
      const control = named
        ? document.getElementById(named)
        : this.querySelector<HTMLElement>('wx-checkbox,wx-radio,wx-switch,wx-button,wx-input')
      if (!control || control.contains(event.target as Node)) return
      if (control.matches('wx-input')) control.querySelector('input')?.focus()
      else control.click()
    })
  }
}
