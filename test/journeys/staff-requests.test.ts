import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  BUILDS,
  button,
  choice,
  link,
  openAs,
  pick,
  rootOf,
  startBrowser,
  tab,
  words,
} from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BUILDS)('staff answer those who wait: %s', (build) => {
  let cloud: TestCloud
  let page: Page

  beforeEach(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    const newcomer = cloud.as('demo-newcomer')
    const { privacy } = await newcomer.ok('account.me', {})
    await newcomer.ok('account.joinHousehold', {
      room: { communityId: 'chunxiao', building: '5', unit: '1', room: '903' },
      name: '钱多多',
      relation: 'tenant',
      policyVersion: privacy.current,
    })
    page = await openAs(browser, { url: cloud.url, openid: 'demo-staff', build })
    return async () => {
      await page.context().close()
      await cloud.close()
    }
  })

  const openRequests = async () => {
    await tab(page, '我的').click()
    await link(page, /^社区工作台/).click()
    await arriveAt(page, '社区工作台')
    await link(page, /^待审核申请/).click()
    await arriveAt(page, '待审核申请')
    await link(page, /^钱多多申请加入/).click()
  }
  const me = () => cloud.as('demo-newcomer').ok('account.me', {})

  test('one who is not on the roster is entered, and is in at once', async () => {
    await openRequests()
    await words(page, '租户').waitFor()
    await pick(page, /^名单上没有，登记为新居民/).click()
    await button(page, /^通过$/).click()
    await words(page, '钱多多的申请已经通过。').waitFor()
    await words(page, '现在没有人等审核').waitFor()
    expect(await me()).toMatchObject({ state: 'active', home: '5号楼1单元903室' })
  })

  test('a refusal needs a reason, which the one who asked can read', async () => {
    await openRequests()
    await button(page, '不通过').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '确定不通过' }).click()
    await sheet.getByText('请选一句，或者写一句。').waitFor()
    await choice(page, '姓名和房号对不上').click()
    await sheet.getByRole('button', { name: '确定不通过' }).click()
    await words(page, '钱多多的申请没有通过，理由已经告诉对方。').waitFor()
    expect((await me()).request).toMatchObject({
      state: 'refused',
      reason: '姓名和房号对不上',
    })
  })

  test('somebody else was faster: it is said, and the request is gone', async () => {
    await openRequests()
    const { items } = await cloud.as('demo-staff').ok('account.listRequests', {})
    const { requestId } = items[0]!
    await cloud.as('demo-staff').ok('account.answerRequest', { requestId, answer: 'approve' })
    await button(page, /^通过$/).click()
    await words(page, '现在没有人等审核').waitFor()
  })
})
