import { phone } from '../state.ts'
import { noteCall } from './api.ts'

type Listener = ((told?: unknown) => void) | undefined

/** A player that plays nothing for a moment: what is read aloud is kept in the calls. */
export function createInnerAudioContext(): Record<string, unknown> {
  const heard: Record<string, Listener> = {}
  let timer = 0
  const tell = (name: string, told?: unknown) => heard[name]?.(told)
  const context: Record<string, unknown> = {
    src: '',
    paused: true,
    play() {
      noteCall('audio.play', { src: context.src })
      context.paused = false
      tell('Play')
      timer = window.setTimeout(() => {
        context.paused = true
        tell('Ended')
      }, PLAYS)
    },
    pause() {
      clearTimeout(timer)
      context.paused = true
      tell('Pause')
    },
    stop() {
      noteCall('audio.stop', { src: context.src })
      clearTimeout(timer)
      context.paused = true
      tell('Stop')
    },
    destroy: () => clearTimeout(timer),
    seek: () => undefined,
  }
  for (const name of [
    'Play',
    'Pause',
    'Stop',
    'Ended',
    'Error',
    'Canplay',
    'TimeUpdate',
    'Waiting',
  ]) {
    context[`on${name}`] = (listener: Listener) => {
      heard[name] = listener
    }
    context[`off${name}`] = () => {
      delete heard[name]
    }
  }
  return context
}

const PLAYS = 2_000

/** The WechatSI plugin (微信同声传译): reading aloud and voice input, or a refusal where it is not set up. */
const speech = {
  textToSpeech(options: {
    content: string
    success?: (told: object) => void
    fail?: (told: object) => void
  }) {
    noteCall('WechatSI.textToSpeech', options)
    setTimeout(() => options.success?.({ retcode: 0, filename: 'data:audio/mp3;base64,' }), 0)
  },
  getRecordRecognitionManager() {
    const manager: Record<string, unknown> = {
      start(options: object) {
        noteCall('WechatSI.start', options)
        ;(manager.onStart as Listener)?.({})
      },
      stop() {
        noteCall('WechatSI.stop', {})
        ;(manager.onStop as Listener)?.({ result: phone.settings.heard, tempFilePath: '' })
      },
    }
    return manager
  },
}

/** `requirePlugin`, which throws for a plugin that the program does not have. */
export function requirePlugin(name: string): unknown {
  if (name === 'WechatSI' && phone.settings.speech) return speech
  throw new Error(`plugin "${name}" is not defined`)
}
