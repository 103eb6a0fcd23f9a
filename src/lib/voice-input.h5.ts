import type { Listener } from './voice-input.model'

/** The parts of the Web Speech API that are used here; TypeScript's DOM does not have it. */
interface Recognition {
  lang: string
  onresult: (event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void
  onerror: (event: { error: string }) => void
  onend: () => void
  start(): void
  stop(): void
}
type Recognitions = Partial<
  Record<'SpeechRecognition' | 'webkitSpeechRecognition', new () => Recognition>
>

/** Nothing was said, or it was stopped: no failure. */
const NO_FAILURE = ['no-speech', 'aborted']
const REFUSED = ['not-allowed', 'service-not-allowed']

/** The browser's ear, where it has one. */
export function findListener(): Listener | undefined {
  if (typeof window === 'undefined') return undefined
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Recognitions
  const Recognition = SpeechRecognition ?? webkitSpeechRecognition
  if (!Recognition) return undefined
  let current: Recognition | undefined
  return {
    start({ heard, end, fail }) {
      const recognition = new Recognition()
      let over = end
      recognition.lang = 'zh-CN'
      recognition.onresult = ({ results }) => {
        const text = Array.from(results, (result) => result[0]?.transcript ?? '').join('')
        if (text !== '') heard(text)
      }
      recognition.onerror = ({ error }) => {
        if (NO_FAILURE.includes(error)) return
        over = () => fail(REFUSED.includes(error) ? 'refused' : 'failed')
      }
      recognition.onend = () => over()
      current = recognition
      recognition.start()
    },
    stop: () => current?.stop(),
  }
}
