import { noteError } from '../state.ts'
import { WxElement } from './element.ts'

/** Where the build's own files stand; anything else is an address already. */
export const addressOf = (src: string): string =>
  /^(data:|blob:|https?:|cloud:)/.test(src) ? src : `files/${src.replace(/^\//, '')}`

const FITS: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
}

export class WxImage extends WxElement {
  private readonly picture = document.createElement('img')

  protected override setUp(): void {
    this.picture.alt = ''
    if (this.hasAttribute('aria-label')) this.speaksAs('img')
    this.picture.onload = () => {
      const { naturalWidth: width, naturalHeight: height } = this.picture
      this.tell('load', { width, height })
    }
    this.picture.onerror = () => {
      noteError(new Error(`the picture ${this.picture.src.slice(0, 120)} does not load`))
      this.tell('error', { errMsg: 'image load failed' })
    }
    this.append(this.picture)
    this.changed('mode')
    this.changed('src')
  }

  protected override changed(name: string): void {
    if (name === 'mode') {
      const mode = this.text('mode', 'scaleToFill')
      this.dataset.mode = mode
      this.picture.style.objectFit = FITS[mode] ?? 'none'
      if (!FITS[mode]) this.picture.style.objectPosition = mode
    }
    if (name !== 'src') return
    const src = this.text('src')
    this.picture.hidden = src === ''
    if (src) this.picture.src = addressOf(src)
  }
}

const SIGNS: Record<string, string> = {
  success: '✔',
  success_no_circle: '✓',
  info: 'ℹ',
  warn: '!',
  waiting: '…',
  cancel: '✕',
  download: '↓',
  search: '⌕',
  clear: '✕',
}

export class WxIcon extends WxElement {
  protected override setUp(): void {
    this.changed()
  }

  protected override changed(): void {
    this.textContent = SIGNS[this.text('type')] ?? ''
    this.style.fontSize = `${this.number('size', 23)}px`
    this.style.color = this.text('color')
  }
}

export class WxProgress extends WxElement {
  protected override setUp(): void {
    this.speaksAs('progressbar')
    this.append(document.createElement('div'))
    this.changed()
  }

  protected override changed(): void {
    const bar = this.firstElementChild as HTMLElement
    const percent = this.number('percent', 0)
    this.put('aria-valuenow', percent)
    bar.style.cssText = `width:${percent}%;height:${this.number('stroke-width', 6)}px;background:${this.text('activecolor', this.text('activeColor', '#09bb07'))}`
  }
}

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

/** Text with marks: as in WeChat no script, no link and no listener gets through. */
export class WxRichText extends WxElement {
  protected override setUp(): void {
    this.changed('nodes')
  }

  protected override changed(name: string): void {
    if (name !== 'nodes') return
    const nodes = this.prop('nodes')
    if (Array.isArray(nodes)) this.replaceChildren(...(nodes as RichNode[]).map(drawn))
    else {
      const parsed = new DOMParser().parseFromString(this.text('nodes'), 'text/html').body
      parsed.querySelectorAll('script,style,iframe,object,form').forEach((bad) => bad.remove())
      for (const element of parsed.querySelectorAll('*')) {
        for (const { name: attribute } of [...element.attributes]) {
          if (/^on|^href$/i.test(attribute)) element.removeAttribute(attribute)
        }
      }
      this.replaceChildren(...parsed.childNodes)
    }
  }
}

function drawn(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '')
  const element = document.createElement(
    /^(script|style|iframe|object|form)$/i.test(node.name ?? '') ? 'span' : (node.name ?? 'span'),
  )
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (!/^on|^href$/i.test(name)) element.setAttribute(name, value)
  }
  element.append(...(node.children ?? []).map(drawn))
  return element
}
