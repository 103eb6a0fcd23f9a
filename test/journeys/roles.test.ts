import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  BUILDS,
  button,
  choice,
  field,
  link,
  openAs,
  pick,
  rootOf,
  startBrowser,
  words,
} from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BUILDS)('roles are offered, accepted and taken back: %s', (build) => {
  let cloud: TestCloud
  const pages: Page[] = []

  beforeEach(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    return async () => {
      for (const page of pages.splice(0)) await page.context().close()
      await cloud.close()
    }
  })

  const open = async (openid: string, route: string): Promise<Page> => {
    const page = await openAs(browser, { url: cloud.url, openid, build, route })
    pages.push(page)
    return page
  }
  const openRoles = async (openid: string) => {
    const page = await open(openid, 'pages/desk-roles/index')
    await arriveAt(page, '身份与邀请')
    return page
  }
  const inSheet = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true })

  /** Staff make an invitation on their screen; what stands below the picture. */
  const invited = async (page: Page, role: string): Promise<string> => {
    await button(page, '邀请一位').click()
    await button(page, '做邀请码').click()
    await words(page, '请先选给什么身份。').waitFor()
    await pick(page, role).click()
    await button(page, '做邀请码').click()
    await page.getByRole('img', { name: '邀请码图' }).waitFor()
    return (await page.locator('.code-picture__letters').textContent()) ?? ''
  }
  const type = async (page: Page, letters: string) => {
    await arriveAt(page, '扫一扫')
    await field(page, '码下面的字').fill(letters.toLowerCase())
    await button(page, '查一查').click()
  }

  test('a resident types the letters, agrees, and is a volunteer; the code is used up', async () => {
    const letters = await invited(await openRoles('demo-staff'), '志愿者')
    const page = await open('demo-owner', 'pages/scan/index')
    await type(page, letters)
    await words(page, '邀请您做志愿者').waitFor()
    await button(page, '接受邀请').click()
    await words(page, '请先看隐私保护指引，再勾选同意。').waitFor()
    await choice(page, '我看过并同意隐私保护指引').click()
    await button(page, '接受邀请').click()
    await words(page, '您已经是春晓社区的志愿者了。').waitFor()
    expect((await cloud.as('demo-owner').ok('account.me', {})).roles).toContain('volunteer')

    const late = await open('demo-elder', 'pages/scan/index')
    await type(late, letters)
    await words(late, /^这个码已经用过了/).waitFor()
  })

  test('one whom the program does not know says who they are', async () => {
    const letters = await invited(await openRoles('demo-staff'), '维修师傅')
    const page = await open('demo-nobody-yet', 'pages/scan/index')
    await type(page, letters)
    await choice(page, '我看过并同意隐私保护指引').click()
    await button(page, '接受邀请').click()
    await words(page, '请写您的姓名。').waitFor()
    await field(page, '您的姓名').fill('孙师傅')
    await button(page, '接受邀请').click()
    await words(page, '您已经是春晓社区的维修师傅了。').waitFor()
  })

  test('an invitation is taken back before it is used', async () => {
    const page = await openRoles('demo-staff')
    const letters = await invited(page, '志愿者')
    await button(page, '撤回这个邀请').click()
    await inSheet(page, '确定撤回').click()
    await words(page, '邀请已经撤回。').waitFor()
    expect(await words(page, '还没用的邀请').count()).toBe(0)
    const resident = await open('demo-elder', 'pages/scan/index')
    await type(resident, letters)
    await words(resident, '这个邀请用不了').waitFor()
  })

  test('the administrator enters a street and a community with its desk; its officer corrects the phone', async () => {
    const page = await open('demo-admin', 'pages/desk-places/index')
    await link(page, /^和平区/).click()
    await button(page, '添加街道').click()
    await button(page, '保存').click()
    await words(page, '请写名字。').waitFor()
    await field(page, '街道的名字').fill('滨河街道')
    await button(page, '保存').click()
    await words(page, '滨河街道已保存。').waitFor()
    await link(page, '滨河街道').click()
    await words(page, '还没有社区').waitFor()
    await button(page, '添加社区').click()
    await field(page, '社区的名字').fill('听涛社区')
    await field(page, '名称').fill('听涛服务站')
    await field(page, '电话').fill('024-55500199')
    await button(page, '保存').click()
    await words(page, '请写服务站的上班时间。').waitFor()
    await field(page, '上班时间').fill('每天 9:00–17:00')
    await button(page, '保存').click()
    await words(page, '听涛社区已保存。').waitFor()

    const street = await open('demo-street', 'pages/desk-places/index')
    await link(street, /^南湖街道/).click()
    await link(street, /^春晓社区/).click()
    await button(street, '改名字和服务站').click()
    await field(street, '电话').fill('024-55500111')
    await button(street, '保存').click()
    await words(street, /，024-55500111$/).waitFor()
    expect((await cloud.as('demo-elder').ok('account.me', {})).office?.phone).toBe('024-55500111')
    const { places } = await cloud.as('demo-elder').ok('account.listPlaces', {})
    expect(places.find(({ name }) => name === '听涛社区')?.names).toEqual([
      ...['和平区', '滨河街道', '听涛社区'],
    ])
  })

  test('the street takes a role back from a community below, and that desk is shut at once', async () => {
    const desk = await open('demo-staff', 'pages/desk-requests/index')
    await words(desk, '现在没有人等审核').waitFor()
    const page = await openRoles('demo-street')
    await link(page, '春晓社区').click()
    await button(page, '收回周敏的社区工作者身份').click()
    await inSheet(page, '确定收回').click()
    await words(page, '周敏的社区工作者身份已经收回。').waitFor()
    const shut = await open('demo-staff', 'pages/desk-requests/index')
    await words(shut, '您没有权限做这件事。如有疑问，请问社区服务站。').waitFor()
    expect(await cloud.as('demo-staff').refused('account.listRequests', {})).toBe('NOT_ALLOWED')
  })
})
