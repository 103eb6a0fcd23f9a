import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules.ts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import {
  arriveAt,
  BUILDS,
  button,
  link,
  openAs,
  pick,
  rootOf,
  startBrowser,
  words,
} from './browser.ts'

const ELDER = 'demo-elder'
const FAR = 'daughter-far-away'
const MASSAGE = 'chunxiao-massage'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** A daughter who lives in another city, and in no community here, may book for her mother. */
async function letDaughterBook(cloud: TestCloud): Promise<void> {
  const asked = await cloud.as(FAR).ok('account.addDependent', {
    name: '王秀兰',
    room: { communityId: 'chunxiao', building: '3号楼', unit: '2单元', room: '503' },
    relation: 'daughter',
    scope: 'booking',
    myName: '王丽',
    policyVersion: POLICY_VERSION,
  })
  await cloud.as(ELDER).ok('account.confirmHelper', {
    requestId: asked.requestId,
    ...(asked.code ? { code: asked.code } : {}),
  })
}

const aheadOf = async (cloud: TestCloud, openid: string) => {
  const { items } = await cloud.as(openid).ok('booking.listMine', {})
  return items.filter(({ state }) => state === 'booked')
}

describe.each(BUILDS)('booking, and what comes after: %s', (build) => {
  let cloud: TestCloud
  const pages: Page[] = []
  const open = async (openid: string, more: { elder?: boolean; route?: string } = {}) => {
    const { elder = false, route = '' } = more
    const page = await openAs(browser, { url: cloud.url, openid, build, look: { elder }, route })
    pages.push(page)
    return page
  }

  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    await cloud.as('demo-resident').ok('account.agree', { policyVersion: POLICY_VERSION })
  })
  afterAll(async () => {
    for (const page of pages) await page.context().close()
    await cloud.close()
  })

  test('an elder books in elder mode with four taps from home', async () => {
    const page = await open(ELDER, { elder: true })
    await link(page, /^健康服务/).click()
    await link(page, /^老年人健康体检/).click()
    await link(page, /^今天，上午10:00，剩/).click()
    await button(page, '确认预约').click()
    await words(page, '约好了').waitFor()
    expect(await aheadOf(cloud, ELDER)).toHaveLength(1)
  })

  test('a daughter in another city answers what is asked, and books for her mother', async () => {
    await letDaughterBook(cloud)
    const page = await open(FAR)
    await link(page, /^替 王秀兰 办事/).click()
    await words(page, '王秀兰的首页').waitFor()
    await button(page, '全部服务').first().click()
    await link(page, /^上门助浴/).click()
    await arriveAt(page, '选日期和时间')
    await pick(page, /11月30日 周一 有空/).click()
    await button(page, /上午9:00，剩/).click()
    await arriveAt(page, '确认预约')
    // What has to be answered is missed first, and said.
    await button(page, '确认给 王秀兰 预约').click()
    await words(page, '这里还没有回答。').waitFor()
    await pick(page, '要人扶').click()
    await button(page, '确认给 王秀兰 预约').click()
    await words(page, '给 王秀兰 约好了').waitFor()
    await words(page, '能自己走路吗：要人扶').waitFor()
    const hers = await aheadOf(cloud, ELDER)
    expect(hers.find(({ serviceName }) => serviceName === '上门助浴')).toMatchObject({
      answers: [{ ask: '能自己走路吗', answer: '要人扶' }],
      by: { kind: 'helper', relation: 'daughter' },
    })
  })

  test('the mother moves it to another time; the old one is there until the new one is', async () => {
    const page = await open(ELDER, { route: 'pages/my-bookings/index' })
    await button(page, '看详情、改时间 上门助浴').click()
    await arriveAt(page, '预约详情')
    await button(page, '改时间').click()
    await arriveAt(page, '改时间')
    await words(page, /没约上，现在的还在/).waitFor()
    await pick(page, /11月27日 周五 有空/).click()
    await button(page, /下午2:00，剩/).click()
    await words(page, '改到：11月27日 周五 下午2:00').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '确定改' }).click()
    await words(page, '时间改好了').waitFor()
    await button(page, '好的').click()
    await arriveAt(page, '预约详情')
    await words(page, '下午2:00–3:30').waitFor()
    const hers = await aheadOf(cloud, ELDER)
    const baths = hers.filter(({ serviceName }) => serviceName === '上门助浴')
    expect(baths.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      '2026-11-27T06:00:00.000Z',
    ])
  })

  test('several weeks at once: each is answered by itself', async () => {
    const page = await open('demo-resident', { route: `pages/service/index?serviceId=${MASSAGE}` })
    await pick(page, /11月25日 周三 有空/).click()
    await button(page, /下午2:00，剩/).click()
    await arriveAt(page, '确认预约')
    await pick(page, '每周都约').click()
    await words(page, '周三，从11月25日到12月16日，一共 4 次').waitFor()
    await button(page, '少一周').click()
    await words(page, '3 周').waitFor()
    await button(page, '确认预约').click()
    await words(page, /^(3 个都约好了|3 个里约好了 \d 个)$/).waitFor()
    const mine = await aheadOf(cloud, 'demo-resident')
    expect(await words(page, '约好了').count()).toBeGreaterThanOrEqual(mine.length)
    expect(mine.length).toBeGreaterThan(0)
    expect(new Set(mine.map(({ startsAt }) => startsAt)).size).toBe(mine.length)
  })

  test('a full time: one waits, sees one’s place in the line, and leaves it again', async () => {
    const page = await open('demo-volunteer', {
      route: `pages/service/index?serviceId=${MASSAGE}`,
    })
    await pick(page, /11月25日 周三 有空/).click()
    await button(page, /下午4:00，可排队/).click()
    await words(page, '现在没有人排队').waitFor()
    await button(page, '排队等位子').click()
    await words(page, '排上了，您排第1位').waitFor()
    const { waits } = await cloud.as('demo-volunteer').ok('booking.listMine', {})
    expect(waits).toMatchObject([{ serviceId: MASSAGE, inLine: 1 }])
    await button(page, '不等了，退出排队').click()
    await words(page, '已经退出排队').waitFor()
    const after = await cloud.as('demo-volunteer').ok('booking.listMine', {})
    expect(after.waits).toEqual([])
  })

  test('what was booked goes into the phone’s calendar', async () => {
    const [first] = await aheadOf(cloud, ELDER)
    const page = await open(ELDER, {
      route: `pages/booking/index?bookingId=${first?.bookingId ?? ''}`,
    })
    const file = build === 'h5' ? page.waitForEvent('download') : undefined
    await button(page, '加到手机日历').click()
    if (build === 'h5') {
      await button(page, '允许')
        .or(words(page, /日历文件已经下载/))
        .first()
        .waitFor()
      expect((await file)?.suggestedFilename()).toMatch(/^老年人健康体检.*\.ics$/)
    } else {
      await button(page, /^(同意|允许|好|可以)/)
        .first()
        .click()
      await words(page, /已经加到手机日历/).waitFor()
    }
  })
})
