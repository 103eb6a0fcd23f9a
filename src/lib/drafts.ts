import Taro from '@tarojs/taro'

/** What begins the key of everything a person is still writing on this phone. */
export const DRAFTS = 'linli.draft.'

/** What was being written under a name, also before the program was last closed. */
export function readDraft(name: string): unknown {
  try {
    return Taro.getStorageSync<unknown>(DRAFTS + name)
  } catch {
    return undefined
  }
}

/** Keeps what is being written, or drops it when there is none. A full phone costs the draft, not the screen. */
export function writeDraft(name: string, draft: object | undefined): void {
  try {
    if (draft) Taro.setStorageSync(DRAFTS + name, draft)
    else Taro.removeStorageSync(DRAFTS + name)
  } catch {
    // The screen still holds it.
  }
}
