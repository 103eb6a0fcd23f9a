import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestCloud } from '../support/cloud.ts'
import { appJson, readBuilt } from './built-weapp.ts'
import { startPhone, type ShownPage } from './simulated-phone.ts'

type Need = (resolve: (option: object) => void) => void

let cloud: Awaited<ReturnType<typeof startTestCloud>>
let home: ShownPage
let need: Need

beforeAll(async () => {
  cloud = await startTestCloud({})
  const phone = startPhone({ cloudUrl: cloud.url, openid: 'demo-elder' })
  const { wx } = globalThis as unknown as { wx: Record<string, unknown> }
  wx.onNeedPrivacyAuthorization = (listener: Need) => void (need = listener)
  home = phone.open('pages/home/index')
  await vi.waitFor(() => expect(home.text()).toMatch(/，您好/), { timeout: 20_000 })
})
afterAll(() => cloud.close())

describe('WeChat asks for something personal, in the compiled mini-program', () => {
  test('the package asks for its own sheet, and WeChat’s button tells of the agreement', () => {
    expect(appJson).toMatchObject({ __usePrivacyCheck__: true })
    expect(readBuilt('base.wxml')).toMatch(
      /open-type=[^>]*bindagreeprivacyauthorization=|bindagreeprivacyauthorization=[^>]*open-type=/,
    )
  })

  test('the sheet says why, over the screen in sight, with both policies to read', async () => {
    const told: object[] = []
    need((option) => told.push(option))
    await vi.waitFor(() => expect(home.text()).toContain('先说明白，再使用'))
    for (const said of ['看我们的隐私保护指引', '看微信里的隐私协议', '同意', '拒绝']) {
      expect(home.text()).toContain(said)
    }
    expect(home.text()).toContain('可以约的服务')
    // WeChat waits: neither agreed to nor refused before somebody taps.
    expect(told).toEqual([{ event: 'exposureAuthorization' }])
  })
})
