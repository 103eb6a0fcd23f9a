import { WxElement } from './element.ts'
import type { Field } from './form.ts'

/** A box that is on or off. */
abstract class Box extends WxElement {
  on = false
  abstract readonly role_: string

  protected override setUp(): void {
    this.speaksAs(this.role_)
    this.setOn(this.flag('checked'))
    this.changed('disabled')
    this.addEventListener('click', () => {
      if (!this.flag('disabled')) this.toggle()
    })
  }

  protected override changed(name: string): void {
    if (name === 'checked') this.setOn(this.flag('checked'))
    if (name === 'disabled') this.put('aria-disabled', this.flag('disabled') ? 'true' : undefined)
    if (name === 'color') this.style.setProperty('--on', this.text('color'))
  }

  setOn(on: boolean): void {
    this.on = on
    this.put('aria-checked', String(on))
  }

  protected abstract toggle(): void
}

export class WxSwitch extends Box implements Field {
  readonly role_ = 'switch'

  protected override toggle(): void {
    this.setOn(!this.on)
    this.tell('change', { value: this.on })
  }

  fieldName = () => this.text('name')
  fieldValue = () => this.on
  resetField = () => this.setOn(false)
}

export class WxCheckbox extends Box {
  readonly role_ = 'checkbox'

  protected override toggle(): void {
    this.setOn(!this.on)
    this.closest<WxCheckboxGroup>('wx-checkbox-group')?.tellChange()
  }
}

export class WxRadio extends Box {
  readonly role_ = 'radio'

  protected override toggle(): void {
    const group = this.closest<WxRadioGroup>('wx-radio-group')
    for (const other of group?.boxes() ?? []) other.setOn(other === this)
    group?.tell('change', { value: this.text('value') })
  }
}

const boxesIn = <B extends Box>(group: Element, tag: string) => [
  ...group.querySelectorAll<HTMLElement & B>(tag),
]

export class WxCheckboxGroup extends WxElement implements Field {
  protected override setUp(): void {
    this.speaksAs('group')
  }

  tellChange(): void {
    this.tell('change', { value: this.fieldValue() })
  }

  fieldName = () => this.text('name')
  fieldValue = () =>
    boxesIn<WxCheckbox>(this, 'wx-checkbox')
      .filter(({ on }) => on)
      .map((box) => box.text('value'))
  resetField = () => boxesIn<WxCheckbox>(this, 'wx-checkbox').forEach((box) => box.setOn(false))
}

export class WxRadioGroup extends WxElement implements Field {
  protected override setUp(): void {
    this.speaksAs('radiogroup')
  }

  boxes = () => boxesIn<WxRadio>(this, 'wx-radio')
  fieldName = () => this.text('name')
  fieldValue = () =>
    this.boxes()
      .find(({ on }) => on)
      ?.text('value') ?? ''
  resetField = () => this.boxes().forEach((box) => box.setOn(false))
}
