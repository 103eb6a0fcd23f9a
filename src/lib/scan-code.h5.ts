/** What the camera saw: a mini-program code has a page's path, any other code a text. */
export interface Seen {
  path?: string
  result?: string
}

/** A browser has no scanner of WeChat's: the code can be typed. */
export const scanCode: (() => Promise<Seen | 'cancelled' | 'failed'>) | undefined = undefined
