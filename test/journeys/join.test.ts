import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { HouseholdDoc } from '../../cloudfunctions/account/account.docs.ts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { allOf } from '../support/database.ts'
import {
  arriveAt,
  BUILDS,
  button,
  choice,
  field,
  openAs,
  pick,
  rootOf,
  startBrowser,
  words,
} from './browser.ts'

const NEWCOMER = 'demo-newcomer'
/** Where the newcomer has moved to: with neighbours who live there already. */
const HOME = '5号楼1单元903室'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BUILDS)('a newcomer joins, in elder mode: %s', (build) => {
  let cloud: TestCloud
  let page: Page

  beforeEach(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    return async () => {
      await page.context().close()
      await cloud.close()
    }
  })

  const open = async (route = '', scans: string[] = []) => {
    const look = { elder: true }
    page = await openAs(browser, { url: cloud.url, openid: NEWCOMER, build, look, route, scans })
  }
  const paper = async () => {
    const homes = await allOf<HouseholdDoc>(cloud, 'households')
    const { _id } = homes.find(
      ({ communityId, home }) => communityId === 'chunxiao' && home === HOME,
    )!
    return cloud.as('demo-staff').ok('account.makeHouseholdCode', { householdId: _id })
  }
  const me = () => cloud.as(NEWCOMER).ok('account.me', {})

  /** The first screen: where one lives, by choices; the room alone is typed. */
  const sayWhere = async () => {
    await pick(page, '春晓社区').click()
    await pick(page, '5号楼').click()
    await pick(page, '1单元').click()
    await field(page, '房号').fill('903')
    await button(page, '下一步').click()
  }
  /** The second: who one is. */
  const sayWho = async () => {
    await field(page, '您的姓名').fill('钱多多')
    await pick(page, '租客').click()
    await choice(page, /我看过指引/).click()
  }

  test('with the paper of the house, scanned: who, and done', async () => {
    const { scene } = await paper()
    await open(`pages/scan/index?scene=${scene}`)
    await arriveAt(page, '加入社区')
    await words(page, '入户码扫好了，再写两样就行。').waitFor()
    await sayWho()
    await button(page, '加入').click()
    await words(page, '已经加入').waitFor()
    await button(page, '去首页看看').click()
    await words(page, '钱多多，您好').waitFor()
    expect(await me()).toMatchObject({ state: 'active', home: HOME, name: '钱多多' })
  })

  test('with the letters on the paper: where, who, and done', async () => {
    const { letters } = await paper()
    await open()
    await button(page, '加入社区').click()
    await arriveAt(page, '加入社区')
    await sayWhere()
    await sayWho()
    await field(page, /六个字母/).fill('AAAAAA')
    await button(page, '加入').click()
    await words(page, /码不对/).waitFor()
    expect(await field(page, '您的姓名').inputValue()).toBe('钱多多')
    await field(page, /六个字母/).fill(letters.toLowerCase())
    await button(page, '加入').click()
    await words(page, '已经加入').waitFor()
    expect(await me()).toMatchObject({ state: 'active', home: HOME })
  })

  test('without a paper staff are asked: waiting, refused with the reason, asked again, let in', async () => {
    const staff = cloud.as('demo-staff')
    const waiting = async () => (await staff.ok('account.listRequests', {})).items[0]!.requestId
    await open()
    await button(page, '加入社区').click()
    await arriveAt(page, '加入社区')
    await sayWhere()
    await button(page, '加入').click()
    await words(page, '请写姓名。').waitFor()
    await words(page, '请点一下您是这家的什么人。').waitFor()
    await sayWho()
    await button(page, '加入').click()
    await words(page, '交上去了，等社区审核').waitFor()
    await button(page, '回首页').click()
    await words(page, '正在等社区审核').waitFor()

    const say = '请带租房合同到服务站。'
    await staff.ok('account.answerRequest', { requestId: await waiting(), answer: 'refuse', say })
    await button(page, '看看有没有结果').click()
    await words(page, `社区说：${say}`).waitFor()
    await button(page, '重新申请').click()
    await arriveAt(page, '加入社区')
    await sayWhere()
    await sayWho()
    await button(page, '加入').click()
    await words(page, '交上去了，等社区审核').waitFor()
    await staff.ok('account.answerRequest', { requestId: await waiting(), answer: 'approve' })
    await button(page, '回首页').click()
    await words(page, '钱多多，您好').waitFor()
    expect(await me()).toMatchObject({ state: 'active', home: HOME })
  })

  test('a request that waits can be taken back, after being asked once more', async () => {
    await open()
    await button(page, '加入社区').click()
    await arriveAt(page, '加入社区')
    await sayWhere()
    await sayWho()
    await button(page, '加入').click()
    await button(page, '回首页').click()
    await button(page, '撤回申请').click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await words(page, '您还没有加入社区').waitFor()
    expect((await me()).request).toBeUndefined()
  })
})

test('in WeChat the paper can be scanned on the first screen; another code is told apart', async () => {
  const cloud = await startTestCloud({ staticDir: rootOf('weapp') })
  const homes = await allOf<HouseholdDoc>(cloud, 'households')
  const { _id } = homes.find(({ home }) => home === HOME)!
  const { scene } = await cloud
    .as('demo-staff')
    .ok('account.makeHouseholdCode', { householdId: _id })
  const page = await openAs(browser, {
    url: cloud.url,
    openid: NEWCOMER,
    build: 'weapp',
    route: 'pages/join/index',
    scans: ['https://example.com', `pages/scan/index?scene=${scene}`],
  })
  await button(page, '扫入户码').click()
  await words(page, /这不是入户码/).waitFor()
  await button(page, '扫入户码').click()
  await words(page, '入户码扫好了，再写两样就行。').waitFor()
  await page.context().close()
  await cloud.close()
})
