import { askedPrivacy } from '../wx/privacy.ts'
import { makePhoneCode } from '../wx/person.ts'
import { noteCall } from '../wx/api.ts'
import { call } from '../page-view.ts'
import { phone, topPage } from '../state.ts'
import { notice } from '../overlay/notice.ts'
import { WxElement } from './element.ts'
import type { WxForm } from './form.ts'

/** What WeChat does by itself when a button with an `open-type` is tapped. */
const OPENS: Record<string, (button: WxButton) => Promise<void> | void> = {
  async getPhoneNumber(button) {
    const answer = await makePhoneCode()
    button.tell('getphonenumber', answer)
  },
  async agreePrivacyAuthorization(button) {
    await askedPrivacy(true, button.text('id') || button.id)
    button.tell('agreeprivacyauthorization')
  },
  contact(button) {
    notice('客服会话')
    button.tell('contact', { errMsg: 'enterContact:ok', path: '', query: {} })
  },
  openSetting(button) {
    button.tell('opensetting', { errMsg: 'openSetting:ok', authSetting: {} })
  },
  /** The card that the page makes stands among the calls, as the friend would get it. */
  share() {
    noteCall('onShareAppMessage', call(topPage()?.page, 'onShareAppMessage', { from: 'button' }))
    notice('转发给朋友')
  },
  feedback() {
    notice('意见反馈')
  },
  chooseAvatar(button) {
    button.tell('chooseavatar', { avatarUrl: 'data:,' })
  },
  launchApp(button) {
    button.tell('error', { errMsg: 'invalid scene' })
  },
}

export class WxButton extends WxElement {
  protected override setUp(): void {
    this.speaksAs('button')
    for (const name of ['disabled', 'type', 'size', 'plain', 'loading']) this.changed(name)
    this.addEventListener('click', () => {
      if (!this.flag('disabled')) void this.act()
    })
  }

  protected override changed(name: string): void {
    if (name === 'disabled') {
      this.put('aria-disabled', this.flag('disabled') ? 'true' : this.prop('aria-disabled'))
    }
    if (['type', 'size', 'plain', 'loading', 'disabled'].includes(name)) {
      this.put(`data-${name}`, this.prop(name) === false ? undefined : this.prop(name))
    }
  }

  private async act(): Promise<void> {
    const open = this.text('open-type')
    for (const type of open.split('|').filter(Boolean)) {
      const does = OPENS[type]
      if (!does) throw new Error(`<button open-type="${type}"> is not in the runner`)
      noteCall(`button.${type}`, { openid: phone.settings.openid })
      await does(this)
    }
    const form = this.closest<WxForm>('wx-form')
    const formType = this.text('form-type')
    if (form && formType === 'submit') form.submit()
    if (form && formType === 'reset') form.reset()
  }
}
