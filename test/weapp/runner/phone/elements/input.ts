import { WxElement } from './element.ts'
import type { Field } from './form.ts'

const WIDEST = 140

/** What `input` and `textarea` have in common: a real field of the browser inside the program's element. */
abstract class Typing<F extends HTMLInputElement | HTMLTextAreaElement>
  extends WxElement
  implements Field
{
  protected abstract readonly field: F

  protected override setUp(): void {
    this.append(this.field)
    for (const name of ['value', 'placeholder', 'placeholder-style', 'type', 'disabled']) {
      this.changed(name)
    }
    for (const name of ['maxlength', 'aria-label', 'auto-height']) this.changed(name)
    const about = () => ({ value: this.field.value, cursor: this.field.selectionEnd ?? 0 })
    this.field.addEventListener('input', () => {
      this.grow()
      this.tell('input', { ...about(), keyCode: 0 })
    })
    this.field.addEventListener('focus', () => this.tell('focus', { ...about(), height: 0 }))
    this.field.addEventListener('blur', () => this.tell('blur', about()))
    this.field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && this.field instanceof HTMLInputElement) {
        this.tell('confirm', about())
      }
    })
    if (this.flag('focus') || this.flag('auto-focus')) this.field.focus()
  }

  override setAttribute(name: string, value: string): void {
    super.setAttribute(name, value)
    // The field is what is typed into and read out; its frame only shows.
    if (name === 'aria-label' && this.isConnected) this.changed(name)
  }

  protected override changed(name: string): void {
    const { field } = this
    if (name === 'value' && field.value !== this.text('value')) {
      field.value = this.text('value')
      this.grow()
    }
    if (name === 'placeholder') field.placeholder = this.text('placeholder')
    if (name === 'disabled') field.disabled = this.flag('disabled')
    if (name === 'maxlength') {
      const most = this.number('maxlength', WIDEST)
      if (most < 0) field.removeAttribute('maxlength')
      else field.maxLength = most
    }
    if (name === 'placeholder-style') {
      const colour = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(this.text('placeholder-style'))?.[1]
      if (colour) this.style.setProperty('--placeholder', colour)
    }
    if (name === 'aria-label') {
      const label = this.text('aria-label')
      if (label) field.setAttribute('aria-label', label)
      else field.removeAttribute('aria-label')
      this.put('aria-label', undefined)
    }
    if (name === 'focus' && this.flag('focus')) field.focus()
  }

  protected grow(): void {
    // One line stays one line.
  }

  fieldName = () => this.text('name')
  fieldValue = () => this.field.value
  resetField = () => {
    this.field.value = ''
  }
}

const MODES: Record<string, string> = { number: 'numeric', idcard: 'text', digit: 'decimal' }

export class WxInput extends Typing<HTMLInputElement> {
  protected readonly field = document.createElement('input')

  protected override changed(name: string): void {
    super.changed(name)
    if (name !== 'type' && name !== 'password') return
    const type = this.text('type', 'text')
    this.field.type = this.flag('password') || type === 'safe-password' ? 'password' : 'text'
    this.field.inputMode = MODES[type] ?? 'text'
  }
}

export class WxTextarea extends Typing<HTMLTextAreaElement> {
  protected readonly field = document.createElement('textarea')

  protected override grow(): void {
    if (!this.flag('auto-height')) return
    this.style.height = 'auto'
    this.field.style.height = 'auto'
    this.field.style.height = `${this.field.scrollHeight}px`
  }

  protected override changed(name: string): void {
    super.changed(name)
    if (name === 'auto-height') this.grow()
  }
}
