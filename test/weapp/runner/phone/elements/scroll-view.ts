import { WxElement } from './element.ts'

/** Distances from an edge at which WeChat says that it is near, px. */
const NEAR = 50

export class WxScrollView extends WxElement {
  private last = { left: 0, top: 0 }
  private atEnd = false
  private atStart = true

  protected override setUp(): void {
    for (const name of ['scroll-x', 'scroll-y', 'scroll-top', 'scroll-left', 'scroll-into-view']) {
      this.changed(name)
    }
    this.addEventListener('scroll', () => this.scrolled())
  }

  protected override changed(name: string): void {
    if (name === 'scroll-x') this.style.overflowX = this.flag('scroll-x') ? 'auto' : 'hidden'
    if (name === 'scroll-y') this.style.overflowY = this.flag('scroll-y') ? 'auto' : 'hidden'
    const behavior = this.flag('scroll-with-animation') ? 'smooth' : 'auto'
    if (name === 'scroll-top' && this.prop(name) !== undefined) {
      this.scrollTo({ top: this.number(name, 0), behavior })
    }
    if (name === 'scroll-left' && this.prop(name) !== undefined) {
      this.scrollTo({ left: this.number(name, 0), behavior })
    }
    if (name === 'scroll-into-view' && this.text(name)) {
      const wanted = this.text(name)
      // The view that is meant may come with the same update.
      queueMicrotask(() =>
        this.querySelector(`#${CSS.escape(wanted)}`)?.scrollIntoView({
          behavior,
          block: 'nearest',
          inline: 'start',
        }),
      )
    }
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientHeight, clientWidth } = this
    const deltaX = this.last.left - scrollLeft
    const deltaY = this.last.top - scrollTop
    this.last = { left: scrollLeft, top: scrollTop }
    this.tell('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY })
    const sideways = this.flag('scroll-x') && !this.flag('scroll-y')
    const gone = sideways ? scrollLeft : scrollTop
    const left = sideways
      ? scrollWidth - scrollLeft - clientWidth
      : scrollHeight - scrollTop - clientHeight
    const atEnd = left <= this.number('lower-threshold', NEAR)
    const atStart = gone <= this.number('upper-threshold', NEAR)
    if (atEnd && !this.atEnd)
      this.tell('scrolltolower', { direction: sideways ? 'right' : 'bottom' })
    if (atStart && !this.atStart)
      this.tell('scrolltoupper', { direction: sideways ? 'left' : 'top' })
    this.atEnd = atEnd
    this.atStart = atStart
  }
}
