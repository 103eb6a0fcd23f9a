import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inRepo } from '../../../config/paths.mts'
import { startBrowser } from '../../../config/browser.mts'
import { serveFixture } from './fixture.ts'
import { callsOf, errorsOf, tappablesOf, topPlace } from './open.ts'

let browser: Browser
let fixture: Awaited<ReturnType<typeof serveFixture>>
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  fixture = await serveFixture(browser)
})
afterAll(async () => {
  await browser.close()
  await fixture.close()
})
afterEach(() => page.context().close())

const words = (of: string) => topPlace(page).locator(of).textContent()
const colourOf = (of: string) =>
  topPlace(page)
    .locator(of)
    .first()
    .evaluate((element) => getComputedStyle(element).color)

describe('what a phone lacks', () => {
  test('is undefined inside the program, by name, by this and by Function', async () => {
    page = await fixture.open({ route: 'pages/globals/index' })
    expect(await words('#found')).toBe('没有')
    expect(await words('#this')).toBe('undefined')
    expect(await words('#open')).toBe('closed')
    expect(await words('#made')).toBe('EvalError')
  })

  test('an API that the runner has not is told by its name, and keeps nobody waiting', async () => {
    page = await fixture.open()
    await topPlace(page).getByRole('button', { name: '不认识的' }).click()
    expect(await errorsOf(page)).toEqual([
      expect.stringContaining('wx.startBeaconDiscovery is not in the runner'),
    ])
  })
})

describe('pages', () => {
  test('templates, loops, wxs, slots and components are drawn, and a tap reaches its listener', async () => {
    page = await fixture.open({ route: 'pages/first/index?a=1' })
    expect(await words('#greeting')).toBe('您好！')
    expect(await words('.inside')).toContain('里面')
    await topPlace(page).getByText('第2行').click()
    expect(await words('.tapped')).toBe('点了：tap 2 dataset,id,offsetLeft,offsetTop')
    await topPlace(page).getByText('卡片').click()
    await topPlace(page).getByText('卡片开了').waitFor()
    expect(await words('.lived')).toBe('load {"a":"1"},show,ready')
  })

  test('every tappable element is known, with its name', async () => {
    page = await fixture.open()
    const names = (await tappablesOf(page)).map(({ role, name }) => `${role} ${name}`.trim())
    expect(names).toEqual(['卡片', '第1行', '第2行', 'button 去受控', 'button 不认识的'])
  })

  test('navigation keeps a stack, and tells each page when it hides and shows', async () => {
    page = await fixture.open()
    await topPlace(page).getByRole('button', { name: '去受控' }).click()
    await topPlace(page).getByRole('heading', { name: '控件' }).waitFor()
    expect(await words('#name')).toBe('王 & 李')
    await topPlace(page).getByRole('button', { name: '返回' }).click()
    await topPlace(page).getByRole('heading', { name: '第一页' }).waitFor()
    expect(await words('.lived')).toBe('load {},show,ready,hide,show')
  })

  test('tabs have icons, stay alive, and a page has its own styles only', async () => {
    page = await fixture.open()
    expect(await colourOf('.thing')).toBe('rgb(1, 2, 3)')
    await topPlace(page).getByRole('tab', { name: '二' }).click()
    await topPlace(page).getByText('第二页的内容').waitFor()
    expect(await colourOf('.thing')).toBe('rgb(7, 7, 7)')
    const icon = topPlace(page).locator('.tab-bar__icon').first()
    expect(await icon.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(27)
    await topPlace(page).getByRole('tab', { name: '一' }).click()
    expect(await words('.lived')).toBe('load {},show,ready,hide,show')
    expect(await colourOf('.thing')).toBe('rgb(1, 2, 3)')
  })

  test('a page is a view between the bars: fixed and vh are measured in it', async () => {
    page = await fixture.open({ route: 'pages/second/index' })
    const foot = await topPlace(page).locator('.foot').boundingBox()
    const tabs = await topPlace(page).locator('.tab-bar').boundingBox()
    expect(foot!.y + foot!.height).toBe(tabs!.y)
    expect(foot!.height).toBe((740 - 64 - 50) / 2)
  })

  test('rpx are whole pixels of this width, and never nothing', async () => {
    page = await fixture.open({ look: { width: 321 } })
    const wide = await topPlace(page).locator('.wide').boundingBox()
    expect(wide).toMatchObject({ width: 160, height: 1 })
  })

  test('dark: theme.json colours the bars, and styles follow', async () => {
    page = await fixture.open({ look: { dark: true } })
    expect(await colourOf('.thing')).toBe('rgb(200, 200, 200)')
    const bar = topPlace(page).locator('.nav-bar')
    expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(16, 16, 16)',
    )
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => colourOf('.thing')).toBe('rgb(1, 2, 3)')
  })

  test('a finger pulls the page down', async () => {
    page = await fixture.open()
    await page.mouse.move(180, 200)
    await page.mouse.down()
    await page.mouse.move(180, 320, { steps: 3 })
    await page.mouse.up()
    expect(await words('.lived')).toContain('pulled')
  })
})

describe('controls', () => {
  test('each tells its value', async () => {
    page = await fixture.open({ route: 'pages/controls/index' })
    const place = topPlace(page)
    const heard = async (wanted: string) => expect(await words('.heard')).toBe(wanted)
    await place.getByRole('switch', { name: '开关' }).click()
    await heard('switch change true')
    await place.getByText('乙').click()
    await heard('checkbox change ["b"]')
    await place.getByText('丑').click()
    await heard('radio change "y"')
    await place.getByRole('textbox', { name: '写字' }).pressSequentially('一二三四五六')
    await heard('input input "一二三四五"')
    await place.getByRole('textbox', { name: '多写' }).fill('长\n文')
    await heard('textarea input "长\\n文"')
    await place.getByText('选一个').click()
    await page.getByRole('dialog').getByRole('combobox').selectOption('夏')
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await heard('picker change 1')
    await place.getByRole('slider', { name: '多少' }).fill('15')
    await heard('slider change 15')
    await place.getByRole('button', { name: '交' }).click()
    await heard('form submit {"who":"王"}')
    await place.getByRole('button', { name: '空着的 disabled' }).click()
    expect(await words('.heard')).toContain('free tap')
    await place.getByRole('button', { name: '手机号' }).click()
    await expect.poll(() => words('.heard')).toMatch(/phone getphonenumber .*"code":/)
    await place.locator('#box').evaluate((box) => box.scrollTo(0, 40))
    await expect.poll(() => words('.heard')).toContain('scroll scroll')
    expect(await place.locator('wx-rich-text').innerHTML()).toBe('<p>富<b>文本</b></p>')
  })
})

describe('wx', () => {
  const tap = (name: string) => topPlace(page).getByRole('button', { name, exact: true }).click()
  const answer = (wanted: unknown) =>
    expect
      .poll(async () => JSON.parse((await words('.answer')) ?? 'null') as unknown)
      .toEqual(wanted)

  test('scans the codes it is given, and asks for one when there is none', async () => {
    page = await fixture.open({ route: 'pages/controls/index', phone: { scans: ['hello'] } })
    await tap('扫码')
    await answer(expect.objectContaining({ result: 'hello', errMsg: 'scanCode:ok' }))
    await tap('扫码')
    const asked = page.getByRole('dialog', { name: /扫一扫/ })
    await asked.getByLabel('选一张图片').setInputFiles(inRepo('test/weapp/runner/code.png'))
    await answer(expect.objectContaining({ result: 'pages/first/index?scene=c.abc' }))
    await tap('扫码')
    await asked.getByRole('textbox').fill('pages/first/index?scene=k')
    await asked.getByRole('button', { name: '用这段文字' }).click()
    await answer(expect.objectContaining({ path: 'pages/first/index?scene=k' }))
    await tap('扫码')
    await asked.getByRole('button', { name: '取消' }).click()
    await answer({ errMsg: 'scanCode:fail cancel' })
  })

  test('asks for a subscription, and the cloud hears the answer', async () => {
    page = await fixture.open({ route: 'pages/controls/index' })
    const heard = page.waitForRequest('**/subscriptions')
    await tap('订阅')
    await page.getByRole('dialog').getByRole('button', { name: '允许' }).click()
    await answer(expect.objectContaining({ t1: 'accept' }))
    expect((await heard).postDataJSON()).toEqual({
      openid: 'demo-elder',
      templateId: 't1',
      accept: true,
    })
  })

  test('asks, offers and shows as WeChat does', async () => {
    page = await fixture.open({ route: 'pages/controls/index', look: { fontSize: 'huge' } })
    await tap('问')
    await page.getByRole('dialog', { name: '要吗' }).getByRole('button', { name: '取消' }).click()
    await answer(expect.objectContaining({ confirm: false, cancel: true }))
    await tap('单子')
    await page.getByRole('dialog').getByRole('button', { name: '乙' }).click()
    await answer(expect.objectContaining({ tapIndex: 1 }))
    await tap('量')
    await answer(375)
    await tap('存')
    await answer([{ a: 1 }, ''])
    await tap('读')
    await answer(expect.objectContaining({ retcode: 0 }))
    expect(await callsOf(page, 'WechatSI.textToSpeech')).toEqual([{ content: '您好' }])
    await tap('系统')
    await answer({
      fontSizeSetting: 23,
      fontSizeScaleFactor: 1.35,
      theme: 'light',
      windowHeight: 676,
    })
    await tap('打电话')
    await page.getByRole('dialog', { name: '拨打电话' }).getByText('120').waitFor()
    expect(await callsOf(page, 'makePhoneCall')).toEqual([{ phoneNumber: '120' }])
    expect(await errorsOf(page)).toEqual([])
  })
})
