import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { helps } from '../support/helped.ts'
import { callsOf } from '../weapp/runner/open.ts'
import {
  arriveAt,
  BUILDS,
  button,
  field,
  h5Root,
  link,
  openAs,
  pick,
  rootOf,
  startBrowser,
  typing,
  words,
} from './browser.ts'

const WATER = { announcementId: 'demo-water' }
const TITLE = /今晚10点到明早6点停水/
/** How long something may take that the screen does by itself. */
const WITHIN = { timeout: 10_000 }
const card = (id: string) => `pages/announcement/index?id=${id}`

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BUILDS)('an elder and the water that will be off: %s', (build) => {
  let cloud: TestCloud
  let page: Page

  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    page = await openAs(browser, { url: cloud.url, openid: 'demo-elder', build })
  })
  afterAll(async () => {
    await page.context().close()
    await cloud.close()
  })
  const hers = async () => {
    const view = await cloud.as('demo-elder').ok('announcement.view', WATER)
    if (view.state !== 'published') throw new Error('It was published.')
    return view.asks?.done
  }

  test('home shows the emergency first; opened for a moment it counts as opened', async () => {
    await link(page, /^今晚10点到明早6点停水，紧急，要确认/).click()
    await arriveAt(page, '公告')
    await words(page, /^请在晚上9点前接好水$/).waitFor()
    await expect.poll(async () => (await hers())?.openedAt, WITHIN).toBeGreaterThan(0)
    expect((await hers())?.confirmedAt).toBeUndefined()
  })

  test('she says that she knows, and the screen says so', async () => {
    await button(page, '我知道了').click()
    await words(page, /^您已确认，今天/).waitFor()
    expect((await hers())?.confirmedAt).toBeGreaterThan(0)
    expect(await button(page, '我知道了').count()).toBe(0)
  })

  test('she asks below it; what she typed is there after a look elsewhere', async () => {
    await button(page, '我要问社区').click()
    await typing(page).fill('能给三号楼送水吗')
    await button(page, '先不问').click()
    await button(page, '我要问社区').click()
    expect(await typing(page).inputValue()).toBe('能给三号楼送水吗')
    await button(page, '提问').click()
    await words(page, /^收到了。/).waitFor()
    await words(page, '能给三号楼送水吗').waitFor()
    await words(page, '我问的').waitFor()
  })

  test('the list says what was confirmed; words and initials find it', async () => {
    await button(page, '看全部公告').or(button(page, '返回')).first().click()
    await link(page, /^社区公告/)
      .first()
      .click()
    await arriveAt(page, '社区公告')
    await link(page, /^今晚10点到明早6点停水，紧急，已确认/)
      .first()
      .waitFor()
    await button(page, '找公告').click()
    await field(page, '找公告').fill('主水管')
    await button(page, '找一找').click()
    await words(page, '“主水管”找到1条').waitFor()
    await link(page, /主水管坏了/).waitFor()
    await field(page, '找公告').fill('xfyl')
    await button(page, '找一找').click()
    await link(page, /消防演练/)
      .first()
      .waitFor()
    await field(page, '找公告').fill('没有这种事')
    await button(page, '找一找').click()
    await words(page, '没有找到“没有这种事”').waitFor()
    await button(page, '不找了').click()
    await pick(page, '就业').click()
    await link(page, /招聘会/).waitFor()
    await expect.poll(() => link(page, TITLE).count(), WITHIN).toBe(0)
  })
})

describe('who reads what', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: h5Root })
  })
  afterAll(() => cloud.close())

  const opened = (openid: string, id: string) =>
    openAs(browser, { url: cloud.url, openid, route: card(id) })

  test('a newcomer reads a public one from a card, and goes on to the others', async () => {
    const page = await opened('demo-stranger', 'demo-water')
    await words(page, TITLE).first().waitFor()
    expect(await button(page, '我知道了').count()).toBe(0)
    await button(page, '看全部公告').click()
    await arriveAt(page, '社区公告')
    await link(page, /^今晚10点到明早6点停水/)
      .first()
      .waitFor()
    expect(await link(page, /消防演练/).count()).toBe(0)
    await page.context().close()
  })

  test('what is for others, was taken back or never was is said plainly', async () => {
    const others = await opened('demo-stranger', 'demo-fire-drill')
    await words(others, '这条公告不是发给您的').waitFor()
    await others.context().close()
    const gone = await opened('demo-elder', 'demo-haircuts')
    await words(gone, '这条公告已经撤回').waitFor()
    await words(gone, /理发师傅生病了/).waitFor()
    await gone.context().close()
    const never = await opened('demo-elder', 'demo-nothing')
    await words(never, '没有这条公告').waitFor()
    await button(never, '看别的公告').click()
    await arriveAt(never, '社区公告')
    await never.context().close()
  })

  test('a choice is changed', async () => {
    const page = await opened('demo-elder', 'demo-chongyang')
    await words(page, '您选了“参加”。').waitFor()
    await button(page, '改一改').click()
    await button(page, '不参加').click()
    await words(page, '您选了“不参加”。').waitFor()
    await page.context().close()
  })

  test('a daughter confirms for her mother, and her mother reads who did', async () => {
    const room = { communityId: 'chunxiao', building: '3号楼', unit: '2单元', room: '503' }
    await helps(cloud, 'demo-child', 'demo-elder', { name: '王秀兰', room })
    const page = await openAs(browser, { url: cloud.url, openid: 'demo-child' })
    await link(page, /^替 王秀兰 办事/).click()
    await words(page, '王秀兰的首页').waitFor()
    await link(page, /^今晚10点到明早6点停水/).click()
    await button(page, '替王秀兰确认：知道了').click()
    await words(page, /^王秀兰已确认.*是家人替办的。$/).waitFor()
    await page.context().close()
    const hers = await opened('demo-elder', 'demo-water')
    await words(hers, /^您已确认.*是家人替办的。$/).waitFor()
    await hers.context().close()
  })

  test('the accounts of a quarter are seen, and found by year and category', async () => {
    const page = await openAs(browser, {
      url: cloud.url,
      openid: 'demo-elder',
      route: 'pages/disclosures/index',
    })
    await pick(page, '财务公开').click()
    await link(page, /2026年第三季度社区收支.*收入98,200元，支出67,788.60元/).click()
    await arriveAt(page, '公告')
    await words(page, '收入比支出多30,411.40元。').waitFor()
    await button(page, /^更正过，看原文/).click()
    await words(page, /24,000元/)
      .first()
      .waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, '下载明细表（表格文件）').click(),
    ])
    expect(download.suggestedFilename()).toBe('2026年第三季度社区收支.xlsx')
    await page.context().close()
  })
})

test('a public announcement goes on as a card that opens it', async () => {
  const cloud = await startTestCloud({ staticDir: rootOf('weapp') })
  const page = await openAs(browser, {
    url: cloud.url,
    openid: 'demo-elder',
    build: 'weapp',
    route: card('demo-water'),
  })
  await button(page, '转给邻居看').click()
  expect(await callsOf(page, 'onShareAppMessage')).toEqual([
    { title: '今晚10点到明早6点停水', path: `/${card('demo-water')}` },
  ])
  await page.context().close()
  await cloud.close()
})
