import * as stack from '../navigation.ts'
import { WxElement } from './element.ts'

export class WxNavigator extends WxElement {
  protected override setUp(): void {
    this.speaksAs('link')
    this.addEventListener('click', () => void this.go())
  }

  private async go(): Promise<void> {
    const url = this.text('url')
    const how = this.text('open-type', 'navigate')
    if (how === 'navigate') await stack.navigateTo(url)
    else if (how === 'redirect') await stack.redirectTo(url)
    else if (how === 'switchTab') await stack.switchTab(url)
    else if (how === 'reLaunch') await stack.reLaunch(url)
    else if (how === 'navigateBack') await stack.navigateBack(this.number('delta', 1))
    else throw new Error(`<navigator open-type="${how}"> is not in the runner`)
  }
}
