import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toCallError } from './transport.failure'

/** A platform that takes a call and never says anything again. */
const never = () => new Promise<never>(() => undefined)

vi.mock('@tarojs/taro', () => ({ default: { cloud: { callFunction: never } } }))

const EVENT = { op: 'home.view', input: {} }

const endOf = async (answer: Promise<unknown>) => {
  const ended = answer.then(
    () => 'answered',
    (thrown: unknown) => toCallError(thrown).code,
  )
  await vi.advanceTimersByTimeAsync(20_000)
  return Promise.race([ended, Promise.resolve('still waiting')])
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a call that never settles ends as TIMEOUT after 20 s', () => {
  test('in WeChat', async () => {
    const { send } = await import('./transport.weapp')
    expect(await endOf(send('home', EVENT))).toBe('TIMEOUT')
  })

  test('in H5', async () => {
    vi.stubGlobal('localStorage', { getItem: () => 'demo-elder' })
    vi.stubGlobal('fetch', never)
    const { send } = await import('./transport.h5')
    expect(await endOf(send('home', EVENT))).toBe('TIMEOUT')
  })

  test('in H5, while it is not even known who calls', async () => {
    vi.stubGlobal('localStorage', { getItem: () => null })
    vi.stubGlobal('fetch', never)
    const { send } = await import('./transport.h5')
    expect(await endOf(send('home', EVENT))).toBe('TIMEOUT')
  })
})
