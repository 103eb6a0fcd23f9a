import { WxElement } from './element.ts'

export class WxMovableArea extends WxElement {}

/** A view that a finger moves inside its area. */
export class WxMovableView extends WxElement {
  private x = 0
  private y = 0

  protected override setUp(): void {
    this.changed('x')
    this.addEventListener('pointerdown', (event) => this.drag(event))
  }

  protected override changed(name: string): void {
    if (name === 'x' || name === 'y') this.place(this.number('x', 0), this.number('y', 0), '')
  }

  private drag(start: PointerEvent): void {
    const way = this.text('direction', 'none')
    if (way === 'none' || this.flag('disabled')) return
    const from = { x: this.x - start.clientX, y: this.y - start.clientY }
    const move = (event: PointerEvent) =>
      this.place(
        way === 'vertical' ? this.x : from.x + event.clientX,
        way === 'horizontal' ? this.y : from.y + event.clientY,
        'touch',
      )
    addEventListener('pointermove', move)
    addEventListener('pointerup', () => removeEventListener('pointermove', move), { once: true })
  }

  private place(x: number, y: number, source: string): void {
    const area = this.closest('wx-movable-area')
    const within = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(0, most))
    this.x = within(x, (area?.clientWidth ?? x) - this.offsetWidth)
    this.y = within(y, (area?.clientHeight ?? y) - this.offsetHeight)
    this.style.transform = `translate(${this.x}px, ${this.y}px)`
    if (source) this.tell('change', { x: this.x, y: this.y, source })
  }
}
