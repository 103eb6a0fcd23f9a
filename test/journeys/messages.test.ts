import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_TEMPLATES } from '../../config/demo-templates.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { callsOf, openInRunner } from '../weapp/runner/open.ts'
import {
  arriveAt,
  button,
  h5Root,
  link,
  openAs,
  rootOf,
  startBrowser,
  tab,
  typing,
  words,
} from './browser.ts'

/** How long something may take that the screen does by itself. */
const WITHIN = { timeout: 10_000 }

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe('messages have a tab of their own', () => {
  let cloud: TestCloud
  let page: Page
  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: h5Root })
    page = await openAs(browser, { url: cloud.url, openid: 'demo-elder' })
  })
  afterAll(async () => {
    await page.context().close()
    await cloud.close()
  })

  test('the tab bar counts what is unread; a message leads to its announcement', async () => {
    await tab(page, /^消息，\d+条未读$/).click()
    await arriveAt(page, '消息')
    await link(page, /^未读，公告：今晚10点到明早6点停水/).click()
    await arriveAt(page, '公告')
    // It counts as read once it has been in sight for a second.
    const isRead = async () => {
      const { items } = await cloud.as('demo-elder').ok('message.listMine', {})
      return items.some(
        ({ about, read }) =>
          about.kind === 'announced' && about.title === '今晚10点到明早6点停水' && read,
      )
    }
    await expect.poll(isRead, WITHIN).toBe(true)
    await button(page, '返回').click()
    await link(page, /^公告：今晚10点到明早6点停水/).waitFor()
  })

  test('all of them are marked as read, and the count goes', async () => {
    await button(page, '全部标为已读').click()
    await expect.poll(() => tab(page, /未读/).count(), WITHIN).toBe(0)
    const { unread } = await cloud.as('demo-elder').ok('message.listMine', {})
    expect(unread).toBe(0)
  })

  test('a question to the office says by when it is answered, and stands below', async () => {
    await link(page, /^问社区/).click()
    await arriveAt(page, '问社区')
    await typing(page).fill('老人证到哪里办')
    await button(page, '交给社区').click()
    await words(page, /^收到了。.*最晚在/).waitFor()
    await words(page, '老人证到哪里办').waitFor()
    expect(await typing(page).inputValue()).toBe('')
  })
})

describe('WeChat is asked whether it may tell, at a tap that makes sense', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      staticDir: rootOf('weapp'),
      templates: DEMO_TEMPLATES,
      // The local cloud's phones send WeChat's events: the phone's own word counts no second time.
      env: { LINLI_WECHAT_EVENTS: '1' },
    })
  })
  afterAll(() => cloud.close())

  const opened = async (openid: string, subscribe: 'accept' | 'reject') => {
    const page = await openInRunner(browser, { url: cloud.url, openid, phone: { subscribe } })
    await words(page, /，您好$/).waitFor()
    return page
  }
  const asked = (page: Page) => callsOf(page, 'requestSubscribeMessage')
  const leftOf = async (openid: string, name: string) => {
    const { message } = await cloud.as(openid).ok('home.view', {})
    return message?.templates.find((one) => one.name === name)?.left
  }

  test('never by itself; once she confirms, for at most three, and the cloud counts it', async () => {
    const page = await opened('demo-elder', 'accept')
    await link(page, /^今晚10点到明早6点停水/).click()
    await button(page, '我知道了').waitFor()
    expect(await asked(page)).toEqual([])
    await button(page, '我知道了').click()
    await words(page, /^您已确认/).waitFor()
    expect(await asked(page)).toMatchObject([{ tmplIds: ['demo-announcement', 'demo-reply'] }])
    await expect.poll(() => leftOf('demo-elder', 'reply'), WITHIN).toBe(1)
    await page.context().close()
  })

  test('who says no is not asked again, and what was tapped is done', async () => {
    const page = await opened('demo-child', 'reject')
    await tab(page, /^消息/).click()
    await link(page, /^问社区/).click()
    await arriveAt(page, '问社区')
    for (const text of ['老人证到哪里办', '路灯什么时候修']) {
      await typing(page).fill(text)
      await button(page, '交给社区').click()
      await words(page, text).waitFor()
    }
    expect(await asked(page)).toHaveLength(1)
    expect(await leftOf('demo-child', 'reply')).toBe(0)
    await page.context().close()
  })
})
