import { inlineStyle } from '../styles.ts'
import { WxElement } from './element.ts'

/** What a page says of itself as a whole: its style, and the size of rem. */
export class WxPageMeta extends WxElement {
  protected override setUp(): void {
    this.changed('page-style')
    this.changed('root-font-size')
  }

  protected override changed(name: string): void {
    const page = this.closest<HTMLElement>('wx-page')
    if (name === 'page-style' && page) {
      page.setAttribute('style', inlineStyle(this.text('page-style')))
    }
    if (name === 'root-font-size' && this.text(name)) {
      document.documentElement.style.fontSize = this.text(name)
    }
  }
}
