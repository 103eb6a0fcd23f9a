import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readRoutes, type Route } from '../../config/routes.mts'
import { prepareRoutes } from '../../config/visit.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { startPhone, type ShownPage } from '../weapp/simulated-phone.ts'
import { KB, keep } from './figures.ts'
import { fillLists, renameVisit, repriceService, ROWS } from './rows.ts'

const HOME = 'pages/home/index'
/** What the first screen, and any other with a list of 20, may send from the script to the screen. */
const FIRST = { home: 20 * KB, other: 30 * KB }
const ONE_ROW = 1 * KB

const routes = await readRoutes()
const holder = { cloudUrl: '', openid: '' }

let cloud: TestCloud
let phone: ReturnType<typeof startPhone>

beforeAll(async () => {
  cloud = await startTestCloud()
  holder.cloudUrl = cloud.url
  await fillLists(cloud)
  await prepareRoutes(cloud.url, routes)
  phone = startPhone(holder)
})
afterAll(() => cloud.close())

async function open({ path, query, person }: Route): Promise<ShownPage> {
  holder.openid = person
  const page = phone.open(path, Object.fromEntries(new URLSearchParams(query)))
  await settled(page)
  return page
}

/** Until the screen has come out of its skeleton, and sends no more. */
async function settled(page: ShownPage): Promise<void> {
  const said = () => JSON.stringify(page.data())
  await vi.waitFor(() => expect(said()).not.toMatch(/"skeleton"|"cn":\[\]\}\}$/), {
    timeout: 20_000,
  })
  for (let sent = -1; sent !== page.setData.length;) {
    sent = page.setData.length
    await new Promise((done) => setTimeout(done, 300))
  }
}

const routeOf = (path: string) => routes.find((route) => route.path === path)!
const rowsOf = (page: ShownPage, name: string) =>
  JSON.stringify(page.data()).match(new RegExp(`"cl":"[^"]*\\b${name}[ "]`, 'g'))?.length ?? 0

describe('what a screen is sent, at first and at most at once', () => {
  test.each(routes)('$path', async (route) => {
    const page = await open(route)
    const budget = route.path === HOME ? FIRST.home : FIRST.other
    keep({
      name: `first setData of ${route.path}`,
      value: Math.max(...page.setData),
      budget,
      unit: 'bytes',
    })
    page.close()
  })
})

describe('what a screen is sent when one row of its list changes', () => {
  test('a service has another price', async () => {
    const page = await open(routeOf('pages/services/index'))
    expect(rowsOf(page, 'service-row')).toBeGreaterThanOrEqual(ROWS)
    const sent = page.setData.length
    await repriceService(cloud, 12_300)
    page.show()
    await vi.waitFor(() => expect(JSON.stringify(page.data())).toContain('123元'))
    await settled(page)
    keepRow('a service of 20', page, sent)
    page.close()
  })

  test('a past visit has another name', async () => {
    const page = await open(routeOf('pages/my-bookings/index'))
    expect(rowsOf(page, 'past')).toBeGreaterThanOrEqual(ROWS - 1)
    const sent = page.setData.length
    await renameVisit(cloud, '换了名字的服务')
    page.show()
    await vi.waitFor(() => expect(JSON.stringify(page.data())).toContain('换了名字的服务'))
    await settled(page)
    keepRow('a visit of 20', page, sent)
    page.close()
  })

  test('a visit that is cancelled moves to the other list, which Taro sends anew', async () => {
    const page = await open(routeOf('pages/my-bookings/index'))
    page.tap('tap', '取消预约')
    await settled(page)
    const sent = page.setData.length
    page.tap('button', '确定取消')
    await vi.waitFor(() => expect(JSON.stringify(page.data())).toContain('已经取消了'))
    await settled(page)
    const value = Math.max(...page.setData.slice(sent))
    keep({ name: 'a visit moves to the other list', value, budget: FIRST.other, unit: 'bytes' })
    page.close()
  })
})

function keepRow(name: string, page: ShownPage, sent: number): void {
  const value = page.setData.slice(sent).reduce((sum, bytes) => sum + bytes, 0)
  expect(value).toBeGreaterThan(0)
  keep({ name: `one row changes: ${name}`, value, budget: ONE_ROW, unit: 'bytes' })
}
