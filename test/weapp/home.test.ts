import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestCloud } from '../support/cloud.ts'
import { startPhone, type ShownPage } from './simulated-phone.ts'

let cloud: Awaited<ReturnType<typeof startTestCloud>>
let home: ShownPage

beforeAll(async () => {
  cloud = await startTestCloud({})
  home = startPhone({ cloudUrl: cloud.url, openid: 'demo-elder' }).open('pages/home/index')
})
afterAll(() => cloud.close())

describe('home, in the compiled mini-program', () => {
  test('shows the elder by name, and where she lives, from the cloud', async () => {
    await vi.waitFor(() => expect(home.text()).toMatch(/，您好/), { timeout: 20_000 })
    expect(home.text()).toMatch(/社区.*号楼.*室/)
  })

  test('shows services that can be booked', () => {
    expect(home.text()).toContain('可以约的服务')
    expect(home.text()).toContain('老年人健康体检')
  })

  test('sends at most 20 KB to the screen at first', () => {
    console.log(`setData of home: ${home.setData.join(', ')} bytes`)
    expect(Math.max(...home.setData)).toBeLessThanOrEqual(20 * 1024)
  })
})
