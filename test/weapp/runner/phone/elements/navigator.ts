import { WxElement } from './element.ts'

/** The ways of navigation.ts by the names of `open-type`. */
type Ways = Record<string, (url: string, delta: number) => Promise<void>>

let ways: Ways = {}

export const connectNavigators = (given: Ways): void => {
  ways = given
}

export class WxNavigator extends WxElement {
  protected override setUp(): void {
    this.speaksAs('link')
    this.addEventListener('click', () => void this.go())
  }

  private async go(): Promise<void> {
    const how = this.text('open-type', 'navigate')
    const way = ways[how]
    if (!way) throw new Error(`<navigator open-type="${how}"> is not in the runner`)
    await way(this.text('url'), this.number('delta', 1))
  }
}
