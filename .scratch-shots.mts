import { startTestCloud } from './test/support/cloud.ts'
import { openAs, startBrowser, h5Root, button, words, pick, link, choice, tab, arriveAt } from './.scratch-browser.mts'
import { allOf } from './test/support/database.ts'
import type { Page } from 'playwright-core'
const LOOKS: Record<string, object> = { normal: {}, elder: { elder: true }, dark: { dark: true } }
const only = process.argv[2] ? process.argv[2].split(',') : Object.keys(LOOKS)
const browser = await startBrowser()
for (const name of only) {
  const look = LOOKS[name]!
  const cloud = await startTestCloud({ staticDir: h5Root })
  await fetch
  const shot = async (page: Page, what: string) => {
    await page.waitForTimeout(350)
    await page.locator('.skeleton').first().waitFor({ state: 'detached', timeout: 5000 }).catch(() => {})
    const heights = await page.evaluate<number[]>(`[...document.querySelectorAll('.taro_page')].filter(e=>e.offsetParent!==null||e.getClientRects().length).map(e=>e.scrollHeight)`)
    const h = Math.max(740, ...heights)
    await page.setViewportSize({ width: 375, height: Math.min(h + 60, 3000) })
    await page.waitForTimeout(80)
    await page.screenshot({ path: `/tmp/shots/${what}-${name}.png` })
    await page.setViewportSize({ width: 375, height: 740 })
  }
  const go = async (page: Page, path: string) => { await page.goto(`${cloud.url}/?v=${Math.random()}#/pages/${path}`); await page.locator('.screen').first().waitFor() }
  const open = async (openid: string) => { const p = await openAs(browser, { url: cloud.url, openid, look }); p.on('console', (m) => m.type() === 'error' && console.log('console:', m.text().slice(0, 300))); p.on('pageerror', (e) => console.log('pageerror', e.message)); return p }
  try {
    // newcomer
    const n = await open('demo-newcomer')
    await words(n, '您还没有加入社区').waitFor()
    await shot(n, '01-newcomer-home')
    await go(n, 'join/index'); await arriveAt(n, '加入社区')
    await shot(n, '02-join-where')
    await pick(n, '春晓社区').click(); await shot(n, '03-join-building')
    await pick(n, '3号楼').click(); await pick(n, '2单元').click()
    await button(n, '下一步').click(); await shot(n, '04-join-room-missing')
    await n.getByRole('textbox', { name: '房号' }).fill('601')
    await button(n, '下一步').click(); await words(n, '您是谁？').first().waitFor(); await shot(n, '05-join-who')
    await button(n, '加入').click(); await shot(n, '06-join-who-missing')
    await n.getByRole('textbox', { name: '您的姓名' }).fill('钱多多')
    await pick(n, '租客').click(); await choice(n, /我看过/).click()
    await button(n, '加入').click(); await words(n, /等社区审核/).first().waitFor(); await shot(n, '07-join-waiting')
    await button(n, '回首页').click(); await words(n, '正在等社区审核').waitFor(); await shot(n, '08-home-waiting')
    await tab(n, '我的').click(); await shot(n, '09-me-newcomer')
    const staff = cloud.as('demo-staff')
    const { items } = await staff.ok('account.listRequests', {})
    await staff.ok('account.answerRequest', { requestId: items[0]!.requestId, answer: 'refuse', say: '这个房号没有登记，请带租房合同到服务站。' })
    await tab(n, '首页').click(); await words(n, '这次没有通过').waitFor(); await shot(n, '10-home-refused')
    await n.context().close()
    // child and parent
    const c = await open('demo-child')
    await words(c, /您好$/).waitFor()
    await go(c, 'helping/index'); await arriveAt(c, '代办'); await shot(c, '20-helping-empty')
    await button(c, '登记一位家人').click(); await arriveAt(c, '登记家人'); await shot(c, '21-add-empty')
    await c.getByRole('textbox', { name: '家人的姓名' }).fill('王秀兰')
    await pick(c, '儿子').click(); await pick(c, '春晓社区').click(); await pick(c, '3号楼').click(); await pick(c, '2单元').click()
    await c.getByRole('textbox', { name: '房号' }).fill('503')
    await choice(c, /我看过/).click(); await shot(c, '22-add-full')
    await button(c, '登记').last().click(); await arriveAt(c, '代办'); await words(c, /等 王秀兰 同意/).waitFor(); await shot(c, '23-helping-asked')
    const asked = (await cloud.as('demo-child').ok('account.listHelping', {})).asked
    const e = await open('demo-elder')
    await words(e, '有人想替您办事').first().waitFor(); await shot(e, '24-elder-home-asking')
    await button(e, '看看是谁').click(); await arriveAt(e, '代办'); await shot(e, '25-elder-asking')
    await button(e, '是我家人，让他办').click()
    await e.getByRole('textbox').first().fill('000000'); await button(e, '是我家人，让他办').click(); await words(e, /码不对/).waitFor(); await shot(e, '26-elder-wrong')
    await e.getByRole('textbox').first().fill(asked[0]!.code!); await button(e, '是我家人，让他办').click(); await button(e, /^马上结束/).waitFor(); await shot(e, '27-elder-helper')
    await button(e, /^马上结束/).click(); await shot(e, '28-elder-end-sheet')
    await e.getByRole('dialog').getByRole('button', { name: '不结束' }).click()
    await go(c, 'home/index'); await link(c, /替 王秀兰 办事/).waitFor(); await shot(c, '29-child-home')
    await link(c, /替 王秀兰 办事/).click(); await words(c, '王秀兰的首页').waitFor(); await shot(c, '30-acting-home')
    await tab(c, '我的').click(); await shot(c, '31-acting-me')
    await go(c, 'helping/index'); await arriveAt(c, '代办'); await shot(c, '32-acting-helping')
    await go(c, 'service/index?serviceId=chunxiao-health-check'); await words(c, '老年人健康体检').first().waitFor(); await shot(c, '33-acting-service')
    const slots = (await cloud.as('demo-child').ok('booking.viewService', { serviceId: 'chunxiao-health-check' })).slots.filter((s) => s.state === 'open')
    await go(c, `confirm/index?serviceId=chunxiao-health-check&slotId=${slots[0]!.slotId}&day=2026-11-23`); await words(c, '给谁约？').waitFor(); await shot(c, '34-acting-confirm')
    await button(c, /^确认给 王秀兰/).click(); await words(c, /约好了/).waitFor(); await shot(c, '35-acting-done')
    await button(c, /看 王秀兰 的预约/).click(); await arriveAt(c, '王秀兰的预约'); await shot(c, '36-acting-bookings')
    const grants = await cloud.as('demo-elder').ok('account.listHelping', {})
    await cloud.as('demo-elder').ok('account.endHelping', { grantId: grants.helpers[0]!.grantId })
    await button(c, /取消预约/).first().click(); await c.getByRole('dialog').getByRole('button', { name: '确定取消' }).click()
    await words(c, /不能再替 王秀兰/).waitFor(); await shot(c, '37-lost')
    await go(e, 'my-bookings/index'); await shot(e, '38-elder-bookings')
    const r = await open('demo-resident'); await go(r, 'phone/index'); await arriveAt(r, '我的手机号'); await shot(r, '40-phone')
    await r.getByRole('textbox').fill('123'); await button(r, '存好').click(); await shot(r, '41-phone-bad')
    await go(e, 'me/index'); await shot(e, '42-me')
  } catch (x) { console.log(name, 'FAILED', String(x).slice(0, 700)); for (const ctx of browser.contexts()) for (const p of ctx.pages()) await p.screenshot({ path: `/tmp/shots/FAIL-${name}-${Math.random()}.png` }) }
  for (const ctx of browser.contexts()) await ctx.close()
  await cloud.close()
}
await browser.close()
