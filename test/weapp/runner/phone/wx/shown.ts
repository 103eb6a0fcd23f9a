import { changeBar, setBadge } from '../bars.ts'
import { ask } from '../overlay/ask.ts'
import { menu } from '../overlay/menu.ts'
import { hideNotice, notice } from '../overlay/notice.ts'
import { pullDown, stopPull } from '../page-view.ts'
import { topPage } from '../state.ts'
import { api, ApiFailed, asText } from './api.ts'

export const shown = {
  showToast: api('showToast', ({ title, icon, duration, mask }) =>
    notice(asText(title), {
      icon: asText(icon, 'success'),
      duration: Number(duration ?? 1_500),
      mask: Boolean(mask),
    }),
  ),
  hideToast: api('hideToast', hideNotice),
  showLoading: api('showLoading', ({ title, mask }) =>
    notice(asText(title), { icon: 'loading', duration: 0, mask: Boolean(mask) }),
  ),
  hideLoading: api('hideLoading', hideNotice),
  showModal: api('showModal', async (options) => {
    const { yes, words } = await ask({
      title: asText(options.title),
      content: options.editable ? '' : asText(options.content),
      confirm: asText(options.confirmText) || '确定',
      ...(options.showCancel === false ? {} : { cancel: asText(options.cancelText) || '取消' }),
      ...(options.editable ? { field: asText(options.placeholderText) } : {}),
    })
    return {
      confirm: yes,
      cancel: !yes,
      content: options.editable && yes ? words : null,
    }
  }),
  showActionSheet: api('showActionSheet', async ({ itemList, alertText }) => {
    const tapIndex = await menu(asText(alertText), itemList as string[])
    if (tapIndex === undefined) throw new ApiFailed('cancel')
    return { tapIndex }
  }),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }) =>
    changeBar({ navigationBarTitleText: asText(title) }),
  ),
  setNavigationBarColor: api('setNavigationBarColor', ({ frontColor, backgroundColor }) =>
    changeBar({
      navigationBarTextStyle: frontColor === '#ffffff' ? 'white' : 'black',
      navigationBarBackgroundColor: asText(backgroundColor),
    }),
  ),
  setBackgroundColor: api('setBackgroundColor', ({ backgroundColor }) =>
    changeBar({ backgroundColor: asText(backgroundColor) }),
  ),
  setBackgroundTextStyle: api('setBackgroundTextStyle', () => undefined),
  showNavigationBarLoading: api('showNavigationBarLoading', () => undefined),
  hideNavigationBarLoading: api('hideNavigationBarLoading', () => undefined),
  hideHomeButton: api('hideHomeButton', () => undefined),
  setTabBarBadge: api('setTabBarBadge', ({ index, text }) => setBadge(Number(index), asText(text))),
  removeTabBarBadge: api('removeTabBarBadge', ({ index }) => setBadge(Number(index), undefined)),
  showTabBarRedDot: api('showTabBarRedDot', ({ index }) => setBadge(Number(index), '')),
  hideTabBarRedDot: api('hideTabBarRedDot', ({ index }) => setBadge(Number(index), undefined)),
  startPullDownRefresh: api('startPullDownRefresh', () => pullDown()),
  stopPullDownRefresh: api('stopPullDownRefresh', stopPull),
  pageScrollTo: api('pageScrollTo', ({ scrollTop, selector, duration }) => {
    const scroller = topPage()?.scroller
    const behavior = duration === 0 ? 'auto' : 'smooth'
    if (typeof selector === 'string') {
      scroller?.querySelector(selector)?.scrollIntoView({ behavior })
    } else scroller?.scrollTo({ top: Number(scrollTop ?? 0), behavior })
  }),
  showShareMenu: api('showShareMenu', () => undefined),
  hideShareMenu: api('hideShareMenu', () => undefined),
}
