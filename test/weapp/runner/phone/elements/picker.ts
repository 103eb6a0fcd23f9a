import { choose, type Column } from '../overlay/choose.ts'
import { WxElement } from './element.ts'
import type { Field } from './form.ts'

/** Opens WeChat's own sheet of choices when it is tapped. */
export class WxPicker extends WxElement implements Field {
  private value: unknown

  protected override setUp(): void {
    this.value = this.prop('value')
    if (!this.hasAttribute('role') && !this.querySelector('[role]')) this.speaksAs('button')
    this.addEventListener('click', () => {
      if (!this.flag('disabled')) void this.open()
    })
  }

  protected override changed(name: string): void {
    if (name === 'value') this.value = this.prop('value')
  }

  private async open(): Promise<void> {
    const mode = this.text('mode', 'selector')
    const opener = OPENERS[mode]
    if (!opener) throw new Error(`<picker mode="${mode}"> is not in the runner`)
    const answer = await choose(this.text('header-text', '请选择'), opener(this, this.value))
    if (answer === undefined) return this.tell('cancel')
    this.value =
      mode === 'selector'
        ? Number(answer[0])
        : mode === 'multiSelector'
          ? answer.map(Number)
          : answer[0]
    this.tell('change', { value: this.value })
  }

  /** Words of a row of `range`. */
  words(row: unknown): string {
    const key = this.text('range-key')
    return String(key ? (row as Record<string, unknown>)[key] : row)
  }

  fieldName = () => this.text('name')
  fieldValue = () => this.value
  resetField = () => {
    this.value = this.prop('value')
  }
}

const listColumn = (picker: WxPicker, rows: unknown, at: unknown): Column => ({
  kind: 'list',
  rows: (Array.isArray(rows) ? rows : []).map((row, index) => ({
    value: String(index),
    words: picker.words(row),
  })),
  value: String(Number(at ?? 0)),
})

const OPENERS: Record<string, (picker: WxPicker, value: unknown) => Column[]> = {
  selector: (picker, value) => [listColumn(picker, picker.prop('range'), value)],
  multiSelector: (picker, value) => {
    const range = picker.prop('range')
    const at = Array.isArray(value) ? (value as unknown[]) : []
    return (Array.isArray(range) ? (range as unknown[]) : []).map((rows, index) =>
      listColumn(picker, rows, at[index]),
    )
  },
  time: (picker, value) => [
    {
      kind: 'time',
      value: typeof value === 'string' ? value : '12:00',
      min: picker.text('start'),
      max: picker.text('end'),
    },
  ],
  date: (picker, value) => [
    {
      kind: picker.text('fields') === 'month' ? 'month' : 'date',
      value: typeof value === 'string' ? value : '',
      min: picker.text('start'),
      max: picker.text('end'),
    },
  ],
}
