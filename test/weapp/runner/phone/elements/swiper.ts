import { WxElement } from './element.ts'

export class WxSwiperItem extends WxElement {}

/** Pages side by side (or one above the other), one in sight; swiped, or moved by `current`. */
export class WxSwiper extends WxElement {
  private at = 0
  private timer = 0

  protected override setUp(): void {
    this.dataset.direction = this.flag('vertical') ? 'down' : 'across'
    this.at = this.number('current', 0)
    requestAnimationFrame(() => this.show(this.at, 'auto'))
    this.addEventListener('scrollend', () => this.settle())
    this.changed('autoplay')
    if (this.flag('indicator-dots')) this.dataset.dots = ''
  }

  protected override changed(name: string): void {
    if (name === 'current' && this.number('current', 0) !== this.at) {
      this.at = this.number('current', 0)
      this.show(this.at, 'smooth')
    }
    if (name === 'autoplay') {
      clearInterval(this.timer)
      if (this.flag('autoplay')) {
        this.timer = window.setInterval(() => this.next(), this.number('interval', 5000))
      }
    }
  }

  disconnectedCallback(): void {
    clearInterval(this.timer)
  }

  private items = () => [...this.querySelectorAll<HTMLElement>('wx-swiper-item')]

  private show(index: number, behavior: ScrollBehavior): void {
    const item = this.items()[index]
    if (item) this.scrollTo({ left: item.offsetLeft, top: item.offsetTop, behavior })
  }

  private next(): void {
    const count = this.items().length
    if (count > 1) this.show((this.at + 1) % count, 'smooth')
  }

  private settle(): void {
    const down = this.flag('vertical')
    const size = down ? this.clientHeight : this.clientWidth
    const at = Math.round((down ? this.scrollTop : this.scrollLeft) / Math.max(1, size))
    const moved = at !== this.at
    this.at = at
    if (moved) this.tell('change', { current: at, currentItemId: '', source: 'touch' })
    this.tell('animationfinish', { current: at, currentItemId: '', source: 'touch' })
  }
}
