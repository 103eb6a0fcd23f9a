import { startTestCloud } from './test/support/cloud.ts'
import { openAs, startBrowser, h5Root, pick, tab } from './.scratch-browser.mts'
import { allOf } from './test/support/database.ts'
const browser = await startBrowser()
const cloud = await startTestCloud({ staticDir: h5Root })
const homes = await allOf<any>(cloud, 'households')
const other = homes.find((h: any) => h.communityId === 'liuan')
const { scene } = await cloud.as('demo-neighbour').ok('account.makeHouseholdCode', { householdId: other._id })
await cloud.as('demo-resident').ok('account.joinHousehold', { code: scene.slice(1), name: '张伟', relation: 'owner', policyVersion: '2026-11-01' })
const page = await openAs(browser, { url: cloud.url, openid: 'demo-resident' })
page.on('response', async (r) => { if (r.url().includes('/call/')) console.log(r.request().postData()?.slice(0, 100), (await r.text()).slice(0, 900)) })
await page.setViewportSize({width:375,height:1000})
await tab(page, '我的').click(); await pick(page, /^柳岸社区/).waitFor()
console.log('---- choose', await pick(page, /^柳岸社区/).getAttribute('aria-checked'))
await pick(page, /^柳岸社区/).click(); await page.waitForTimeout(3000)
await page.screenshot({ path: '/tmp/shots/homes.png' })
await browser.close(); await cloud.close()
