import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { accountOf } from '../support/people'

/** The caller's phone number: through WeChat, or typed. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 10 })
})
afterAll(() => cloud.close())

const openidOf = (n: number) => `resident-${String(n).padStart(4, '0')}`

/** What the number button gives the page. */
const buttonOf = async (openid: string, phoneNumber: string) =>
  (await cloud.request<{ code: string }>('POST', '/phone-codes', { openid, phoneNumber })).code

describe('through WeChat', () => {
  test('is verified, masked, sealed, and never asked for again', async () => {
    const me = cloud.as(openidOf(1))
    const wechatCode = await buttonOf(openidOf(1), '13812348001')
    const tap = newTap()
    const { phone } = await me.ok('account.savePhone', { wechatCode }, tap)
    expect(phone).toEqual({ masked: '138****8001', verified: true })
    expect((await me.ok('account.savePhone', { wechatCode }, tap)).phone).toEqual(phone)
    const next = await buttonOf(openidOf(1), '13812348002')
    expect(await me.refused('account.savePhone', { wechatCode: next })).toBe('PHONE_KNOWN')
    expect(await me.refused('account.savePhone', { typed: '13812348002' })).toBe('PHONE_KNOWN')
    expect(JSON.stringify(await accountOf(cloud, openidOf(1)))).not.toContain('1381234')
    for (const line of cloud.logs) expect(line).not.toContain('1381234')
  })

  test.each<[string, () => Promise<string>]>([
    ['a code of nobody', () => Promise.resolve('0123456789abcdef')],
    ['a number of another country', () => buttonOf(openidOf(2), '+44 7911123456')],
  ])('%s is refused, and may be tried again', async (_what, codeOf) => {
    const me = cloud.as(openidOf(2))
    expect(await me.refused('account.savePhone', { wechatCode: await codeOf() })).toBe(
      'PHONE_REFUSED',
    )
    expect((await me.ok('account.me', {})).phone).toBeUndefined()
  })

  test('a code works once, and for five minutes', async () => {
    const used = await buttonOf(openidOf(3), '13812348003')
    await cloud.as(openidOf(3)).ok('account.savePhone', { wechatCode: used })
    expect(await cloud.as(openidOf(4)).refused('account.savePhone', { wechatCode: used })).toBe(
      'PHONE_REFUSED',
    )
    const old = await buttonOf(openidOf(4), '13812348004')
    await cloud.advance(6 * MINUTE)
    expect(await cloud.as(openidOf(4)).refused('account.savePhone', { wechatCode: old })).toBe(
      'PHONE_REFUSED',
    )
  })
})

describe('typed', () => {
  test('is not verified, and may be mended or verified later', async () => {
    const me = cloud.as(openidOf(5))
    const typed = (await me.ok('account.savePhone', { typed: '+86 138-1234-8005' })).phone
    expect(typed).toEqual({ masked: '138****8005', verified: false })
    const mended = (await me.ok('account.savePhone', { typed: '024 5550 0199' })).phone
    expect(mended).toEqual({ masked: '024****0199', verified: false })
    const wechatCode = await buttonOf(openidOf(5), '13812348006')
    expect((await me.ok('account.savePhone', { wechatCode })).phone).toEqual({
      masked: '138****8006',
      verified: true,
    })
  })

  test('the same tap for another number is refused', async () => {
    const tap = newTap()
    const me = cloud.as(openidOf(6))
    await me.ok('account.savePhone', { typed: '13812348007' }, tap)
    expect(await me.refused('account.savePhone', { typed: '13812348008' }, tap)).toBe('TAP_REUSED')
  })

  test.each([['12345678901'], ['1381234'], ['电话'], [''], ['13812348000; drop']])(
    '%j is no number',
    async (typed) => {
      const reply = await cloud.as(openidOf(7)).call('account.savePhone', { typed })
      expect(reply.error?.code).toBe('BAD_INPUT')
    },
  )
})

test('before the policy is agreed to, nothing personal is taken', async () => {
  expect(await cloud.as('demo-owner').refused('account.savePhone', { typed: '13812348009' })).toBe(
    'CONSENT_NEEDED',
  )
  expect(await cloud.as('nobody-yet').refused('account.savePhone', { typed: '13812348009' })).toBe(
    'NOT_JOINED',
  )
})
