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

describe.each(BUILDS)('staff work with the people of the community: %s', (build) => {
  let cloud: TestCloud
  let page: Page

  beforeEach(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    const route = 'pages/desk-people/index'
    page = await openAs(browser, { url: cloud.url, openid: 'demo-staff', build, route })
    await arriveAt(page, '居民')
    return async () => {
      await page.context().close()
      await cloud.close()
    }
  })

  const sheet = () => page.getByRole('dialog')
  const inSheet = (name: string) => sheet().getByRole('button', { name, exact: true })
  const staff = () => cloud.as('demo-staff')

  /** Finds the elder and opens her card. */
  const openElder = async () => {
    await field(page, '姓名').fill('王秀兰')
    await button(page, '查找').click()
    await link(page, /^王\*兰/).click()
    await button(page, '修改').waitFor()
  }
  const elder = async () => {
    const { residents } = await staff().ok('account.findResident', { name: '王秀兰' })
    return residents[0]!
  }

  test('find: masked in the list, and a number is seen for a reason alone', async () => {
    await openElder()
    expect(await words(page, '02455500131').count()).toBe(0)
    await button(page, '看电话和出生日期').click()
    await choice(page, /^电话$/).click()
    await inSheet('看').click()
    await sheet().getByText('请选看哪一项、为什么看。').waitFor()
    await choice(page, '上门走访').click()
    await inSheet('看').click()
    await words(page, /02455500131/).waitFor()
    await button(page, '给王秀兰打电话').waitFor()
  })

  test('edit: only what was changed is changed, and an attribute says what it rests on', async () => {
    await openElder()
    await button(page, '修改').click()
    await field(page, '电话号码').fill('13800138000')
    await choice(page, /^低保$/).click()
    await button(page, '保存').click()
    await words(page, '请写低保的依据。').first().waitFor()
    await choice(page, /^低保证$/).click()
    await button(page, '保存').click()
    await words(page, '已经保存。').waitFor()
    await words(page, /138\*\*\*\*8000（没有核实）/).waitFor()
    const { residentId } = await elder()
    const card = await staff().ok('account.viewResident', { residentId })
    expect(card).toMatchObject({ fullName: '王秀兰', phoneVerified: false })
    expect(card.attributes.map(({ name, basis }) => [name, basis])).toContainEqual([
      'lowIncome',
      '低保证',
    ])
  })

  test('two who edit do not undo each other, and nothing typed is lost', async () => {
    await openElder()
    await button(page, '修改').click()
    await field(page, '出生日期').fill('19540302')
    const { residentId } = await elder()
    const { version } = await staff().ok('account.viewResident', { residentId })
    await staff().ok('account.saveResident', { residentId, version, name: '王秀芝' })
    await button(page, '保存').click()
    await words(page, /^别人刚刚也改了这份登记/).waitFor()
    await button(page, '看看对方改了什么').click()
    await words(page, /^下面是合在一起的样子/).waitFor()
    expect(await field(page, '姓名').inputValue()).toBe('王秀芝')
    expect(await field(page, '出生日期').inputValue()).toBe('19540302')
    await button(page, '保存').click()
    await words(page, '已经保存。').waitFor()
    const seen = await staff().ok('account.revealResident', {
      residentId,
      fields: ['birthDay'],
      reason: 'verify',
    })
    expect(seen).toEqual({ birthDay: '1954-03-02' })
  })

  test('someone new, then a code for that home which lets a newcomer in', async () => {
    await button(page, '新登记一位居民').click()
    // The form has come: until then the only name to fill is that of the search, which it hides.
    await button(page, '保存').waitFor()
    await field(page, /^姓名$/)
      .last()
      .fill('赵一')
    await field(page, '楼号').fill('3')
    await field(page, /^单元/).fill('2')
    await field(page, '房号').fill('601')
    await pick(page, '业主').click()
    await button(page, '保存').click()
    await link(page, /^做这一户的户码/).click()
    await inSheet('做新户码').click()
    const letters = await page.locator('.code-picture__letters').textContent()
    expect(letters).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/)
    const newcomer = cloud.as('demo-newcomer')
    const { privacy } = await newcomer.ok('account.me', {})
    const me = await newcomer.ok('account.joinHousehold', {
      code: letters!,
      room: { communityId: 'chunxiao', building: '3', unit: '2', room: '601' },
      name: '赵一',
      relation: 'owner',
      policyVersion: privacy.current,
    })
    expect(me).toMatchObject({ state: 'active', home: '3号楼2单元601室' })
  })

  test('moved out: said before what will happen, and then so', async () => {
    await openElder()
    const { residentId } = await elder()
    await link(page, '搬走、去世或分户').click()
    await button(page, '下一步').click()
    await words(page, '请先选是哪一种情况。').waitFor()
    await pick(page, /^搬走了/).click()
    await button(page, '下一步').click()
    await sheet().getByText('还没办的预约会取消，并通知有关的人。').waitFor()
    await inSheet('确定办理').click()
    await words(page, '已经办好。').waitFor()
    expect(await staff().ok('account.viewResident', { residentId })).toMatchObject({
      state: 'left',
    })
  })

  test('two records of one person become one', async () => {
    const room = { building: '6', room: '101' }
    const entered = await staff().ok('account.saveResident', {
      name: '王秀兰',
      room,
      relation: 'family',
    })
    await field(page, '姓名').fill('王秀兰')
    await button(page, '查找').click()
    await link(page, /3号楼2单元503室/).click()
    await button(page, '修改').waitFor()
    const { residentId } = (
      await staff().ok('account.findResident', { name: '王秀兰' })
    ).residents.find((one) => one.residentId !== entered.residentId)!
    await link(page, '和另一份登记合并').click()
    await field(page, '姓名').last().fill('王秀兰')
    await button(page, '查找').last().click()
    await link(page, /6号楼101室/)
      .last()
      .click()
    await sheet().getByText('合并以后不能再分开。').waitFor()
    await inSheet('确定合并').click()
    await words(page, '两份登记已经合并。').waitFor()
    const after = await staff().ok('account.viewResident', { residentId: entered.residentId })
    expect(after.state).toBe('merged')
    expect((await staff().ok('account.viewResident', { residentId })).homes).toHaveLength(2)
  })

  test('for the person on the phone: who acts for her is answered, and her errands are hers', async () => {
    const child = cloud.as('demo-child')
    const { privacy } = await child.ok('account.me', {})
    await child.ok('account.addDependent', {
      name: '王秀兰',
      room: { communityId: 'chunxiao', building: '3', unit: '2', room: '503' },
      relation: 'son',
      scope: 'everything',
      policyVersion: privacy.current,
    })
    await openElder()
    await link(page, '谁替这位居民办事').click()
    await button(page, '本人同意李建国代办').click()
    await button(page, '结束李建国的代办').waitFor()
    expect((await child.ok('account.me', {})).dependents).toHaveLength(1)
    await button(page, '返回').last().click()
    await link(page, /^替这位居民办事/).click()
    await words(page, '王秀兰的首页').waitFor()
  })
})
