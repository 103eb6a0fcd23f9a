import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findSpeaker } from './read-aloud.h5'
import { findListener } from './voice-input.h5'

class Utterance {
  lang = ''
  rate = 1
  onend = () => undefined
  onerror = () => undefined
  constructor(readonly text: string) {}
}

class Recognition {
  static last: Recognition
  lang = ''
  onresult = (_: unknown) => undefined
  onerror = (_: unknown) => undefined
  onend = () => undefined
  start = vi.fn()
  stop = vi.fn()
  constructor() {
    Recognition.last = this
  }
}

const said: Utterance[] = []
const cancel = vi.fn()
beforeEach(() => {
  said.length = 0
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  vi.stubGlobal('window', {
    speechSynthesis: { speak: (utterance: Utterance) => said.push(utterance), cancel },
    webkitSpeechRecognition: Recognition,
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a browser without a voice or an ear offers neither', () => {
  vi.stubGlobal('window', {})
  expect([findSpeaker(), findListener()]).toEqual([undefined, undefined])
})

describe('the voice of a browser', () => {
  const told = { end: vi.fn(), fail: vi.fn() }
  beforeEach(() => void [told.end.mockReset(), told.fail.mockReset()])

  test('speaks Chinese, one piece after the other', () => {
    findSpeaker()?.speak(`${'字'.repeat(50)}。${'词'.repeat(50)}。`, told)
    expect(said.map(({ text, lang }) => [text.length, lang])).toEqual([[51, 'zh-CN']])
    said[0]?.onend()
    expect(said).toHaveLength(2)
    expect(told.end).not.toHaveBeenCalled()
    said[1]?.onend()
    expect(told.end).toHaveBeenCalledTimes(1)
  })

  test('breaks off', () => {
    findSpeaker()?.speak('您好。', told)
    said[0]?.onerror()
    expect(told.fail).toHaveBeenCalledTimes(1)
  })

  test('stopped, it says nothing more, though browsers report an end', () => {
    const speaker = findSpeaker()
    speaker?.speak(`${'字'.repeat(50)}。${'词'.repeat(50)}。`, told)
    speaker?.stop()
    expect(cancel).toHaveBeenCalled()
    said[0]?.onend()
    expect(said).toHaveLength(1)
    expect(told.end).not.toHaveBeenCalled()
  })
})

describe('the ear of a browser', () => {
  const told = { heard: vi.fn(), end: vi.fn(), fail: vi.fn() }
  beforeEach(() => {
    for (const tell of Object.values(told)) tell.mockReset()
    findListener()?.start(told)
  })

  test('hears Chinese, and ends', () => {
    const { last } = Recognition
    expect(last.lang).toBe('zh-CN')
    last.onresult({ results: [[{ transcript: '女儿' }], [{ transcript: '一起来' }]] })
    last.onend()
    expect(told.heard.mock.calls).toEqual([['女儿一起来']])
    expect([told.end.mock.calls.length, told.fail.mock.calls.length]).toEqual([1, 0])
  })

  test.each([
    ['not-allowed', [['refused']]],
    ['network', [['failed']]],
    ['no-speech', []],
  ])('%s', (error, failures) => {
    Recognition.last.onerror({ error })
    Recognition.last.onend()
    expect(told.fail.mock.calls).toEqual(failures)
    expect(told.end.mock.calls).toHaveLength(1 - failures.length)
  })
})
