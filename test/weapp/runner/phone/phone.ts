/** Runs the mini-program of this folder as a phone would. Settings come in the address. */
import './phone.css'
import './elements/elements.css'
import './overlay/overlay.css'
import { connectBars, drawBars } from './bars.ts'
import { connectNavigators } from './elements/navigator.ts'
import { listenToHands } from './gestures.ts'
import { loadScripts } from './modules.ts'
import * as stack from './navigation.ts'
import { call, measureStage, pullDown } from './page-view.ts'
import type { Program } from './program.ts'
import { prepareSpace, registration } from './space.ts'
import { noteError, phone, topPage } from './state.ts'
import { renewStyles } from './styles.ts'
import { findTappables } from './tappables.ts'
import './window.ts'
import { requirePlugin } from './wx/sound.ts'
import { storeFirst } from './wx/storage.ts'
import { memoryWarning, networkChange, themeChange, windowResize } from './wx/system.ts'
import { wx } from './wx/wx.ts'

const quietly = (going: Promise<unknown>) => void going.catch(noteError)

window.phone = phone
window.hands = {
  pullDown: () => pullDown(),
  back: () => stack.navigateBack(),
  open: (url) => stack.reLaunch(url),
  warnOfMemory: () => memoryWarning.tell({ level: 15 }),
  setTheme: (theme) => {
    phone.settings.theme = theme
    themeHasChanged()
  },
  setOffline: (offline) => {
    phone.settings.offline = offline
    networkChange.tell({ isConnected: !offline, networkType: offline ? 'none' : 'wifi' })
  },
  hide: () => {
    call(topPage()?.page, 'onHide')
    call(stack.app, 'onHide')
  },
  show: () => {
    call(stack.app, 'onShow', {})
    call(topPage()?.page, 'onShow')
  },
  tappables: () => {
    const place = topPage()?.scroller
    return place ? findTappables(place) : []
  },
}
addEventListener('error', ({ error, message }) => noteError(error ?? message))
addEventListener('unhandledrejection', ({ reason }) => noteError(reason))

connectBars({
  back: () => quietly(stack.navigateBack()),
  home: () => quietly(stack.reLaunch(`/${phone.program.app.pages[0] ?? ''}`)),
  tab: (path) => {
    const tabs = phone.program.app.tabBar?.list ?? []
    const index = tabs.findIndex(({ pagePath }) => pagePath === path)
    call(topPage()?.page, 'onTabItemTap', { index, pagePath: path, text: tabs[index]?.text })
    quietly(stack.switchTab(`/${path}`))
  },
})

connectNavigators({
  navigate: stack.navigateTo,
  redirect: stack.redirectTo,
  switchTab: stack.switchTab,
  reLaunch: stack.reLaunch,
  navigateBack: (_, delta) => stack.navigateBack(delta),
})

function themeHasChanged(): void {
  renewStyles()
  drawBars()
  themeChange.tell({ theme: phone.theme() })
}

function watchTheDevice(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', themeHasChanged)
  addEventListener('resize', () => {
    renewStyles()
    measureStage()
    const size = { windowWidth: innerWidth, windowHeight: innerHeight }
    windowResize.tell({ size })
    call(topPage()?.page, 'onResize', { size })
  })
}

async function boot(): Promise<void> {
  phone.program = (await (await fetch('program.json')).json()) as Program
  storeFirst(phone.settings.storage)
  document.documentElement.dataset.theme = phone.theme()
  const load = await loadScripts(phone.program.scripts, {
    wx,
    ...registration,
    App: (given: Record<string, unknown>) => stack.setApp(given),
    getApp: () => stack.app,
    getCurrentPages: () => phone.stack.map(({ page }) => page),
    requirePlugin,
  })
  prepareSpace()
  stack.connectScripts(load)
  listenToHands(document.getElementById('stage')!)
  watchTheDevice()
  load('app')
  stack.start(phone.settings.route)
}

boot().catch((thrown: unknown) => {
  noteError(thrown)
  document.body.append(`小程序没有打开：${phone.errors.join('；')}`)
})
