/** What can speak a text on this phone. */
export interface Speaker {
  /** Speaks from the beginning; `end` or `fail` is called once, unless it is stopped before. */
  speak(text: string, told: { end: () => void; fail: () => void }): void
  stop(): void
}
