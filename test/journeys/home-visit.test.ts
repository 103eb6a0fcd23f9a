import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules.ts'
import { HOUR, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { demoSlot } from '../support/services.ts'
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
  tab,
  words,
} from './browser.ts'

const ELDER = 'demo-elder'
const FAR = 'daughter-far-away'
const WORKER = 'demo-provider'
/** Of tomorrow: the service wants to know a day before. */
const VISIT = demoSlot('escort', 'home', '2026-11-24', '13:00')

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** The elder has booked with a voucher, and her daughter in another city may act for her. */
async function prepare(cloud: TestCloud): Promise<void> {
  await cloud.as(ELDER).ok('account.agree', { policyVersion: POLICY_VERSION })
  await cloud.as(ELDER).ok('booking.reserve', {
    slotId: VISIT,
    useSubsidy: true,
    answers: { hospital: '医大一院，眼科' },
  })
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

describe.each(BUILDS)('a visit to a home, proved at both ends: %s', (build) => {
  let cloud: TestCloud
  const pages: Page[] = []
  const open = async (
    openid: string,
    route = '',
    more: { elder?: boolean; scans?: string[] } = {},
  ) => {
    const { elder = false, scans = [] } = more
    const page = await openAs(browser, {
      url: cloud.url,
      openid,
      build,
      look: { elder },
      route,
      scans,
    })
    pages.push(page)
    return page
  }
  /** The worker's list of the day, and the elder's visit on it. */
  const openVisit = async (scans: string[] = []) => {
    const page = await open(WORKER, 'pages/desk-visits/index', { scans })
    await link(page, /^13:00–17:00 王秀兰|^下午1:00–5:00 王秀兰/).click()
    return page
  }
  const account = () =>
    cloud.as('demo-staff').ok('booking.providerAccount', {
      providerId: 'chunxiao-kangning',
      month: '2026-11',
    })

  beforeAll(async () => {
    cloud = await startTestCloud({ staticDir: rootOf(build) })
    await prepare(cloud)
    // Tomorrow, at the time of the visit.
    await cloud.sleep(28 * HOUR)
  })
  afterAll(async () => {
    for (const page of pages) await page.context().close()
    await cloud.close()
  })

  test('the worker comes, and reads the code on the elder’s phone', async () => {
    const hers = await open(ELDER, '', { elder: true })
    await tab(hers, '我的').click()
    await link(hers, /^我的码/).click()
    await arriveAt(hers, '我的码')
    const letters = await words(hers, /^Y-/).innerText()
    const page = await openVisit([letters.replace(/-/g, '')])
    await words(page, '医大一院，眼科').waitFor()
    if (build === 'h5') {
      // Where the worker stands goes with it.
      await page.context().grantPermissions(['geolocation'])
      await page.context().setGeolocation({ latitude: 41.8, longitude: 123.4, accuracy: 20 })
      await field(page, '码下面的字').fill(letters)
      await button(page, '记到达').click()
    } else {
      await choice(page, '附上我现在的位置').click()
      await button(page, '打开相机扫码').click()
    }
    await words(page, '王秀兰家，到达记好了。').waitFor()
    await words(page, '我要走了').waitFor()
  })

  test('and goes by the digits that the daughter far away reads out', async () => {
    await cloud.sleep(3.5 * HOUR)
    const daughter = await open(FAR)
    await link(daughter, /^替 王秀兰 办事/).click()
    await words(daughter, '王秀兰的首页').waitFor()
    await tab(daughter, '我的').click()
    await link(daughter, /^王秀兰的上门数字/).click()
    await words(daughter, '人走时，报这六个数字').waitFor()
    // Her mother's code says that her mother is there: it is on no phone but her mother's.
    expect(await words(daughter, /^Y-/).count()).toBe(0)
    const digits = (await words(daughter, /^\d{3} \d{3}$/).innerText()).replace(' ', '')
    const page = await openVisit()
    await choice(page, '附上我现在的位置').click()
    await pick(page, /^六位数字/).click()
    await field(page, '六位数字').fill(digits)
    await button(page, '记离开').click()
    await words(page, '王秀兰家，离开记好了。').waitFor()
    const { byGrade } = await account()
    expect(byGrade.find(({ grade }) => grade === 'B')?.vouchers.paid).toBeGreaterThan(0)
    const { items } = await cloud.as('demo-staff').ok('booking.listFlagged', {
      providerId: 'chunxiao-kangning',
      month: '2026-11',
    })
    expect(items.filter(({ name }) => name === '王秀兰')).toEqual([])
  })

  test('the elder sees that a voucher of this month is used', async () => {
    const page = await open(ELDER, '', { elder: true })
    await tab(page, '我的').click()
    await link(page, /^政府补贴/).click()
    await words(page, '还剩3张券，用了1张券').waitFor()
  })
})
