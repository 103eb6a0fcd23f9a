import { WxElement } from './element.ts'
import type { Field } from './form.ts'

export class WxSlider extends WxElement implements Field {
  private readonly bar = document.createElement('input')

  protected override setUp(): void {
    this.bar.type = 'range'
    this.append(this.bar)
    for (const name of ['min', 'max', 'step', 'value', 'disabled', 'aria-label']) this.changed(name)
    this.bar.addEventListener('input', () => this.tell('changing', { value: this.fieldValue() }))
    this.bar.addEventListener('change', () => this.tell('change', { value: this.fieldValue() }))
  }

  protected override changed(name: string): void {
    this.bar.min = this.text('min', '0')
    this.bar.max = this.text('max', '100')
    this.bar.step = this.text('step', '1')
    this.bar.disabled = this.flag('disabled')
    if (name === 'value') this.bar.value = this.text('value', '0')
    const label = this.text('aria-label')
    if (label) this.bar.setAttribute('aria-label', label)
  }

  fieldName = () => this.text('name')
  fieldValue = () => Number(this.bar.value)
  resetField = () => {
    this.bar.value = this.text('min', '0')
  }
}
