import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Published } from '../../src/features/announcement/announcement.spoken'
import { openScreen, type HeadlessScreen } from './headless-screen'
import { hidePages, platform, showPages } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const { useMarkOpened } = await import('../../src/features/announcement/use-mark-opened')

const view = (more: Partial<Published> = {}): Published => ({
  state: 'published',
  announcementId: 'water',
  title: '停水',
  category: 'notice',
  from: '春晓社区',
  publishedAt: 1,
  pinned: false,
  unread: true,
  corrected: false,
  blocks: [],
  pictures: [],
  files: [],
  expired: false,
  public: false,
  canAsk: false,
  questions: [],
  formers: [],
  ...more,
})
const told = () => platform.sent.filter(({ op }) => op === 'announcement.markOpened').length

let screen: HeadlessScreen<void>
const show = (shown: Published | undefined) => {
  screen = openScreen(() => useMarkOpened(shown))
}

beforeEach(() => {
  vi.useFakeTimers()
  platform.sent.length = 0
  platform.answer = () => Promise.resolve({ data: { done: { openedAt: 2 } }, now: 2 })
})
afterEach(() => {
  screen.leave()
  vi.useRealTimers()
})

test('what was shown for a second is told, once', async () => {
  show(view())
  await vi.advanceTimersByTimeAsync(900)
  expect(told()).toBe(0)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told()).toBe(1)
  hidePages()
  showPages()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told()).toBe(1)
})

test('who leaves at once has not opened it; who comes back and stays has', async () => {
  show(view())
  await vi.advanceTimersByTimeAsync(500)
  hidePages()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told()).toBe(0)
  showPages()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told()).toBe(1)
})

test.each([
  ['while it loads', undefined],
  ['when it was read before', view({ unread: false })],
])('nothing is told %s', async (_, shown) => {
  show(shown)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told()).toBe(0)
})
