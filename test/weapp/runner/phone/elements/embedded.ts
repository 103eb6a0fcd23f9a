import { WxElement } from './element.ts'

/** A drawing: the program reaches the real canvas through a selector query. */
export class WxCanvas extends WxElement {
  readonly canvas = document.createElement('canvas')

  protected override setUp(): void {
    this.append(this.canvas)
    this.canvas.width = this.clientWidth
    this.canvas.height = this.clientHeight
  }
}

/** No map is drawn without a network; where it would be is said. */
export class WxMap extends WxElement {
  protected override setUp(): void {
    this.dataset.says = `${this.text('latitude')}, ${this.text('longitude')}`
  }
}

export class WxMedia extends WxElement {
  protected override setUp(): void {
    const player = document.createElement(this.localName === 'wx-video' ? 'video' : 'audio')
    player.controls = this.flag('controls', this.localName === 'wx-video')
    player.src = this.text('src')
    for (const type of ['play', 'pause', 'ended', 'error']) {
      player.addEventListener(type, () => this.tell(type))
    }
    this.append(player)
  }
}

/** Other people's pages are not opened; their address is shown. */
export class WxWebView extends WxElement {
  protected override setUp(): void {
    this.textContent = this.text('src')
  }
}
