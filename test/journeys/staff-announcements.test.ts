import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE, startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  BUILDS,
  button,
  choice,
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

const REGION = 'heping/nanhu/chunxiao'
/** One green dot. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==',
  'base64',
)

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe('staff write to their residents, at a desk', () => {
  let cloud: TestCloud
  let page: Page

  beforeEach(async () => {
    cloud = await startTestCloud({ staticDir: h5Root })
    page = await openAs(browser, {
      url: cloud.url,
      openid: 'demo-staff',
      look: { width: 1280 },
      route: 'pages/desk-announcements/index',
    })
    await arriveAt(page, '公告')
    return async () => {
      await page.context().close()
      await cloud.close()
    }
  })

  const sheet = () => page.getByRole('dialog')

  test('written, mended, shown as elders see it, published, read, and called about', async () => {
    await button(page, '写公告').click()
    await field(page, '标题').fill('明天停水')
    await typing(page).fill('为进一步做好供水，明天9点到12点停水。')
    await button(page, '换成“为了”').click()
    expect(await typing(page).inputValue()).toBe('为了做好供水，明天9点到12点停水。')
    await words(page, '没有找到难懂的地方。').waitFor()

    await pick(page, '2 图片和附件').click()
    const chooser = page.waitForEvent('filechooser')
    await button(page, '加图片').click()
    await (await chooser).setFiles({ name: '范围.png', mimeType: 'image/png', buffer: PICTURE })
    await field(page, '第1张图片上是什么').fill('停水的三栋楼')

    await pick(page, '3 发给谁').click()
    await pick(page, /^只发给几处/).click()
    await choice(page, '3号楼').click()
    await words(page, '用手机能收到').waitFor()

    await pick(page, '4 要居民做什么').click()
    await pick(page, /^要点“我知道了”/).click()
    await pick(page, '4小时').click()

    await pick(page, '5 预览和发布').click()
    await pick(page, '长辈模式').click()
    await page.locator('.look.elder').getByText('明天9点到12点停水').waitFor()
    await button(page, /^发布$/).click()
    await sheet().getByText('4小时以后还没做的人，列入打电话名单。').waitFor()
    await sheet().getByText('能发给的人').waitFor()
    await sheet().getByRole('button', { name: '现在发布' }).click()
    await words(page, '已经发布。').waitFor()

    const elder = cloud.as('demo-elder')
    const { items } = await elder.ok('announcement.listPublished', {})
    const { announcementId } = items.find(({ title }) => title === '明天停水')!
    const view = await elder.ok('announcement.view', { announcementId })
    expect(view).toMatchObject({ state: 'published', pictures: [{ name: '停水的三栋楼' }] })
    const { items: others } = await cloud.as('demo-resident').ok('announcement.listPublished', {})
    expect(others.some((one) => one.announcementId === announcementId)).toBe(false)

    await elder.ok('announcement.confirm', { announcementId })
    await cloud.advance(MINUTE)
    await button(page, '看谁看了').click()
    await arriveAt(page, '谁看了')
    await words(page, /^点了“我知道了”：1人，/).waitFor()
    await link(page, /^点了“我知道了”的/).click()
    await arriveAt(page, '是哪些人')
    await link(page, /^王秀兰/).click()
    await words(page, '确认了').waitFor()
    await page.goBack()
    await arriveAt(page, '谁看了')

    await cloud.advance(4 * HOUR)
    await page.reload()
    await button(page, '去打电话').click()
    await arriveAt(page, '没看到公告的人')
    const first = link(page, /室/).first()
    const called = (await first.getAttribute('aria-label'))!.split('，')[0]!
    await first.click()
    await button(page, '看电话号码').click()
    await words(page, /^没有留电话|^拨打/).waitFor()
    await pick(page, '上门告诉了').click()
    await button(page, '记下').click()
    await words(page, `${called}的结果记下了。`).waitFor()
    const receipts = await cloud
      .as('demo-staff')
      .ok('announcement.receipts', { region: REGION, announcementId })
    expect(receipts).toMatchObject({ confirmed: 1, called: 1 })
  })

  test('what was typed outlives the page, and two who write do not undo each other', async () => {
    await link(page, /^暖气不热，这样报修/).click()
    await field(page, '标题').fill('暖气不热怎么办')
    await page.reload()
    await words(page, '这是您上次没保存完的内容。').waitFor()
    expect(await field(page, '标题').inputValue()).toBe('暖气不热怎么办')

    const street = cloud.as('demo-street')
    const one = { region: REGION, announcementId: 'demo-heating' }
    const { version, content, audience, questions } = await street.ok(
      'announcement.viewWritten',
      one,
    )
    const theirs = { ...content, title: '暖气不热，先放气' }
    await street.ok('announcement.saveDraft', {
      ...one,
      version,
      plan: { content: theirs, audience, questions },
    })
    await button(page, '存草稿').click()
    await words(page, '别人也改了这条公告').waitFor()
    await button(page, '用我写的').click()
    await button(page, '存草稿').click()
    await words(page, '已保存。').waitFor()
    expect(await street.ok('announcement.viewWritten', one)).toMatchObject({
      title: '暖气不热怎么办',
    })
  })
})

describe.each(BUILDS)('on the phone: %s', (build) => {
  test('a volunteer sees whom to call and says how it went; a property manager writes of works', async () => {
    const cloud = await startTestCloud({ staticDir: rootOf(build) })
    await cloud.advance(MINUTE)
    const volunteer = await openAs(browser, {
      url: cloud.url,
      openid: 'demo-volunteer',
      build,
      route: 'pages/desk-home/index',
    })
    await link(volunteer, /^打电话名单/).click()
    await arriveAt(volunteer, '打电话名单')
    await link(volunteer, /^今晚10点到明早6点停水/).click()
    await arriveAt(volunteer, '没看到公告的人')
    await link(volunteer, /80岁以上/)
      .first()
      .click()
    await pick(volunteer, '没人接').click()
    await button(volunteer, '记下').click()
    await words(volunteer, /的结果记下了。$/).waitFor()
    await volunteer.context().close()

    const manager = await openAs(browser, {
      url: cloud.url,
      openid: 'demo-manager',
      build,
      route: `pages/desk-announcement/index?id=&region=${encodeURIComponent(REGION)}`,
    })
    await field(manager, '标题').fill('电梯检修')
    expect(await pick(manager, '财务公开').count()).toBe(0)
    await button(manager, '存草稿').click()
    await words(manager, '已保存。').waitFor()
    await manager.context().close()
    await cloud.close()
  })
})
