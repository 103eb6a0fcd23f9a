import { afterEach, beforeEach, describe, expect, test, vi, type Mock } from 'vitest'
import type { Recognizer } from '../../src/lib/wechat-si.weapp'
import { openScreen } from './headless-screen'
import { give, hidePages } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const { useReadAloud } = await import('../../src/lib/use-read-aloud')
const { useVoiceInput } = await import('../../src/lib/use-voice-input')

/** The plugin 同声传译, as the test plays it. */
const made: { content: string; success: (made: { filename: string }) => void; fail: () => void }[] =
  []
const recognizer: Pick<Recognizer, 'onStop' | 'onError'> & Record<'start' | 'stop', Mock> = {
  start: vi.fn(),
  stop: vi.fn(),
}
const plugin = {
  getRecordRecognitionManager: () => recognizer,
  textToSpeech: (options: (typeof made)[number]) => void made.push(options),
}

interface Audio {
  src: string
  play: ReturnType<typeof vi.fn>
  destroy: ReturnType<typeof vi.fn>
  ended: () => void
  broken: () => void
}
const audios: Audio[] = []

beforeEach(() => {
  vi.stubEnv('TARO_APP_WECHAT_SI', '1')
  made.length = 0
  audios.length = 0
  recognizer.start.mockReset()
  recognizer.stop.mockReset()
  give({
    requirePlugin: (name: string) => (name === 'WechatSI' ? plugin : undefined),
    setInnerAudioOption: async () => ({}),
    getSetting: async () => ({ authSetting: { 'scope.record': true } }),
    createInnerAudioContext: () => {
      const audio = {
        src: '',
        play: vi.fn(),
        destroy: vi.fn(),
        onEnded: (ended: () => void) => (audio.ended = ended),
        onError: (broken: () => void) => (audio.broken = broken),
      } as unknown as Audio
      audios.push(audio)
      return audio
    },
  })
})
afterEach(() => vi.unstubAllEnvs())

const LONG = `${'这是第一句话，'.repeat(12)}完了。${'这是第二句话，'.repeat(12)}完了。`
const settled = (check: () => void) => vi.waitFor(check)

describe('reading aloud', () => {
  const open = () => openScreen(useReadAloud)

  test('is not offered where a deployment has no plugin', () => {
    vi.stubEnv('TARO_APP_WECHAT_SI', '')
    const screen = open()
    expect(screen.now.available).toBe(false)
    screen.now.speak('你好')
    expect(screen.now.speaking).toBe(false)
  })

  test('speaks a long text piece by piece, and is silent after the last', async () => {
    const screen = open()
    expect(screen.now.available).toBe(true)
    screen.now.speak(LONG)
    await settled(() => expect(screen.now.speaking).toBe(true))
    let spoken = ''
    for (let n = 0; n < made.length; n++) {
      const piece = made[n]!
      expect(piece.content.length).toBeLessThanOrEqual(100)
      spoken += piece.content
      piece.success({ filename: `file-${n}.mp3` })
      expect(audios[0]!.src).toBe(`file-${n}.mp3`)
      audios[0]!.ended()
    }
    expect(made.length).toBeGreaterThan(1)
    expect(spoken).toBe(LONG)
    expect(audios[0]!.play).toHaveBeenCalledTimes(made.length)
    await settled(() => expect(screen.now.speaking).toBe(false))
    expect(audios[0]!.destroy).toHaveBeenCalledTimes(1)
    screen.leave()
  })

  test.each([
    ['stopped by a tap', (screen: ReturnType<typeof open>) => screen.now.stop()],
    ['the page out of sight', () => hidePages()],
    ['the page left', (screen: ReturnType<typeof open>) => screen.leave()],
  ])('%s: it falls silent, also a piece that comes late', async (_, leave) => {
    const screen = open()
    screen.now.speak('您好。')
    leave(screen)
    expect(audios[0]!.destroy).toHaveBeenCalledTimes(1)
    made[0]!.success({ filename: 'late.mp3' })
    expect(audios[0]!.play).not.toHaveBeenCalled()
    await settled(() => expect(screen.now.failed).toBe(false))
  })

  test('a piece that cannot be made, or played, says so', async () => {
    for (const fails of [() => made.at(-1)!.fail(), () => audios.at(-1)!.broken()]) {
      const screen = open()
      screen.now.speak('您好。')
      fails()
      await settled(() => expect(screen.now).toMatchObject({ speaking: false, failed: true }))
      screen.now.speak('您好。')
      await settled(() => expect(screen.now).toMatchObject({ speaking: true, failed: false }))
      screen.leave()
    }
  })

  test('another card that begins to read silences the first', async () => {
    const [one, two] = [open(), open()]
    one.now.speak('一。')
    two.now.speak('二。')
    await settled(() => expect([one.now.speaking, two.now.speaking]).toEqual([false, true]))
    expect(audios[0]!.destroy).toHaveBeenCalledTimes(1)
    one.leave()
    await settled(() => expect(two.now.speaking).toBe(true))
    two.leave()
    expect(audios[1]!.destroy).toHaveBeenCalledTimes(1)
  })
})

describe('speaking instead of typing', () => {
  const heard = vi.fn()
  beforeEach(() => heard.mockReset())
  const open = () => openScreen(() => useVoiceInput(heard))
  const listening = async () => {
    const screen = open()
    screen.now.start()
    await settled(() => expect(screen.now.state).toBe('listening'))
    return screen
  }

  test('is not offered where a deployment has no plugin', () => {
    vi.stubEnv('TARO_APP_WECHAT_SI', '')
    expect(open().now.available).toBe(false)
  })

  test('what was said comes as text, once', async () => {
    const screen = await listening()
    screen.now.start()
    expect(recognizer.start).toHaveBeenCalledTimes(1)
    screen.now.stop()
    expect(recognizer.stop).toHaveBeenCalled()
    recognizer.onStop?.({ result: '女儿一起来。' })
    await settled(() => expect(screen.now.state).toBe('idle'))
    expect(heard.mock.calls).toEqual([['女儿一起来。']])
  })

  test('nothing said is no text; a broken recording says so', async () => {
    const screen = await listening()
    recognizer.onStop?.({ result: '' })
    await settled(() => expect(screen.now.state).toBe('idle'))
    screen.now.start()
    await settled(() => expect(screen.now.state).toBe('listening'))
    recognizer.onError?.({ retcode: -30001, msg: 'x' })
    await settled(() => expect(screen.now.state).toBe('failed'))
    expect(heard).not.toHaveBeenCalled()
  })

  test('without a microphone given it says so, and can be asked again', async () => {
    give({ getSetting: async () => ({ authSetting: {} }) })
    const screen = open()
    // No sheet stands here to agree on.
    screen.now.start()
    await settled(() => expect(screen.now.state).toBe('refused'))
    expect(recognizer.start).not.toHaveBeenCalled()
    give({ getSetting: async () => ({ authSetting: { 'scope.record': true } }) })
    screen.now.start()
    await settled(() => expect(screen.now.state).toBe('listening'))
  })

  test('leaving the page stops it, and what comes late is not written', async () => {
    const screen = await listening()
    screen.leave()
    expect(recognizer.stop).toHaveBeenCalledTimes(1)
    recognizer.onStop?.({ result: '晚了。' })
    expect(heard).not.toHaveBeenCalled()
  })
})
