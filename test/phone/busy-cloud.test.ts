import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openSlots, startTestCloud, type TestCloud } from '../support/cloud'
import { openScreen } from './headless-screen'
import { platform } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const { useCommand } = await import('../../src/cloud/use-command')

const ME = 'demo-resident'
const TALK = 'chunxiao-health-talk'

/** A cloud with WeChat's free quota: 20 calls of one function at once. */
let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ profile: 'wechat-basic' })
  platform.answer = async (event) => {
    const answer = await cloud.send('booking', event, ME)
    if ('result' in answer) return answer.result
    throw answer as unknown as Error
  }
})
afterAll(() => cloud.close())

const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1_050))

test('a booking whose first tries meet a full cloud lands exactly once', async () => {
  const [slot] = await openSlots(cloud, TALK)
  const slotId = slot?.slotId ?? ''
  await aSecond()
  // Others keep all twenty instances that may run at once busy for a while.
  await cloud.setFault({ op: 'booking.listServices', mode: 'delay', ms: 1_500, times: 20 })
  const event = { op: 'booking.listServices', input: {} }
  const others = Array.from({ length: 21 }, () => cloud.send('booking', event, ME))
  expect(await Promise.race(others)).toMatchObject({ errCode: -501004 })

  const screen = openScreen(() => useCommand('booking.reserve'))
  const result = await screen.now.run({ slotId })
  expect(result).toMatchObject({ ok: true, data: { slotId, state: 'booked' } })
  await Promise.allSettled(others)
  const taps = platform.sent.map(({ tapId }) => tapId)
  expect(taps.length).toBeGreaterThan(1)
  expect(new Set(taps).size).toBe(1)

  await aSecond()
  const { items } = await cloud.as(ME).ok('booking.listMine', {})
  expect(items.filter((item) => item.slotId === slotId)).toMatchObject([{ state: 'booked' }])
  await aSecond()
  const after = (await openSlots(cloud, TALK)).find((other) => other.slotId === slotId)
  expect(after?.left).toBe((slot?.left ?? 0) - 1)
})
