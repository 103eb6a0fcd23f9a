import Taro from '@tarojs/taro'
import type { Speaker } from './read-aloud.model'
import { chunksOf } from './speech.chunks'
import { wechatSi, type WechatSi } from './wechat-si.weapp'

/** The plugin refuses long texts without saying where they begin to be long; this is well below. */
const CHUNK_CHARS = 100

/** The plugin's voice, where a deployment has it. */
export function findSpeaker(): Speaker | undefined {
  const plugin = wechatSi()
  if (!plugin) return undefined
  let reading: Reading | undefined
  return {
    speak(text, told) {
      reading?.stop()
      reading = startReading(plugin, chunksOf(text, CHUNK_CHARS), told)
    },
    stop() {
      reading?.stop()
      reading = undefined
    },
  }
}

interface Reading {
  stop: () => void
}

/** Has one piece after the other made into a sound file, and plays it. */
function startReading(
  plugin: WechatSi,
  chunks: string[],
  { end, fail }: Parameters<Speaker['speak']>[1],
): Reading {
  const audio = Taro.createInnerAudioContext()
  let over = false
  const finish = (how?: () => void) => {
    if (over) return
    over = true
    audio.destroy()
    how?.()
  }
  const next = () => {
    const content = chunks.shift()
    if (content === undefined) return finish(end)
    plugin.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content,
      success: ({ filename }) => {
        // Stopped while the piece was being made.
        if (over) return
        audio.src = filename
        audio.play()
      },
      fail: () => finish(fail),
    })
  }
  // Who taps "read aloud" wants to hear it, also with the phone's switch on silent.
  Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined)
  audio.onEnded(next)
  audio.onError(() => finish(fail))
  next()
  return { stop: () => finish() }
}
