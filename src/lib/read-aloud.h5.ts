import type { Speaker } from './read-aloud.model'
import { chunksOf } from './speech.chunks'

/** Chrome goes silent in the middle of an utterance that lasts longer than some fifteen seconds. */
const CHUNK_CHARS = 60

/** A little slower than a browser's own pace: elders follow it. */
const RATE = 0.9

/** The browser's voice, where it has one. */
export function findSpeaker(): Speaker | undefined {
  if (typeof window === 'undefined' || !('speechSynthesis' in window)) return undefined
  const { speechSynthesis } = window
  let chunks: string[] = []
  return {
    speak(text, { end, fail }) {
      const mine = chunksOf(text, CHUNK_CHARS)
      chunks = mine
      const next = () => {
        // Some browsers say of what was cancelled that it has ended.
        if (chunks !== mine) return
        const chunk = mine.shift()
        if (chunk === undefined) return end()
        const utterance = new SpeechSynthesisUtterance(chunk)
        utterance.lang = 'zh-CN'
        utterance.rate = RATE
        utterance.onend = next
        utterance.onerror = fail
        speechSynthesis.speak(utterance)
      }
      next()
    },
    stop() {
      chunks = []
      speechSynthesis.cancel()
    },
  }
}
