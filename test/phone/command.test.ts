import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openScreen } from './headless-screen'
import { platform } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const { useCommand } = await import('../../src/cloud/use-command')

const input = { slotId: 'slot-1' }
const booked = { data: { bookingId: 'b' }, now: 1 }
const refused = (code: string) => ({ error: { code, message: '请稍等。', requestId: 'r' }, now: 1 })
const busy = { errCode: -501004, errMsg: 'cloud.callFunction:fail' }

/** What the cloud does with one call after the other; with the last for all that follow. */
const script = (...answers: (() => unknown)[]) => {
  platform.answer = async () => answers[Math.min(platform.sent.length, answers.length) - 1]?.()
}
const fails = (failure: object) => () => {
  throw failure as Error
}
const taps = () => platform.sent.map(({ tapId }) => tapId)
const open = () => openScreen(() => useCommand('booking.reserve'))

beforeEach(() => {
  platform.sent.length = 0
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

describe('a command to a busy cloud', () => {
  test('is the same tap each time, says that it waits, and ends well', async () => {
    script(
      fails(busy),
      () => refused('BUSY'),
      fails({ errCode: -504003, errMsg: 'x' }),
      () => booked,
    )
    const screen = open()
    const running = screen.now.run(input)
    expect(screen.now.says('正在预约…')).toBe('正在预约…')
    await vi.advanceTimersByTimeAsync(10)
    expect(screen.now.says('正在预约…')).toBe('人有点多，正在再试…')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await running).toMatchObject({ ok: true, data: { bookingId: 'b' } })
    expect(taps()).toHaveLength(4)
    expect(new Set(taps()).size).toBe(1)
    expect([screen.now.busy, screen.now.says('x'), screen.now.error]).toEqual([
      false,
      false,
      undefined,
    ])
  })

  test('ends after eight seconds with the refusal; trying again is still the same tap', async () => {
    script(() => refused('BUSY'))
    const screen = open()
    const running = screen.now.run(input)
    await vi.advanceTimersByTimeAsync(8_000)
    expect(await running).toMatchObject({ ok: false, error: { code: 'BUSY' } })
    expect(screen.now.error?.code).toBe('BUSY')
    script(() => booked)
    expect(await screen.now.run(input)).toMatchObject({ ok: true })
    expect(new Set(taps()).size).toBe(1)
  })

  test('a second tap meanwhile does nothing', async () => {
    script(fails(busy), () => booked)
    const screen = open()
    const running = screen.now.run(input)
    await vi.advanceTimersByTimeAsync(10)
    expect(await screen.now.run(input)).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await running).toMatchObject({ ok: true })
    expect(taps()).toHaveLength(2)
  })
})

test.each(['SLOT_FULL', 'INTERNAL', 'BAD_INPUT'])('%s is told at once', async (code) => {
  script(() => refused(code))
  const screen = open()
  expect(await screen.now.run(input)).toMatchObject({ ok: false, error: { code } })
  expect(screen.now.error?.code).toBe(code)
  expect(taps()).toHaveLength(1)
  screen.now.forget()
  await vi.advanceTimersByTimeAsync(0)
  expect(screen.now.error).toBeUndefined()
})

test('without a network the resident is told at once', async () => {
  script(fails({ errMsg: 'cloud.callFunction:fail Error: request:fail' }))
  const screen = open()
  expect(await screen.now.run(input)).toMatchObject({ ok: false, error: { code: 'OFFLINE' } })
  expect(taps()).toHaveLength(1)
})
