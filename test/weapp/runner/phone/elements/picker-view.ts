import { WxElement } from './element.ts'

export class WxPickerViewColumn extends WxElement {}

const ROW = 44

/** Columns to roll; the row in the middle of each is chosen. */
export class WxPickerView extends WxElement {
  protected override setUp(): void {
    requestAnimationFrame(() => {
      for (const column of this.columns()) {
        column.addEventListener('scrollend', () => this.tell('change', { value: this.chosen() }))
      }
      this.changed('value')
    })
  }

  protected override changed(name: string): void {
    const value = this.prop('value')
    if (name !== 'value' || !Array.isArray(value)) return
    this.columns().forEach((column, index) => {
      const wanted = Number(value[index] ?? 0) * ROW
      if (Math.abs(column.scrollTop - wanted) > 1) column.scrollTop = wanted
    })
  }

  private columns = () => [...this.querySelectorAll<HTMLElement>('wx-picker-view-column')]
  private chosen = () => this.columns().map((column) => Math.round(column.scrollTop / ROW))
}
