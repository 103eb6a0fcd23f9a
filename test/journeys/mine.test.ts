import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HouseholdDoc } from '../../cloudfunctions/account/account.docs.ts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { allOf } from '../support/database.ts'
import {
  arriveAt,
  BUILDS,
  button,
  field,
  link,
  openAs,
  pick,
  rootOf,
  startBrowser,
  tab,
  words,
} from './browser.ts'

const PERSON = 'demo-resident'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BUILDS)('what is mine: %s', (build) => {
  let cloud: TestCloud
  let page: Page

  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
  })
  afterAll(() => cloud.close())

  const open = async () => {
    page = await openAs(browser, { url: cloud.url, openid: PERSON, build })
    await tab(page, '我的').click()
  }
  const me = () => cloud.as(PERSON).ok('account.me', {})

  test('a number is typed: a wrong one is told, a right one is kept and said to be unverified', async () => {
    await open()
    await link(page, /^我的手机号/).click()
    await arriveAt(page, '我的手机号')
    expect(await button(page, '用微信里的手机号').count()).toBe(build === 'weapp' ? 1 : 0)
    await field(page, '手机号或座机').fill('1380013800')
    await button(page, '存好').click()
    await words(page, /号码不对/).waitFor()
    await field(page, '手机号或座机').fill('138 0013 8000')
    await button(page, '存好').click()
    await words(page, '存好了。').waitFor()
    await words(page, '138****8000').waitFor()
    await words(page, '未核实').first().waitFor()
    expect((await me()).phone).toEqual({ masked: '138****8000', verified: false })
    await page.context().close()
  })

  test('who lives in two homes chooses which is in use, and everything is of that community', async () => {
    const homes = await allOf<HouseholdDoc>(cloud, 'households')
    const other = homes.find(({ communityId }) => communityId === 'liuan')!
    const { scene } = await cloud
      .as('demo-neighbour')
      .ok('account.makeHouseholdCode', { householdId: other._id })
    const { privacy } = await me()
    await cloud.as(PERSON).ok('account.joinHousehold', {
      code: scene.slice(1),
      name: '张伟',
      relation: 'owner',
      policyVersion: privacy.current,
    })
    await open()
    await pick(page, new RegExp(`^柳岸社区 ${other.home}`)).waitFor()
    expect(await pick(page, /^春晓社区/).getAttribute('aria-checked')).toBe('true')
    await pick(page, /^柳岸社区/).click()
    await expect.poll(() => pick(page, /^柳岸社区/).getAttribute('aria-checked')).toBe('true')
    expect((await me()).places).toContain('柳岸社区')
    await tab(page, '首页').click()
    await words(page, `柳岸社区 · ${other.home}`).waitFor()
    await page.context().close()
  })
})

test('in WeChat one tap gives the number, verified; then it is never asked for again', async () => {
  const cloud = await startTestCloud({ staticDir: rootOf('weapp') })
  const page = await openAs(browser, {
    url: cloud.url,
    openid: PERSON,
    build: 'weapp',
    route: 'pages/phone/index',
  })
  await button(page, '用微信里的手机号').click()
  await words(page, '已核实').waitFor()
  await words(page, /不用再填/).waitFor()
  expect(await button(page, '用微信里的手机号').count()).toBe(0)
  expect((await cloud.as(PERSON).ok('account.me', {})).phone?.verified).toBe(true)
  await page.context().close()
  await cloud.close()
})
