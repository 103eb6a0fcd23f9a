/** What turns speech into text on this phone. */
export interface Listener {
  /** Listens until `stop`, a silence, or a minute; then `heard` (if anything was) and `end`, or `fail`. */
  start(told: {
    heard: (text: string) => void
    end: () => void
    fail: (why: 'refused' | 'failed') => void
  }): void
  stop(): void
}
